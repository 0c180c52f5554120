import type { LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import type { BookingReply } from '../../src/contract/bookings.ts'
import { instantText } from '../../src/contract/common.ts'
import type { Instant } from '../../src/domain/units.ts'
import type { Actor } from '../../src/operations/perform.ts'
import type { Engine } from '../../src/store/database.ts'
import { anAppOn } from '../support/http.ts'
import { aLab, type LabOptions } from '../support/lab.ts'

interface Alternative {
  readonly instrumentId: string
  readonly start: string
  readonly end: string
}

interface ProblemBody {
  readonly type: string
  readonly refusals: readonly { readonly code: string }[]
  readonly alternatives: readonly Alternative[]
}

/** A lab behind its web app, and who asks. */
export async function aLabApp(t: Test, engine: Engine, options: LabOptions = {}) {
  const lab = await aLab(t, engine, options)
  const { as } = await anAppOn(t, lab.context)
  const asActor = (actor: Actor) => as(actor.personId)
  const [, rival = lab.member] = lab.members
  return {
    lab,
    as: asActor,
    user: asActor(lab.member.researcher),
    rival: asActor(rival.researcher),
    staff: asActor(lab.labManager),
    chair: asActor(lab.allianceAdmin),
    auditor: asActor(lab.auditor),
    /** `hours('10:00/11:00')` as `lab.slot`, on the wire. */
    hours: (times: string, day?: string) => onWire(lab.slot(times, day)),
    /** The body of a booking of the first instrument. */
    wish: (times: string, given: object = {}) => ({
      instrumentId: lab.instrumentId(),
      ...onWire(lab.slot(times)),
      ...given,
    }),
  }
}

const zone = 'Asia/Shanghai'

const onWire = (span: { readonly start: Instant; readonly end: Instant }) => ({
  start: instantText(span.start, zone),
  end: instantText(span.end, zone),
})

export const bookingOf = (reply: LightMyRequestResponse) => reply.json<BookingReply>()

export const refusedWith = (reply: LightMyRequestResponse) => reply.json<ProblemBody>()

/** Status and codes in one string: `409 slot-taken`. */
export const answerOf = (reply: LightMyRequestResponse) =>
  reply.statusCode < 300
    ? String(reply.statusCode)
    : `${reply.statusCode} ${refusedWith(reply)
        .refusals.map(refusal => refusal.code)
        .join(' ')}`

import { strict as assert } from 'node:assert'
import t from 'tap'
import type { BookingState } from '../../../src/domain/booking.ts'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import type { BookingRow } from '../../../src/store/bookings/rows.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { nowOf, putInto, stepsOn } from './steps.ts'

const rules = {
  attendance: 'check-in',
  cancelWindowSeconds: 0,
  noShowAfterSeconds: 0,
  checkInEarlySeconds: 3600,
} as Partial<PolicyRules>

const STATES = [
  'requested',
  'confirmed',
  'in_use',
  'completed',
  'cancelled',
  'rejected',
  'expired',
  'no_show',
  'displaced',
] as const satisfies readonly BookingState[]

/** Where each verb is allowed; everywhere else it is refused as `wrong-state`. */
const ALLOWED: Readonly<Record<string, readonly BookingState[]>> = {
  approve: ['requested'],
  reject: ['requested'],
  cancel: ['requested', 'confirmed'],
  move: ['requested', 'confirmed'],
  extend: ['requested', 'confirmed', 'in_use'],
  places: ['requested', 'confirmed', 'in_use'],
  checkIn: ['confirmed'],
  checkOut: ['in_use'],
  markNoShow: ['confirmed'],
}

function verbsOn(
  lab: Lab,
  day?: string,
): Readonly<Record<string, (booking: BookingRow) => Promise<unknown>>> {
  const steps = stepsOn(lab)
  const later = lab.slot('14:00/16:00', day)
  return {
    approve: booking => steps.approve(booking),
    reject: booking => steps.reject(booking),
    cancel: booking => steps.cancel(booking),
    move: booking => steps.move(booking, later),
    extend: booking => steps.extend(booking, lab.slot('10:00/13:00', day).end),
    places: booking => steps.places(booking, 1),
    checkIn: booking => steps.checkIn(booking),
    checkOut: booking => steps.checkOut(booking),
    markNoShow: booking => steps.markNoShow(booking),
  }
}

for (const engine of ENGINES) {
  t.test(`${engine}: in every state only its own verbs are allowed, to user and staff alike`, async t => {
    const lab = await aLab(t, engine, { rules })
    const verbs = verbsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T09:59:59+08:00'))
    for (const state of STATES) {
      const there = await putInto(lab, await nowOf(lab, booking), state)
      for (const [verb, act] of Object.entries(verbs)) {
        const allowed = ALLOWED[verb]?.includes(state) ?? false
        if (allowed) continue
        t.equal(await outcomeOf(act(there)), 'wrong-state', `${verb} when ${state}`)
      }
      t.strictSame(await nowOf(lab, booking), there, `nothing has changed what is ${state}`)
    }
  })

  t.test(`${engine}: where a verb is allowed it is done, once for each version`, async t => {
    const lab = await aLab(t, engine, { rules })
    const cases = Object.entries(ALLOWED).flatMap(([verb, states]) => states.map(state => ({ verb, state })))
    for (const [index, { verb, state }] of cases.entries()) {
      const day = `2026-03-${String(10 + index)}`
      const booking = await lab.book(lab.slot('10:00/12:00', day))
      lab.clock.moveTo(lab.slot(verb === 'markNoShow' ? '10:00/11:00' : '09:59/11:00', day).start)
      const there = await putInto(lab, booking, state)
      const act = verbsOn(lab, day)[verb] ?? assert.fail(verb)
      t.equal(await outcomeOf(act(there)), 'done', `${verb} when ${state}`)
      t.equal((await nowOf(lab, booking)).version, there.version + 1)
      t.equal(await outcomeOf(act(there)), 'version-stale')
    }
  })
}

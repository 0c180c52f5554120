import { instant } from '../../src/domain/units.ts'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import { addOutage } from '../../src/operations/outages.ts'
import type { Scope } from '../support/scope.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

/** What the addresses of pages are made of. */
export interface Ids {
  readonly alliance: string
  readonly instrument: string
  readonly account: string
  readonly institution: string
  readonly group: string
  readonly project: string
  readonly person: string
  /** Bookings by what they are good for. */
  readonly bookings: Readonly<Record<'past' | 'running' | 'requested' | 'confirmed', string>>
}

export interface Furnished {
  readonly stage: Stage
  readonly ids: Ids
}

const instruments = [
  '示例质谱仪 01',
  '示例质谱仪 02 Orbitrap Exploris 480 with a long English name',
  '共聚焦显微镜',
]

/** A stage with bookings in every state that a day has, an outage, and quota that was used. */
export async function aFurnishedStage(t: Scope): Promise<Furnished> {
  const stage = await aStage(t, {
    instruments,
    pool: 'one',
    quota: 'enforced',
    rules: { ...openAlways, approval: 'staff' },
    reserveHours: 100,
  })
  const { lab, hour } = stage
  const span = (days: number, from: number, to: number) => ({
    start: instant(Date.parse(hour(days, from))),
    end: instant(Date.parse(hour(days, to))),
  })
  const { personId: forPersonId } = lab.member.researcher
  const byStaff = { by: lab.labManager, draft: { forPersonId, overrideReason: '补记', title: '肽段定量' } }
  const bookings = {
    past: await lab.book({ ...span(-2, 9, 12), ...byStaff }),
    // Past midnight, which may come while a test runs.
    running: await lab.book({ ...span(0, 0, 36), ...byStaff, instrument: '共聚焦显微镜' }),
    requested: await lab.book(span(1, 9, 11)),
    confirmed: await lab.book({ ...span(2, 14, 18), ...byStaff }),
  }
  await sweepBookings(lab.context)
  const outage = { ...span(3, 8, 20), kind: 'planned', reason: '例行维护' } as const
  await addOutage(lab.context, lab.labManager, { instrumentId: lab.instrumentId(), ...outage })
  await stage.letIn(lab.member.researcher, 'researcher')
  await stage.letIn(lab.labManager, 'manager')
  await stage.letIn(lab.allianceAdmin, 'secretary')
  await stage.letIn(lab.member.admin, 'office')
  await stage.letIn(await lab.holding('site-admin'), 'admin')
  const { q, t: tables } = lab.context.db.read
  const [account] = await q.select().from(tables.accounts)
  return {
    stage,
    ids: {
      alliance: lab.allianceId,
      instrument: lab.instrumentId(),
      account: account?.id ?? '',
      institution: lab.member.institutionId,
      group: lab.member.groupId,
      project: lab.member.projectId,
      person: lab.member.researcher.personId,
      bookings: {
        past: bookings.past.id,
        running: bookings.running.id,
        requested: bookings.requested.id,
        confirmed: bookings.confirmed.id,
      },
    },
  }
}

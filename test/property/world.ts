import { MAY_BOOK_DEFAULT } from '../../src/domain/instrument.ts'
import { type Amount, type Day, instant, type Seconds } from '../../src/domain/units.ts'
import { ensureLedger, ensurePeriod } from '../../src/store/ledger/lots.ts'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../src/store/database.ts'
import type { TestContext } from '../support/context.ts'
import { labRows } from '../support/labRows.ts'
import { type Model, type ModelHolder, type ModelInstrument, type ModelPerson, yearStart } from './model.ts'
import type { Shape } from './shape.ts'

/** A world furnished in a database, with the ids that commands need beside those of the model. */
export interface World {
  readonly context: TestContext
  readonly model: Model
  readonly allianceId: string
  readonly ledgerId: string
  readonly poolId: string
}

const capacityOfShared = 4

/** Furnishes a world of this shape, and the model of it. */
export function furnishWorld(context: TestContext, shape: Shape): Promise<World> {
  return context.db.transact(async tx => {
    const rows = labRows(tx, context.newId)
    const allianceId = await rows.alliance('某创新联合体')
    const who = await furnishPeople(tx, rows, allianceId)
    const things = await furnishInstruments(tx, rows, { shape, allianceId, hostId: who.hostId })
    await appoint(rows, {
      allianceId,
      hostId: who.hostId,
      firstId: things.instruments[0]?.id ?? '',
      people: who.people,
    })
    const ledger = await furnishLedger(context, tx, { shape, allianceId })
    if (shape.trial) await inviteToTrial(tx, things.instruments[2]?.id ?? '', who.projects[0]?.id ?? '')
    const model: Model = {
      ...who,
      instruments: things.instruments,
      shape,
      holders: [{ kind: 'reserve', id: allianceId, institutionId: null }, ...who.holders],
      invitedProjectId: who.projects[0]?.id ?? '',
      now: shape.now,
      periods: ledger.periods,
      bookings: [],
      outages: [],
      lots: [],
      transfers: [],
      keyed: [],
      acts: 0,
    }
    return { context, model, allianceId, ledgerId: ledger.ledgerId, poolId: things.poolId }
  })
}

type Rows = ReturnType<typeof labRows>

/**
 * Two members, an observer, an outsider and the host, each with a group and a project; one has two projects.
 */
async function furnishPeople(tx: Tx, rows: Rows, allianceId: string) {
  const place = async (name: string, standing: 'member' | 'observer' | 'outsider') => {
    const institutionId = await rows.institution(name)
    if (standing !== 'outsider') await rows.membership(allianceId, institutionId)
    if (standing === 'observer') await watchOnly(tx, institutionId)
    const groupId = await rows.group(institutionId, `${name}课题组`)
    const project = async (code: string) => ({
      id: await rows.project(groupId, code),
      groupId,
      institutionId,
    })
    return { institutionId, groupId, project }
  }
  const one = await place('成员单位一', 'member')
  const two = await place('成员单位二', 'member')
  const observer = await place('观察员', 'observer')
  const outsider = await place('联盟外单位', 'outsider')
  const host = await place('东道研究所', 'member')
  const [p1, p2, p3] = [await one.project('P1'), await two.project('P2'), await two.project('P3')]
  const [p4, p5, p6] = [await observer.project('P4'), await outsider.project('P5'), await host.project('P6')]
  const someone = async (at: typeof one, projects: readonly (typeof p1)[]): Promise<ModelPerson> => {
    const id = await rows.person(at)
    for (const project of projects) await rows.projectMember(project.id, id)
    return {
      id,
      institutionId: at.institutionId,
      groupId: at.groupId,
      projects,
      staffOf: 'none',
      admin: 'none',
    }
  }
  const official = async (of: Pick<ModelPerson, 'staffOf' | 'admin'>): Promise<ModelPerson> => ({
    id: await rows.person(null),
    institutionId: null,
    groupId: null,
    projects: [],
    ...of,
  })
  const people = [
    await someone(one, [p1]),
    await someone(one, [p1]),
    await someone(two, [p2]),
    await someone(two, [p2, p3]),
    await someone(observer, [p4]),
    await someone(outsider, [p5]),
    await someone(host, [p6]),
    await official({ staffOf: 'all', admin: 'none' }),
    await official({ staffOf: 'first', admin: 'none' }),
    await official({ staffOf: 'none', admin: 'alliance' }),
    await official({ staffOf: 'none', admin: 'member' }),
  ]
  const ofProject = (project: typeof p1): ModelHolder => ({
    kind: 'project',
    id: project.id,
    institutionId: project.institutionId,
  })
  const holders: ModelHolder[] = [
    { kind: 'institution', id: one.institutionId, institutionId: one.institutionId },
    { kind: 'institution', id: two.institutionId, institutionId: two.institutionId },
    { kind: 'group', id: one.groupId, institutionId: one.institutionId },
    ...[p1, p2, p4, p5, p6].map(ofProject),
  ]
  return {
    people,
    holders,
    projects: [p1, p2, p3, p4, p5, p6],
    hostId: host.institutionId,
    observerId: observer.institutionId,
    memberIds: [one, two, observer, host].map(each => each.institutionId),
  }
}

async function watchOnly(tx: Tx, institutionId: string) {
  const { memberships } = tx.t
  await tx.q
    .update(memberships)
    .set({ right: 'observer' })
    .where(eq(memberships.institutionId, institutionId))
}

interface Surroundings {
  readonly shape: Shape
  readonly allianceId: string
}

/** Two exclusive instruments of one pool, the first with turnaround, and a shared one. */
async function furnishInstruments(tx: Tx, rows: Rows, of: Surroundings & { readonly hostId: string }) {
  const { shape, allianceId, hostId } = of
  const poolId = await rows.pool(hostId, '质谱池')
  const instruments: ModelInstrument[] = []
  for (const place of [0, 1, 2]) {
    const exclusive = place < 2
    const capacity = exclusive ? 1 : capacityOfShared
    const rules = exclusive ? shape.poolRules : shape.sharedRules
    const turnaroundSeconds = (place === 1 ? 0 : shape.turnaroundSeconds) as Seconds
    const made = { institutionId: hostId, poolId: exclusive ? poolId : null, name: `仪器${place}` }
    const id = await rows.instrument({ ...made, resourceClass: 'ms', exclusive, capacity, turnaroundSeconds })
    const supervised = shape.supervised && place === 0
    const customsSupervisedUntil = supervised ? ('2030-01-01' as Day) : null
    const { instruments: table } = tx.t
    await tx.q.update(table).set({ zone: shape.zone, customsSupervisedUntil }).where(eq(table.id, id))
    await rows.policy(id, rules)
    await rows.sharingTerm(id, allianceId, shape.quota)
    const turnaround = turnaroundSeconds * 1000
    instruments.push({
      id,
      exclusive,
      capacity,
      turnaround,
      rules,
      supervised,
      trial: shape.trial && place === 2,
    })
  }
  return { poolId, instruments }
}

async function inviteToTrial(tx: Tx, instrumentId: string, projectId: string) {
  const { instruments } = tx.t
  await tx.q
    .update(instruments)
    .set({ operatingState: 'trial', mayBook: MAY_BOOK_DEFAULT, invitedProjectIds: [projectId] })
    .where(eq(instruments.id, instrumentId))
}

interface Officials {
  readonly allianceId: string
  readonly hostId: string
  readonly firstId: string
  readonly people: readonly ModelPerson[]
}

async function appoint(rows: Rows, of: Officials) {
  const [alice] = of.people
  for (const { id, staffOf, admin } of of.people) {
    if (staffOf === 'all') await rows.appointment(id, 'lab-manager', 'institution', of.hostId)
    if (staffOf === 'first') await rows.appointment(id, 'lab-manager', 'instrument', of.firstId)
    if (admin === 'alliance') await rows.appointment(id, 'alliance-admin', 'alliance', of.allianceId)
    if (admin === 'member')
      await rows.appointment(id, 'institution-admin', 'institution', alice?.institutionId ?? '')
  }
}

async function furnishLedger(context: TestContext, tx: Tx, of: Surroundings) {
  const { shape, allianceId } = of
  const ledgerId = context.newId('ldg')
  const unit = shape.poolRules.bookingUnit === 'day' ? 'day' : 'second'
  const { pooled } = shape
  const ledger = { id: ledgerId, allianceId, resourceClass: 'ms', unit, zone: 'Asia/Shanghai', pooled }
  await ensureLedger(tx, { ...ledger, createdAt: context.clock.now() })
  const endOfAll = shape.boundary + 60 * 86_400_000
  const ends = shape.secondPeriod ? [shape.boundary, endOfAll] : [shape.boundary]
  const periods = ends.map((end, index) => ({
    id: context.newId('prd'),
    start: index === 0 ? yearStart : shape.boundary,
    end,
  }))
  for (const { id, start, end } of periods) {
    const span = { startsAt: instant(start), endsAt: instant(end) }
    await ensurePeriod(tx, { id, ledgerId, name: id, ...span, state: 'open' })
  }
  return { ledgerId, periods }
}

/** The amounts of a fresh world: enough for a while, never for all. */
export const firstGrants = (shape: Shape) => {
  const unit = shape.poolRules.bookingUnit === 'day' ? 1 : 3600
  const line = (from: number | null, to: number, count: number, period: 0 | 1) =>
    ({ kind: 'grant', by: 9, from, to, units: (count * unit) as Amount, period }) as const
  return [
    line(null, 0, 200, 0),
    line(0, 4, 24, 0),
    line(0, 2, 30, 0),
    line(null, 0, 100, 1),
    line(0, 4, 12, 1),
    line(0, 2, 12, 1),
  ]
}

import type { ModelBooking, ModelInstrument, ModelPerson, ModelProject } from './model.ts'
import { lotsById } from './books.ts'
import type { World } from './world.ts'

/**
 * Reads what the database holds into the model. Where commands race, nobody can say beforehand who wins; the
 * next ones still need bookings and transfers to point at.
 */
export async function adopt(world: World) {
  const { model, context } = world
  const { q, t } = context.db.read
  model.now = context.clock.now()
  const rows = await q.select().from(t.bookings).orderBy(t.bookings.id)
  const find = <Each extends { readonly id: string }>(all: readonly Each[], id: string | null) =>
    all.find(each => each.id === id) as Each
  const bookings = rows.map((row): ModelBooking => ({
    id: row.id,
    instrument: find<ModelInstrument>(model.instruments, row.instrumentId),
    person: find<ModelPerson>(model.people, row.personId),
    bookedBy: find<ModelPerson>(model.people, row.bookedById),
    project: find<ModelProject>(model.projects, row.projectId),
    throughAlliance: row.allianceId !== null,
    customsNotice: row.details['customsNotice'] !== undefined,
    start: row.start,
    end: row.end,
    until: row.occupiedUntil,
    places: row.places,
    state: row.state as ModelBooking['state'],
    rules: row.policy,
    createdAt: row.createdAt,
    version: row.version,
    checkedInAt: row.checkedInAt,
    expiresAt: row.expiresAt,
    holds: [],
  }))
  model.bookings.splice(0, model.bookings.length, ...bookings)
  await adoptTransfers(world)
}

async function adoptTransfers(world: World) {
  const { model, context } = world
  const { q, t } = context.db.read
  const lots = await lotsById(world)
  const rows = await q.select().from(t.transfers).orderBy(t.transfers.id)
  model.transfers.splice(0, model.transfers.length)
  for (const row of rows) {
    model.transfers.push({
      id: row.id,
      op: row.op as 'post',
      kind: row.kind as 'use',
      source: lots.get(row.sourceLotId ?? '') ?? null,
      destination: lots.get(row.destinationLotId ?? '') ?? null,
      amount: row.amount,
      original: null,
      reversed: 0,
      institutionId: null,
    })
  }
}

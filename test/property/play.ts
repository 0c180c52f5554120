import { strict as assert } from 'node:assert'
import { Refused } from '../../src/domain/refusal.ts'
import { lineOf, type LotInBooks, lotName, lotsById, transfersAfter } from './books.ts'
import { prepare } from './carryOut.ts'
import type { Command } from './commands.ts'
import { isLive, type ModelTransfer } from './model.ts'
import { type Prediction, predict } from './predict.ts'
import type { World } from './world.ts'

/** How many commands were accepted, and how often each code was given. */
export type Tally = Map<string, number>

/**
 * Carries out one command in the world and in the model, and asserts that both end alike: accepted, with the
 * same rows posted in the same order, or refused with the same codes.
 */
export async function play(world: World, command: Command, tally: Tally): Promise<void> {
  const { model } = world
  const work = prepare(world, command)
  const key = `key-${model.acts}`
  const postedBefore = model.transfers.length
  const prediction = predict(model, command)
  model.acts += 1
  const outcome = await outcomeOf(work)
  for (const code of outcome.codes.length > 0 ? outcome.codes : [`accepted ${command.kind}`])
    tally.set(code, (tally.get(code) ?? 0) + 1)
  const said = `${command.kind} at ${new Date(model.now).toISOString()}`
  assert.deepEqual(outcome.codes, prediction.codes, said)
  if (command.kind === 'book') model.keyed.push({ key, ...prediction })
  noteBooking(world, prediction, outcome.id)
  if (prediction.codes.length === 0) await notePostings(world, model.transfers.slice(postedBefore), said)
}

async function outcomeOf(work: () => Promise<string | undefined>) {
  try {
    return { codes: [], id: await work() }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { codes: [...new Set(error.refusals.map(refusal => refusal.code))].toSorted(), id: undefined }
  }
}

function noteBooking({ model }: World, { booking: index }: Prediction, id: string | undefined) {
  const booking = index === null ? undefined : model.bookings[index]
  if (booking === undefined || id === undefined) return
  if (booking.id !== '') assert.equal(id, booking.id, 'the same key gives the same booking')
  booking.id = id
}

/** The rows that the model expects are the ones in the books, in this order; the model learns their ids. */
async function notePostings(world: World, expected: readonly ModelTransfer[], said: string) {
  const { context, model } = world
  const known = model.transfers[model.transfers.length - expected.length - 1]?.id ?? ''
  const rows = await transfersAfter(context.db.read, known)
  if (rows.length === 0 && expected.length === 0) return
  const lots = await lotsById(world)
  const lines = rows.map(row =>
    lineOf({
      ...row,
      source: lots.get(row.sourceLotId ?? ''),
      destination: lots.get(row.destinationLotId ?? ''),
    }),
  )
  assert.deepEqual(lines, expected.map(lineOf), `${said}: what is posted`)
  for (const [index, transfer] of expected.entries()) transfer.id = rows[index]?.id ?? ''
}

/** Asserts that everything the database holds is what the model holds: nothing else has moved. */
export async function compareWhole(world: World) {
  const { model, context } = world
  const { q, t } = context.db.read
  const rows = await q.select().from(t.bookings).orderBy(t.bookings.id)
  assert.deepEqual(
    rows.map(row => ({
      id: row.id,
      instrumentId: row.instrumentId,
      personId: row.personId,
      state: row.state,
      live: row.live,
      start: Number(row.start),
      end: Number(row.end),
      until: Number(row.occupiedUntil),
      places: row.places,
      version: row.version,
    })),
    model.bookings
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(each => ({
        id: each.id,
        instrumentId: each.instrument.id,
        personId: each.person.id,
        state: each.state,
        live: isLive(each),
        start: each.start,
        end: each.end,
        until: each.until,
        places: each.places,
        version: each.version,
      })),
  )
  const inBooks = [...(await lotsById(world)).values()]
  const inModel = model.lots.map(lot => ({ ...lot, expired: 0, carried: 0 }))
  const figures = (lots: readonly LotInBooks[]) =>
    lots
      .map(({ granted, held, used, forfeited, expired, carried, ...lot }) => ({
        name: lotName(lot),
        figures: [granted, held, used, forfeited, expired, carried],
      }))
      .filter(lot => lot.figures.some(figure => figure !== 0))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  assert.deepEqual(figures(inBooks), figures(inModel))
}

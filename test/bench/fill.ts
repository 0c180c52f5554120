import { strict as assert } from 'node:assert'
import Sqlite from 'better-sqlite3'
import type { Context } from '../../src/context.ts'
import { instant, plusSeconds, secondsPerDay, secondsPerHour } from '../../src/domain/units.ts'
import { book } from '../../src/operations/bookings/book.ts'
import { fileOf, migrate, openForServer } from '../../src/store/open.ts'
import { benchContext, draftOf, furnishSite, type Site, wishes } from './site.ts'

/** Bookings of one instrument that are still to come, spread over the days of a search. */
const upcomingPerInstrument = 25
export const searchDays = 30
const rowsPerCommit = 50_000

type Values = Readonly<Record<string, string | number>>

/** A site with so many bookings in the file, each with its hold, settlement and audit line. */
export interface FilledSite {
  readonly url: string
  readonly site: Site
  readonly seconds: number
}

/**
 * Fills a new SQLite file by bulk: one booking is made through the front door, the others are copies of its
 * rows at other times and for other people. Only the size is true to life: the lots do not know the copies.
 */
export async function fill(url: string, bookings: number): Promise<FilledSite> {
  const begun = performance.now()
  const { site, now } = await furnishedFile(url)
  const connection = new Sqlite(fileOf(url))
  connection.pragma('synchronous = OFF')
  connection.pragma('foreign_keys = OFF')
  for (const name of ['bookings_no_overlap', 'transfers_check', 'transfers_apply']) {
    connection.exec(`DROP TRIGGER ${name}`)
  }
  const copies = copiesOf(connection)
  connection.exec('BEGIN')
  let count = 0
  for (const values of manyBookings(site, now, bookings)) {
    for (const copy of copies) copy.run(values)
    if (++count % rowsPerCommit === 0) connection.exec('COMMIT; BEGIN')
  }
  connection.exec('COMMIT')
  connection.close()
  // Puts back the guards that were dropped.
  await migrate(url)
  return { url, site, seconds: (performance.now() - begun) / 1000 }
}

async function furnishedFile(url: string) {
  const db = await openForServer(url)
  const context: Context = benchContext(db)
  const site = await furnishSite(context, { instruments: 200, researchers: 2000 })
  const now = context.clock.now()
  // The model lies behind every time that is searched or booked.
  const model = wishes(site, plusSeconds(now, 300 * secondsPerDay)).next().value
  await book(context, { personId: model.researcher.personId }, draftOf(model))
  await db.close()
  return { site, now }
}

/** Statements that copy the rows of the one booking that is there, with other values in some columns. */
function copiesOf(connection: Sqlite.Database) {
  const who = {
    person_id: '@personId',
    booked_by_id: '@personId',
    institution_id: '@institutionId',
    group_id: '@groupId',
    project_id: '@projectId',
  }
  const times = { starts_at: '@start', ends_at: '@end', occupied_until: '@end', created_at: '@created' }
  const moves = { booking_id: '@booking', effective_at: '@start', actor_id: '@personId' }
  const copy = (table: string, changes: Readonly<Record<string, string>>) => {
    const columns = connection.pragma(`table_info(${table})`) as { readonly name: string }[]
    const values = columns.map(({ name }) => changes[name] ?? name)
    return connection.prepare<[Values]>(
      `INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${table} WHERE id = @${table}Model`,
    )
  }
  const idOf = (table: string) => {
    const id = connection.prepare(`SELECT id FROM ${table} ORDER BY rowid DESC LIMIT 1`).pluck().get()
    return String(id)
  }
  const models = {
    bookingsModel: idOf('bookings'),
    transfersModel: idOf('transfers'),
    auditModel: idOf('audit'),
  }
  const statements = [
    copy('bookings', { id: '@booking', instrument_id: '@instrumentId', state: '@state', ...who, ...times }),
    copy('transfers', { id: '@hold', recorded_at: '@created', ...moves }),
    copy('transfers', {
      id: '@settlement',
      op: "'settle'",
      pending_id: '@hold',
      recorded_at: '@end',
      ...moves,
    }),
    copy('audit', { id: '@line', at: '@created', actor_id: '@personId', noun_id: '@booking' }),
  ]
  return statements.map(each => ({ run: (values: Values) => each.run({ ...models, ...values }) }))
}

/** In order of time, as they would have come: hours gone by, then the few that are still to come. */
function* manyBookings(site: Site, now: number, bookings: number): Generator<Values> {
  const perInstrument = bookings / site.instrumentIds.length
  const past = perInstrument - upcomingPerInstrument
  assert(past >= 0, 'some bookings lie in the past')
  const stepSeconds = (searchDays * secondsPerDay) / upcomingPerInstrument
  let number = 0
  for (let round = 0; round < perInstrument; round++) {
    const isPast = round < past
    const offset = isPast ? (round - past - 1) * secondsPerHour : (round - past + 1) * stepSeconds
    const start = plusSeconds(instant(now), Math.floor(offset / secondsPerHour) * secondsPerHour)
    for (const instrumentId of site.instrumentIds) {
      const { personId, institutionId, groupId, projectId } =
        site.researchers[(number * 7) % site.researchers.length] ?? assert.fail('there are researchers')
      const name = (prefix: string) => `${prefix}_${String(number).padStart(26, '0')}`
      const holder = { personId, institutionId, groupId, projectId }
      const ids = { booking: name('bkg'), hold: name('trf'), settlement: name('trg'), line: name('aud') }
      const end = plusSeconds(start, secondsPerHour)
      const created = plusSeconds(start, -secondsPerDay)
      const state = isPast ? 'completed' : 'confirmed'
      yield { ...ids, ...holder, instrumentId, start, end, created, state }
      number += 1
    }
  }
}

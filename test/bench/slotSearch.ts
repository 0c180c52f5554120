import { strict as assert } from 'node:assert'
import Sqlite from 'better-sqlite3'
import { span } from '../../src/domain/span.ts'
import { type Instant, plusSeconds, secondsPerDay } from '../../src/domain/units.ts'
import { timeOf } from '../../src/store/availability.ts'
import type { Reader } from '../../src/store/database.ts'
import { instrumentForBooking } from '../../src/store/instruments.ts'
import { fileOf, openBeside } from '../../src/store/open.ts'
import { type FilledSite, searchDays } from './fill.ts'
import { type Finding, medianOf, rangeOf } from './findings.ts'
import { benchContext, type Site } from './site.ts'

/** Free time of every instrument of a site within the days of a search. */
export async function search(reader: Reader, site: Site, now: Instant) {
  const instruments = await searched(reader, site)
  return timeOf(reader, instruments, { window: windowFrom(now), places: 1 })
}

const windowFrom = (now: Instant) => span(now, plusSeconds(now, searchDays * secondsPerDay))

async function searched(reader: Reader, { instrumentIds }: Site) {
  const instruments = []
  for (const instrumentId of instrumentIds) {
    const found = await instrumentForBooking(reader, { instrumentId })
    assert(found !== undefined, 'the instruments of the site are there')
    instruments.push(found)
  }
  return instruments
}

/** Budget 3: a slot search against the bare SQL that reads the same rows, turn by turn. */
export async function slotSearch({ url, site }: FilledSite, rounds: number): Promise<Finding> {
  const db = openBeside(url)
  const connection = new Sqlite(fileOf(url), { readonly: true })
  connection.pragma('cache_size = -65536')
  try {
    const window = windowFrom(benchContext(db).clock.now())
    const instruments = await searched(db.read, site)
    const bare = bareReads(connection, site, window)
    const whole = () => timeOf(db.read, instruments, { window, places: 1 })
    const busy = (await whole()).reduce((sum, each) => sum + each.busy.length, 0)
    assert.equal(bare().bookings, busy, 'both read the same bookings')
    const pairs: { readonly bare: number; readonly whole: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      bare()
      const between = performance.now()
      await whole()
      pairs.push({ bare: between - begun, whole: performance.now() - between })
    }
    const ratios = pairs.map(pair => pair.whole / pair.bare)
    const took = (side: 'bare' | 'whole') => medianOf(pairs.map(pair => pair[side])).toFixed(2)
    return {
      budget: `3. slot search, ${instruments.length} instruments × ${searchDays} days, against bare SQL`,
      ratio: medianOf(ratios),
      bound: { kind: 'at-most', ratio: 3 },
      details: [
        `${busy} bookings: ${took('whole')} ms against ${took('bare')} ms; rounds ${rangeOf(ratios)}`,
      ],
    }
  } finally {
    connection.close()
    await db.close()
  }
}

/** The rows that a search needs, read by the driver alone. */
function bareReads(connection: Sqlite.Database, site: Site, window: { start: Instant; end: Instant }) {
  const ids = site.instrumentIds
  const among = `instrument_id IN (${ids.map(() => '?').join(', ')})`
  const policies = connection.prepare(
    `SELECT instrument_id, rules FROM policies WHERE ${among} AND effective_from <= ?
     ORDER BY effective_from, revision, id`,
  )
  const outages = connection.prepare(
    `SELECT instrument_id, id, starts_at, ends_at, kind, reason FROM outages
     WHERE ${among} AND retired_at IS NULL AND ends_at > ? AND starts_at < ? ORDER BY starts_at, id`,
  )
  const bookings = connection.prepare(
    `SELECT instrument_id, starts_at, occupied_until, places FROM bookings
     WHERE ${among} AND live = 1 AND occupied_until > ? AND starts_at < ? ORDER BY occupied_until, id`,
  )
  const { start, end } = window
  return () => ({
    policies: policies.all(...ids, start).length,
    outages: outages.all(...ids, start, end).length,
    bookings: bookings.all(...ids, start, end).length,
  })
}

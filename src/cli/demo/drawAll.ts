import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import { weekdayOf } from '../../domain/calendar/day.ts'
import { plusSeconds, secondsPerHour } from '../../domain/units.ts'
import { dayBounds } from '../../domain/zone.ts'
import { book } from '../../operations/bookings/book.ts'
import { listAccounts, lotsOfAccounts } from '../../store/ledger/accounts.ts'
import { plainDraft, unlessRefused } from './diary.ts'
import { daysOf, type DemoTimes } from './times.ts'
import type { DemoAlliance } from './world.ts'
import { demoZone } from './zone.ts'

/** As far ahead as one may book, less the day that it ends on. */
const aheadDays = 28

/** Whole days first, then what others have left of them; evenings last, so that some stay free. */
const SHIFTS = [
  { from: 8.5, hours: 8 },
  { from: 8.5, hours: 4 },
  { from: 13, hours: 4 },
  { from: 17.5, hours: 3 },
] as const

/**
 * Lets the members book what is left of the pool they draw on, to the last half hour, so that the next one
 * who asks is refused.
 */
export async function drawAll(context: Context, alliance: DemoAlliance, times: DemoTimes) {
  const bookers = alliance.members.flatMap(member => member.researcherIds)
  const midnights = daysOf(times, aheadDays)
    .filter(day => weekdayOf(day) < 6)
    .map(day => dayBounds(demoZone, day).start)
    .filter(midnight => midnight > times.until)
  const places = SHIFTS.flatMap(({ from, hours }) =>
    midnights.flatMap(midnight =>
      alliance.instruments.map(({ id }) => ({
        instrumentId: id,
        start: plusSeconds(midnight, from * secondsPerHour),
        seconds: hours * secondsPerHour,
      })),
    ),
  )
  let left = await leftInPool(context, alliance, times)
  for (const [index, { instrumentId, start, seconds }] of places.entries()) {
    if (left === 0) return
    const wanted = Math.min(left, seconds)
    const personId = bookers[index % bookers.length] ?? ''
    const draft = { ...plainDraft, instrumentId, start, end: plusSeconds(start, wanted), places: 1 }
    const booked = await unlessRefused(() =>
      book(context, { personId }, { ...draft, title: '示例批次（虚构）' }),
    )
    if (booked !== undefined) left -= wanted
  }
}

async function leftInPool(context: Context, alliance: DemoAlliance, times: DemoTimes): Promise<number> {
  const [ledger] = alliance.ledgers
  assert(ledger !== undefined, 'the alliance keeps a pool')
  const { read } = context.db
  const accounts = await listAccounts(read, { ledgerId: ledger.id, limit: 100 })
  const reserve = accounts.find(each => each.holderKind === 'reserve')
  assert(reserve !== undefined, 'the pool is granted')
  const lots = await lotsOfAccounts(read, [reserve.id])
  const lot = lots.find(each => each.validFrom <= times.until && times.until < each.validTo)
  assert(lot !== undefined, 'the quarter is granted')
  return lot.granted - lot.held - lot.used - lot.forfeited - lot.expired - lot.carried
}

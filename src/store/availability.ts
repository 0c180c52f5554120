import { and, asc, gt, inArray, isNull, lt } from 'drizzle-orm'
import type { FreeInstrument } from '../domain/alternatives.ts'
import { freeSpans } from '../domain/availability.ts'
import type { Neighbour } from '../domain/bookingFacts.ts'
import { type Span, span } from '../domain/span.ts'
import { openIn, termsOf } from '../domain/terms.ts'
import { type Instant, plusSeconds, type Seconds } from '../domain/units.ts'
import { bookingsNearMany } from './bookings/rows.ts'
import type { Reader } from './database.ts'

/** What the free time of an instrument depends on besides its bookings. */
export interface SearchedInstrument {
  readonly id: string
  readonly zone: string
  readonly exclusive: boolean
  readonly capacity: number
  readonly turnaroundSeconds: Seconds
}

export interface InstrumentTime extends FreeInstrument {
  readonly open: readonly Span[]
  readonly outages: readonly (Span & {
    readonly id: string
    readonly kind: string
    readonly reason: string | null
  })[]
  readonly busy: readonly Neighbour[]
}

/**
 * Opening hours, outages, busy time and free time of many instruments within a window, in four queries
 * whatever their number, by the rules in force at each moment. Instruments without a policy in the window are
 * left out: nobody can book them.
 */
export async function timeOf(
  reader: Reader,
  instruments: readonly SearchedInstrument[],
  of: { readonly window: Span; readonly places: number },
): Promise<InstrumentTime[]> {
  if (instruments.length === 0) return []
  const ids = instruments.map(each => each.id)
  const slack = Math.max(...instruments.map(each => each.turnaroundSeconds))
  const wide = span(of.window.start, plusSeconds(of.window.end, slack))
  const revisions = grouped(await revisionsUpTo(reader, ids, of.window.end))
  const outages = grouped(await outagesOfMany(reader, ids, of.window))
  const bookings = grouped(await bookingsNearMany(reader, ids, wide))
  return instruments.flatMap(instrument => {
    const terms = termsOf(revisions.get(instrument.id) ?? [], of.window)
    if (terms.length === 0) return []
    const open = openIn(terms, instrument.zone)
    const down = outages.get(instrument.id) ?? []
    const busy = bookings.get(instrument.id) ?? []
    const free = freeSpans({ ...instrument, open, outages: down, neighbours: busy, places: of.places })
    return [{ instrumentId: instrument.id, zone: instrument.zone, terms, open, outages: down, busy, free }]
  })
}

/** Revisions in the order in which they come into force. */
const revisionsUpTo = ({ q, t: { policies } }: Reader, ids: readonly string[], end: Instant) =>
  q
    .select({
      instrumentId: policies.instrumentId,
      effectiveFrom: policies.effectiveFrom,
      rules: policies.rules,
    })
    .from(policies)
    .where(and(inArray(policies.instrumentId, [...ids]), lt(policies.effectiveFrom, end)))
    .orderBy(asc(policies.effectiveFrom), asc(policies.revision), asc(policies.id))

async function outagesOfMany(reader: Reader, ids: readonly string[], window: Span) {
  const { outages } = reader.t
  return reader.q
    .select({
      instrumentId: outages.instrumentId,
      id: outages.id,
      start: outages.start,
      end: outages.end,
      kind: outages.kind,
      reason: outages.reason,
    })
    .from(outages)
    .where(
      and(
        inArray(outages.instrumentId, [...ids]),
        isNull(outages.retiredAt),
        gt(outages.end, window.start),
        lt(outages.start, window.end),
      ),
    )
    .orderBy(asc(outages.start), asc(outages.id))
}

function grouped<Row extends { readonly instrumentId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.instrumentId)
    if (group === undefined) groups.set(row.instrumentId, [row])
    else group.push(row)
  }
  return groups
}

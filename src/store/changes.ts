import { inArray } from 'drizzle-orm'
import { unreachable } from '../domain/refusal.ts'
import type { WatchedLine, WatchedNoun } from './audit.ts'
import type { Reader } from './database.ts'

/** That something is different, and where; not what. */
export interface Change {
  readonly noun: WatchedNoun
  /** Null: the place is not known any more, as of a booking that was moved away from an instrument. */
  readonly instrumentId: string | null
  /** Whose own it is besides. */
  readonly personIds: readonly string[]
}

/** Where each line of the audit belongs; one query for each noun among them. */
export async function changesOf(reader: Reader, lines: readonly WatchedLine[]): Promise<Change[]> {
  const places = new Map<string, Omit<Change, 'noun'>>()
  for (const [noun, of] of Map.groupBy(lines, line => line.noun)) {
    const ids = [...new Set(of.map(line => line.nounId))]
    for (const { id, ...place } of await placesOf(reader, noun, ids)) places.set(id, place)
  }
  return lines.flatMap(({ noun, nounId, fields }) => {
    const place = places.get(nounId)
    if (place === undefined) return []
    const left = noun === 'booking' && fields.includes('instrumentId')
    return [{ noun, ...place }, ...(left ? [{ noun, instrumentId: null, personIds: [] }] : [])]
  })
}

type Placed = Omit<Change, 'noun'> & { readonly id: string }

async function placesOf(reader: Reader, noun: WatchedNoun, ids: readonly string[]): Promise<Placed[]> {
  switch (noun) {
    case 'booking':
      return bookingPlaces(reader, ids)
    case 'run':
      return runPlaces(reader, ids)
    case 'instrument':
      return ids.map(id => ({ id, instrumentId: id, personIds: [] }))
    case 'outage':
      return rowPlaces(reader, 'outages', ids)
    case 'policy':
      return rowPlaces(reader, 'policies', ids)
    case 'sharing-term':
      return rowPlaces(reader, 'sharingTerms', ids)
    default:
      return unreachable(noun)
  }
}

async function bookingPlaces({ q, t }: Reader, ids: readonly string[]): Promise<Placed[]> {
  const { id, instrumentId, personId, bookedById } = t.bookings
  const rows = await q
    .select({ id, instrumentId, personId, bookedById })
    .from(t.bookings)
    .where(inArray(id, [...ids]))
  return rows.map(row => ({ ...row, personIds: [row.personId, row.bookedById] }))
}

async function runPlaces({ q, t }: Reader, ids: readonly string[]): Promise<Placed[]> {
  const { id, instrumentId, personId } = t.runs
  const rows = await q
    .select({ id, instrumentId, personId })
    .from(t.runs)
    .where(inArray(id, [...ids]))
  return rows.map(row => ({ ...row, personIds: row.personId === null ? [] : [row.personId] }))
}

async function rowPlaces(
  { q, t }: Reader,
  table: 'outages' | 'policies' | 'sharingTerms',
  ids: readonly string[],
): Promise<Placed[]> {
  const { id, instrumentId } = t[table]
  const rows = await q
    .select({ id, instrumentId })
    .from(t[table])
    .where(inArray(id, [...ids]))
  return rows.map(row => ({ ...row, personIds: [] }))
}

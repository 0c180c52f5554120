import { and, eq, isNull } from 'drizzle-orm'
import type { MayBook, OperatingState } from '../domain/instrument.ts'
import type { Day, Instant, Seconds } from '../domain/units.ts'
import { first, type Queries, type Reader, statement } from './database.ts'
import type { Tables } from './schema/tables.ts'

/** Units of one pool that are weighed for one request. */
export const poolSizeMax = 500

/** What a booking decision needs of an instrument. */
export interface InstrumentForBooking {
  readonly id: string
  readonly institutionId: string
  readonly poolId: string | null
  readonly name: string
  readonly resourceClass: string
  readonly exclusive: boolean
  readonly capacity: number
  readonly turnaroundSeconds: Seconds
  readonly zone: string
  readonly operatingState: OperatingState
  readonly mayBook: Readonly<Record<OperatingState, MayBook>>
  readonly invitedProjectIds: readonly string[]
  readonly customsSupervisedUntil: Day | null
  /** draft | published */
  readonly publication: string
  readonly retiredAt: Instant | null
}

const selectForBooking = (q: Queries, { instruments: i }: Tables) =>
  q
    .select({
      id: i.id,
      institutionId: i.institutionId,
      poolId: i.poolId,
      name: i.name,
      resourceClass: i.resourceClass,
      exclusive: i.exclusive,
      capacity: i.capacity,
      turnaroundSeconds: i.turnaroundSeconds,
      zone: i.zone,
      operatingState: i.operatingState,
      mayBook: i.mayBook,
      invitedProjectIds: i.invitedProjectIds,
      customsSupervisedUntil: i.customsSupervisedUntil,
      publication: i.publication,
      retiredAt: i.retiredAt,
    })
    .from(i)

const oneForBooking = statement<{ instrumentId: string }>()('instruments.forBooking', (q, t, v) =>
  selectForBooking(q, t).where(eq(t.instruments.id, v.instrumentId)),
)

const ofPoolForBooking = statement<{ poolId: string }>()('instruments.ofPoolForBooking', (q, t, v) =>
  selectForBooking(q, t)
    .where(
      and(
        eq(t.instruments.poolId, v.poolId),
        eq(t.instruments.publication, 'published'),
        isNull(t.instruments.retiredAt),
      ),
    )
    .orderBy(t.instruments.id)
    .limit(poolSizeMax),
)

/**
 * Drafts and retired ones too: the caller decides what they mean. Inside a booking, read after the
 * instrument's lock.
 */
export const instrumentForBooking = async (
  reader: Reader,
  key: { readonly instrumentId: string },
): Promise<InstrumentForBooking | undefined> => first(await reader.run(oneForBooking, key))

/** The published instruments of a pool in order of id, at most `poolSizeMax`. */
export const poolInstruments = async (
  reader: Reader,
  key: { readonly poolId: string },
): Promise<readonly InstrumentForBooking[]> => reader.run(ofPoolForBooking, key)

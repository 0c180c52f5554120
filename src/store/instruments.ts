import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { MayBook, OperatingState } from '../domain/instrument.ts'
import type { StaffPlaces } from '../domain/staffPlaces.ts'
import { techniqueCode, techniqueWritings } from '../domain/technique.ts'
import type { Day, Instant, Seconds } from '../domain/units.ts'
import { first, type Queries, type Reader, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import {
  afterId,
  blanksForHyphens,
  contains,
  equalsIfGiven,
  holdsWord,
  lowerCase,
  type Page,
} from './search.ts'

export type Instrument = Tables['instruments']['$inferSelect']

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

const columnsForBooking = ({ instruments: i }: Tables) => ({
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

const selectForBooking = (q: Queries, t: Tables) => q.select(columnsForBooking(t)).from(t.instruments)

const oneForBooking = statement<{ instrumentId: string }>()('instruments.forBooking', (q, t, v) =>
  selectForBooking(q, t).where(eq(t.instruments.id, v.instrumentId)),
)

const ofPoolForBooking = statement<{ poolId: string }>()('instruments.ofPoolForBooking', (q, t, v) =>
  selectForBooking(q, t)
    .where(and(eq(t.instruments.poolId, v.poolId), isOffered(t)))
    .orderBy(t.instruments.id)
    .limit(poolSizeMax),
)

/** Drafts and retired ones too: the caller decides what they mean. In a booking, read after the lock. */
export const instrumentForBooking = async (
  reader: Reader,
  key: { readonly instrumentId: string },
): Promise<InstrumentForBooking | undefined> => first(await reader.run(oneForBooking, key))

const withPolicy = statement<{ instrumentId: string; at: Instant }>()('instruments.withPolicy', (q, t, v) =>
  q
    .select({ instrument: columnsForBooking(t), policyId: t.policies.id })
    .from(t.instruments)
    .leftJoin(
      t.policies,
      and(eq(t.policies.instrumentId, t.instruments.id), lte(t.policies.effectiveFrom, v.at)),
    )
    .where(eq(t.instruments.id, v.instrumentId))
    .orderBy(desc(t.policies.effectiveFrom), desc(t.policies.revision))
    .limit(1),
)

/** An instrument and the policy in force at an instant; null where it has none yet. */
export const instrumentWithPolicy = async (
  reader: Reader,
  key: { readonly instrumentId: string; readonly at: Instant },
): Promise<{ readonly instrument: InstrumentForBooking; readonly policyId: string | null } | undefined> =>
  first(await reader.run(withPolicy, key))

/** The published instruments of a pool in order of id, at most `poolSizeMax`. */
export const poolInstruments = async (
  reader: Reader,
  key: { readonly poolId: string },
): Promise<readonly InstrumentForBooking[]> => reader.run(ofPoolForBooking, key)

export const findInstrument = async (reader: Reader, id: string): Promise<Instrument | undefined> =>
  first(await reader.q.select().from(reader.t.instruments).where(eq(reader.t.instruments.id, id)))

/** Those of the ids that name an instrument, in order of id. */
export const findInstruments = ({ q, t }: Reader, ids: readonly string[]): Promise<Instrument[]> =>
  q
    .select()
    .from(t.instruments)
    .where(inArray(t.instruments.id, [...ids]))
    .orderBy(t.instruments.id)

export interface InstrumentFilter extends Page {
  /** Staff see the drafts of their places beside what is offered to all. */
  readonly staff: StaffPlaces
  /** Folded words; each must be found in the search key. */
  readonly words: readonly string[]
  /** Folded text within the location. */
  readonly location?: string | undefined
  readonly technique?: string | undefined
  readonly resourceClass?: string | undefined
  readonly poolId?: string | undefined
  readonly institutionId?: string | undefined
  readonly publication?: 'draft' | 'published' | undefined
  readonly sharedInto?: SharedInto | undefined
}

/** Instruments that a sharing term opens to an alliance at an instant. */
export interface SharedInto {
  readonly allianceId: string
  readonly at: Instant
  /** Hidden terms are for the audience alone. */
  readonly hidden: 'shown' | 'left-out'
}

/** Instruments not retired that the viewer may see, in order of id. */
export const listInstruments = (reader: Reader, filter: InstrumentFilter): Promise<Instrument[]> => {
  const { q, t } = reader
  return q
    .select()
    .from(t.instruments)
    .where(
      and(
        isNull(t.instruments.retiredAt),
        visibleTo(t, filter.staff),
        ...filter.words.map(word => holdsWord(t.instruments.searchKey, word)),
        contains(lowerCase(t.instruments.location), filter.location),
        ofTechnique(t, filter.technique),
        equalsIfGiven(t.instruments.resourceClass, filter.resourceClass),
        equalsIfGiven(t.instruments.poolId, filter.poolId),
        equalsIfGiven(t.instruments.institutionId, filter.institutionId),
        equalsIfGiven(t.instruments.publication, filter.publication),
        filter.sharedInto && inArray(t.instruments.id, sharedIds(reader, filter.sharedInto)),
        afterId(t.instruments.id, filter),
      ),
    )
    .orderBy(asc(t.instruments.id))
    .limit(filter.limit)
}

/** A well-known technique is found however the lab writes it, any other as it is written. */
function ofTechnique({ instruments: { technique } }: Tables, asked: string | undefined): SQL | undefined {
  const code = asked === undefined ? null : techniqueCode(asked)
  return code === null
    ? equalsIfGiven(technique, asked)
    : inArray(blanksForHyphens(lowerCase(technique)), [...techniqueWritings(code)])
}

const isOffered = (t: Tables) =>
  and(eq(t.instruments.publication, 'published'), isNull(t.instruments.retiredAt))

/** Whether the viewer may see an instrument: it is on offer, or of a place where they are staff. */
export const visibleTo = (t: Tables, staff: StaffPlaces): SQL | undefined =>
  staff.everywhere ? undefined : or(isOffered(t), ofPlaces(t, staff))

/** Whether an instrument is of a named place where the viewer is staff. */
export const ofPlaces = (
  { instruments: { id, institutionId } }: Tables,
  { institutionIds, instrumentIds }: Pick<StaffPlaces, 'institutionIds' | 'instrumentIds'>,
): SQL | undefined =>
  or(
    institutionIds.length > 0 ? inArray(institutionId, institutionIds) : undefined,
    instrumentIds.length > 0 ? inArray(id, instrumentIds) : undefined,
  )

const sharedIds = ({ q, t }: Reader, { allianceId, at, hidden }: SharedInto) =>
  q
    .select({ id: t.sharingTerms.instrumentId })
    .from(t.sharingTerms)
    .where(
      and(
        eq(t.sharingTerms.allianceId, allianceId),
        lte(t.sharingTerms.startsAt, at),
        or(isNull(t.sharingTerms.endsAt), gt(t.sharingTerms.endsAt, at)),
        hidden === 'shown' ? undefined : eq(t.sharingTerms.visibility, 'listed'),
      ),
    )

/** What the units of one pool have in common. */
export type PoolUnit = Pick<Instrument, 'id' | 'resourceClass' | 'exclusive' | 'zone'>

/** The units of a pool, drafts too, in order of id, at most `poolSizeMax`. */
export const unitsOfPool = ({ q, t }: Reader, poolId: string): Promise<PoolUnit[]> =>
  q
    .select({
      id: t.instruments.id,
      resourceClass: t.instruments.resourceClass,
      exclusive: t.instruments.exclusive,
      zone: t.instruments.zone,
    })
    .from(t.instruments)
    .where(and(eq(t.instruments.poolId, poolId), isNull(t.instruments.retiredAt)))
    .orderBy(t.instruments.id)
    .limit(poolSizeMax)

export const insertInstrument = async (tx: Tx, instrument: Instrument) => {
  await tx.q.insert(tx.t.instruments).values(instrument)
}

/** The instrument as changed, or undefined when it no longer has this version. */
export const updateInstrument = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Partial<Omit<Instrument, 'id' | 'institutionId' | 'createdAt' | 'version'>>,
): Promise<Instrument | undefined> =>
  first(
    await tx.q
      .update(tx.t.instruments)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.instruments.id, at.id), eq(tx.t.instruments.version, at.version)))
      .returning(),
  )

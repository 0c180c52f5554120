import type { Context } from '../../context.ts'
import type { BookingKind, BookingRequest } from '../../domain/booking.ts'
import { type AcceptedBooking, decideBooking } from '../../domain/decideBooking.ts'
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts'
import { span } from '../../domain/span.ts'
import type { Instant } from '../../domain/units.ts'
import { addBooking, type BookingRow } from '../../store/bookings/rows.ts'
import type { Tx } from '../../store/database.ts'
import { markDirty } from '../../store/dirtyDays.ts'
import { type InstrumentForBooking, instrumentWithPolicy } from '../../store/instruments.ts'
import { placeHolds } from '../ledger/holds.ts'
import { type Actor, perform, record, SYSTEM } from '../perform.ts'
import { type GatheredFacts, gatherFacts } from './facts.ts'
import { candidatesOf } from './pool.ts'
import { type Quota, quotaFor } from './quota.ts'

/** Where an import took a booking from, once for each source and id, and who had booked it there. */
export interface ImportedBooking {
  readonly source: string
  readonly externalId: string
  readonly bookedById: string
}

/** What a person asks for: one instrument, or any one of a pool. */
export interface BookingDraft {
  readonly instrumentId: string | null
  readonly poolId: string | null
  readonly projectId: string | null
  readonly allianceId: string | null
  readonly agreementId: string | null
  /** Booked on behalf of this person (代约); absent: for oneself. */
  readonly forPersonId: string | null
  readonly start: Instant
  readonly end: Instant
  readonly places: number
  readonly kind: BookingKind
  readonly title: string | null
  readonly details: Readonly<Record<string, unknown>>
  /** Staff set policy rules aside, with a reason. */
  readonly overrideReason: string | null
  readonly imported?: ImportedBooking
}

/**
 * Books an instrument, or the first unit of a pool that takes the request, with its quota holds, in one
 * transaction.
 *
 * @throws Refused with every rule broken; for a pool those of its nearest unit and `pool-full` with the
 *   counts.
 */
export function book(context: Context, actor: Actor, draft: BookingDraft): Promise<BookingRow> {
  return perform(context, actor, async tx => {
    if (draft.poolId !== null) return bookFromPool(context, tx, actor, { ...draft, poolId: draft.poolId })
    const { instrumentId } = draft
    if (instrumentId === null) refuse({ code: 'invalid-value', field: 'instrumentId', fault: 'missing' })
    await tx.lock('instrument', [instrumentId])
    const found = await instrumentWithPolicy(tx, { instrumentId, at: draft.start })
    if (found === undefined) refuse({ code: 'not-found', noun: 'instrument', id: instrumentId })
    const outcome = await decide(context, tx, actor, { draft, ...found })
    if (outcome.kind === 'refused') throw new Refused(outcome.refusals)
    return store(context, tx, actor, { draft, outcome })
  })
}

async function bookFromPool(
  context: Context,
  tx: Tx,
  actor: Actor,
  draft: BookingDraft & { poolId: string },
) {
  const { free, taken } = await candidatesOf(tx, draft.poolId, span(draft.start, draft.end))
  const refusedBy: (readonly Refusal[])[] = []
  for (const instrument of free) {
    const outcome = await tryUnit(context, tx, actor, { draft, instrument })
    if (outcome.kind === 'accepted') return store(context, tx, actor, { draft, outcome })
    refusedBy.push(outcome.refusals)
  }
  // Units whose time is gone can only be refused: one is asked for its full answer, the others are counted.
  const [nearest] = taken
  if (nearest !== undefined) {
    const outcome = await tryUnit(context, tx, actor, { draft, instrument: nearest })
    if (outcome.kind === 'accepted') return store(context, tx, actor, { draft, outcome })
    refusedBy.push(...taken.map(() => outcome.refusals))
  }
  const fewest = refusedBy.toSorted((a, b) => codesOf(a).size - codesOf(b).size)[0]
  if (fewest === undefined) refuse({ code: 'not-found', noun: 'pool', id: draft.poolId })
  throw new Refused([
    ...fewest,
    { code: 'pool-full', units: free.length + taken.length, counts: countCodes(refusedBy) },
  ])
}

class UnitRefused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super('the unit was refused')
    this.refusals = refusals
  }
}

/** Decides on one unit of a pool. A refused one keeps no locks, so that the next takes its own in order. */
async function tryUnit(context: Context, tx: Tx, actor: Actor, wished: Wished): Promise<Outcome> {
  try {
    return await tx.attempt(async () => {
      const outcome = await decide(context, tx, actor, wished)
      if (outcome.kind === 'refused') throw new UnitRefused(outcome.refusals)
      return outcome
    })
  } catch (error) {
    if (error instanceof UnitRefused) return { kind: 'refused', refusals: error.refusals }
    throw error
  }
}

/** The rules that were broken; two outages in the way are one of them. */
const codesOf = (refusals: readonly Refusal[]) => new Set(refusals.map(refusal => refusal.code))

function countCodes(refusedBy: readonly (readonly Refusal[])[]) {
  const counts: Record<string, number> = {}
  for (const refusals of refusedBy) {
    for (const code of codesOf(refusals)) counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

interface Accepted {
  readonly kind: 'accepted'
  readonly request: BookingRequest
  readonly facts: GatheredFacts
  readonly quota: Quota | null
  readonly accepted: AcceptedBooking
}

interface Decided {
  readonly draft: BookingDraft
  readonly outcome: Accepted
}

type Outcome = Accepted | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

interface Wished {
  readonly draft: BookingDraft
  readonly instrument: InstrumentForBooking
  /** The policy in force, where it was read with the instrument. */
  readonly policyId?: string | null
}

async function decide(context: Context, tx: Tx, actor: Actor, of: Wished): Promise<Outcome> {
  const { draft, instrument, policyId = null } = of
  const request = requestFrom(draft, instrument.id, actor)
  const question = { request, instrument, kind: 'new', ...(policyId !== null && { policyId }) } as const
  const facts = await gatherFacts(context, tx, actor, question)
  if (!isBookable(instrument, facts)) refuse({ code: 'not-found', noun: 'instrument', id: instrument.id })
  const override = draft.overrideReason === null ? 'none' : 'staff'
  if (override === 'staff' && !facts.staff) {
    refuse({ code: 'not-allowed', verb: 'booking.staff', mayDo: ['lab-manager', 'institution-admin'] })
  }
  if (request.kind !== 'use' && !facts.staff) {
    // Maintenance and downtime count as the host's own closed time: only the host's staff say so.
    refuse({ code: 'not-allowed', verb: 'booking.staff', mayDo: ['lab-manager', 'institution-admin'] })
  }
  const quota = await quotaFor(context, tx, request, facts)
  const complete = { ...facts, quota: quota?.facts ?? null }
  const decision = decideBooking(request, complete, { override, now: context.clock.now() })
  if (decision.kind === 'refused') return decision
  return { kind: 'accepted', request, facts, quota, accepted: decision }
}

/**
 * Drafts are seen and tried by their own staff only; a retired instrument is refused by its operating state's
 * rule.
 */
const isBookable = (instrument: InstrumentForBooking, facts: GatheredFacts) =>
  instrument.retiredAt === null && (instrument.publication === 'published' || facts.staff)

/** The service is nobody: what it books counts as booked by whom it is for. */
const bookerOf = ({ forPersonId }: BookingDraft, { personId }: Actor) =>
  personId === SYSTEM.personId && forPersonId !== null ? forPersonId : personId

const requestFrom = (draft: BookingDraft, instrumentId: string, actor: Actor): BookingRequest => ({
  instrumentId,
  start: draft.start,
  end: draft.end,
  places: draft.places,
  kind: draft.kind,
  personId: draft.forPersonId ?? actor.personId,
  // The service books for people when it imports; a person stands as the booker all the same.
  bookedById: draft.imported?.bookedById ?? bookerOf(draft, actor),
  projectId: draft.projectId,
  allianceId: draft.allianceId,
  agreementId: draft.agreementId,
  details: draft.details,
})

async function store(context: Context, tx: Tx, actor: Actor, of: Decided): Promise<BookingRow> {
  const { draft, outcome } = of
  const row = rowFrom(context, actor, of)
  await addBooking(tx, row)
  if (outcome.quota !== null) {
    await placeHolds(context, tx, actor, {
      booking: row,
      ledgerId: outcome.quota.ledgerId,
      legs: outcome.accepted.legs,
    })
  }
  await markDirty(tx, outcome.facts.instrument, row)
  await record(context, tx, actor, {
    verb: 'book',
    noun: 'booking',
    nounId: row.id,
    actedAs: draft.overrideReason === null ? 'owner' : 'staff',
    fields: ['start', 'end', 'places'],
    reason: draft.overrideReason,
  })
  return row
}

function rowFrom(context: Context, actor: Actor, of: Decided): BookingRow {
  const { draft, outcome } = of
  const { request, facts, accepted } = outcome
  const { holder, term } = facts
  if (holder.institutionId === null || term === null) {
    refuse({ code: 'not-shared', instrumentId: request.instrumentId, institutionId: holder.institutionId })
  }
  const allianceId = term.audience === 'own' ? null : term.allianceId
  const override =
    draft.overrideReason === null
      ? null
      : { byId: actor.personId, reason: draft.overrideReason, codes: accepted.overridden }
  return {
    id: context.newId('bkg'),
    instrumentId: request.instrumentId,
    exclusive: facts.instrument.exclusive,
    places: request.places,
    start: request.start,
    end: request.end,
    occupiedUntil: accepted.occupiedUntil,
    state: accepted.state,
    live: true,
    kind: request.kind,
    personId: request.personId,
    bookedById: request.bookedById,
    institutionId: holder.institutionId,
    groupId: holder.groupId,
    projectId: facts.project?.id ?? null,
    allianceId,
    agreementId: request.agreementId,
    sharingTermId: term.id,
    quota: term.quota,
    priceCategory: term.priceCategory,
    policyId: facts.policyId,
    policy: facts.rules,
    title: draft.title,
    details: draft.details,
    override,
    expiresAt: accepted.expiresAt,
    checkedInAt: null,
    checkedOutAt: null,
    endedAt: null,
    reuseDueAt: null,
    cancelledLate: false,
    decisionById: null,
    decisionReason: null,
    source: draft.imported?.source ?? null,
    externalId: draft.imported?.externalId ?? null,
    version: 1,
    createdAt: context.clock.now(),
  }
}

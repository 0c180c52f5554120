import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import type { BookingRequest } from '../../domain/booking.ts'
import type { BookingFacts, QuotaFacts } from '../../domain/bookingFacts.ts'
import type { Span } from '../../domain/span.ts'
import type { Tx } from '../../store/database.ts'
import { payingLotIds } from '../../domain/ledger/legs.ts'
import { balanceOf } from '../../store/ledger/lots.ts'
import { type Payers, type Paying, payingFor } from '../../store/ledger/paying.ts'
import { ensureTracked, unitOf } from '../ledger/tracked.ts'

/** The quota facts of a decision and the ledger that its holds are posted to. */
export interface Quota {
  readonly facts: QuotaFacts
  readonly ledgerId: string
}

const HOLDER_KINDS = ['project', 'group', 'institution', 'reserve'] as const

/**
 * Reads, after locking them, the balances that could pay. Null where the sharing term keeps no quota. Where
 * quota is tracked, the ledger, period and lot are made at first use, so that nothing goes unrecorded.
 */
export async function quotaFor(
  context: Context,
  tx: Tx,
  request: BookingRequest,
  facts: BookingFacts,
): Promise<Quota | null> {
  const claim = claimOf(request, facts)
  if (claim === null) return null
  const paying = await lockedPaying(tx, claim, await madeFor(context, tx, claim))
  if (paying !== undefined) return quotaOf(paying, claim.mode)
  const { mode, unit } = claim
  return { ledgerId: '', facts: { mode, unit, periods: [everPeriod(request)], payers: [] } }
}

/**
 * Makes what tracked quota lacks. For callers that lock lots before they ask for quota: the ledger is locked
 * when a period is opened, and ledgers come before lots.
 */
export async function prepareQuota(context: Context, tx: Tx, request: BookingRequest, facts: BookingFacts) {
  const claim = claimOf(request, facts)
  if (claim?.mode === 'tracked') await madeFor(context, tx, claim)
}

/** Who is to pay for a booking, and in which way. */
interface Claim {
  readonly mode: 'tracked' | 'enforced'
  readonly unit: string
  readonly request: BookingRequest
  readonly payers: Payers
  readonly zone: string
}

function claimOf(request: BookingRequest, facts: BookingFacts): Claim | null {
  const { term, holder, instrument } = facts
  if (term === null || term.quota === 'none' || term.allianceId === null || holder.institutionId === null)
    return null
  const unit = unitOf(facts.rules)
  const payers = {
    allianceId: term.allianceId,
    resourceClass: instrument.resourceClass,
    unit,
    projectId: facts.project?.id ?? '',
    groupId: holder.groupId ?? '',
    institutionId: holder.institutionId,
    start: request.start,
    end: request.end,
  }
  return { mode: term.quota, unit, request, payers, zone: instrument.zone }
}

/** What could pay, not locked yet. Tracked quota is there afterwards in any case. */
async function madeFor(context: Context, tx: Tx, claim: Claim): Promise<Paying | undefined> {
  const { mode, request, payers, zone } = claim
  const paying = await payingFor(tx, payers)
  if (mode === 'enforced' || isCovered(paying && quotaOf(paying, mode), request)) return paying
  await ensureTracked(context, tx, { ...payers, span: request, zone }, paying?.ledger)
  const made = await payingFor(tx, payers)
  assert(made !== undefined, 'the ledger was just made')
  return made
}

/**
 * Locks the lots that would pay: the nearest holder's, so that bookings of other members go on beside. What
 * the lock was waited for may have changed them, so they are read again.
 */
async function lockedPaying(
  tx: Tx,
  { payers, mode }: Claim,
  paying: Paying | undefined,
): Promise<Paying | undefined> {
  if (paying === undefined) return undefined
  await tx.lock('lot', payingLotIds(quotaOf(paying, mode).facts))
  return tx.engine === 'sqlite' ? paying : payingFor(tx, payers)
}

function quotaOf({ ledger, periods, lots }: Paying, mode: 'tracked' | 'enforced'): Quota {
  const usable = lots.filter(
    ({ lot }) => (lot.kind === 'tracked') === (mode === 'tracked') && lot.kind !== 'debt',
  )
  const payers = HOLDER_KINDS.filter(kind => kind !== 'reserve' || ledger.pooled).map(kind =>
    usable.filter(({ holderKind }) => holderKind === kind).map(({ lot }) => balanceOf(lot)),
  )
  return { ledgerId: ledger.id, facts: { mode, unit: ledger.unit, periods, payers } }
}

/** Tracked quota always has a period for the whole span and a lot in each. */
function isCovered(found: Quota | undefined, span: Span): boolean {
  if (found === undefined) return false
  const { periods, payers } = found.facts
  const reached = periods.reduce((at, period) => (period.start <= at ? period.end : at), span.start)
  return reached >= span.end && periods.every(period => payers.flat().some(lot => lot.periodId === period.id))
}

/**
 * Stands in where an alliance keeps no ledger at all, so that the refusal is "no quota" and not "no period".
 */
const everPeriod = (request: Span) =>
  ({ id: '', state: 'open', start: request.start, end: request.end }) as const

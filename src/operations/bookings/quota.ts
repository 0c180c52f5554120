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
  const { term, holder, instrument } = facts
  if (term === null || term.quota === 'none' || term.allianceId === null || holder.institutionId === null)
    return null
  const unit = unitOf(facts.rules)
  const of = { allianceId: term.allianceId, resourceClass: instrument.resourceClass, unit }
  const needed = { ...of, institutionId: holder.institutionId, span: request, zone: instrument.zone }
  const payers = {
    ...of,
    projectId: facts.project?.id ?? '',
    groupId: holder.groupId ?? '',
    institutionId: holder.institutionId,
    start: request.start,
    end: request.end,
  }
  const mode = term.quota
  const paying = await lockedPaying(tx, payers, mode)
  const found = paying && quotaOf(paying, mode)
  if (mode === 'tracked' && !isCovered(found, request)) {
    await ensureTracked(context, tx, needed, paying?.ledger)
    const made = await lockedPaying(tx, payers, mode)
    assert(made !== undefined, 'the ledger was just made')
    return quotaOf(made, mode)
  }
  return found ?? { ledgerId: '', facts: { mode, unit, periods: [everPeriod(request)], payers: [] } }
}

/**
 * Locks the lots that would pay: the nearest holder's, so that bookings of other members go on beside. What the
 * lock was waited for may have changed them, so they are read again.
 */
async function lockedPaying(
  tx: Tx,
  payers: Payers,
  mode: 'tracked' | 'enforced',
): Promise<Paying | undefined> {
  const paying = await payingFor(tx, payers)
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

import type { Context } from '../../context.ts'
import type { BookingRequest } from '../../domain/booking.ts'
import type { BookingFacts, QuotaFacts } from '../../domain/bookingFacts.ts'
import type { Span } from '../../domain/span.ts'
import type { Tx } from '../../store/database.ts'
import {
  balanceOf,
  findLedgerOf,
  type LedgerRow,
  payingLots,
  periodsWithin,
} from '../../store/ledger/lots.ts'
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
  const mode = term.quota
  const ledger = await findLedgerOf(tx, of)
  const found = ledger === undefined ? undefined : await readQuota(tx, { ledger, request, facts, mode })
  if (mode === 'tracked' && !isCovered(found, request)) {
    const made = await ensureTracked(context, tx, needed, ledger)
    return readQuota(tx, { ledger: made, request, facts, mode })
  }
  return found ?? { ledgerId: '', facts: { mode, unit, periods: [everPeriod(request)], payers: [] } }
}

interface QuotaQuestion {
  readonly ledger: LedgerRow
  readonly request: BookingRequest
  readonly facts: BookingFacts
  readonly mode: 'tracked' | 'enforced'
}

async function readQuota(tx: Tx, of: QuotaQuestion): Promise<Quota> {
  const periods = await periodsWithin(tx, of.ledger.id, of.request)
  const { unit, id } = of.ledger
  return { ledgerId: id, facts: { mode: of.mode, unit, periods, payers: await payersOf(tx, of) } }
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

async function payersOf(tx: Tx, of: QuotaQuestion) {
  const { ledger, request, facts, mode } = of
  const holders = {
    ledgerId: ledger.id,
    projectId: facts.project?.id ?? '',
    groupId: facts.holder.groupId ?? '',
    institutionId: facts.holder.institutionId ?? '',
    start: request.start,
    end: request.end,
  }
  const candidates = await payingLots(tx, holders)
  const lotIds = candidates.map(({ lot }) => lot.id)
  await tx.lock('lot', lotIds)
  const locked = tx.engine === 'sqlite' ? candidates : await payingLots(tx, holders)
  const paying = locked.filter(
    ({ lot }) => (lot.kind === 'tracked') === (mode === 'tracked') && lot.kind !== 'debt',
  )
  return HOLDER_KINDS.filter(kind => kind !== 'reserve' || ledger.pooled).map(kind =>
    paying.filter(({ holderKind }) => holderKind === kind).map(({ lot }) => balanceOf(lot)),
  )
}

import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import type { PolicyRules } from '../../domain/policy.ts'
import type { Span } from '../../domain/span.ts'
import type { Day } from '../../domain/units.ts'
import { dayBounds, localDay } from '../../domain/zone.ts'
import type { Tx } from '../../store/database.ts'
import {
  ensureAccount,
  ensureLedger,
  ensureLot,
  ensurePeriod,
  findLedgerOf,
  type LedgerRow,
  periodsWithin,
} from '../../store/ledger/lots.ts'
import { emptyLot } from './holds.ts'

/**
 * Whole days are counted in place-days (cage-days); everything else in place-seconds (instrument- or
 * core-seconds).
 */
export const unitOf = (rules: Pick<PolicyRules, 'bookingUnit'>) =>
  rules.bookingUnit === 'day' ? 'day' : 'second'

export interface TrackedNeed {
  readonly allianceId: string
  readonly resourceClass: string
  readonly unit: string
  readonly institutionId: string
  readonly span: Span
  /** The instrument's zone: a ledger made at first use counts its years there. */
  readonly zone: string
}

/**
 * Makes what tracking needs where it is not there yet: the ledger, a period (the calendar year where the
 * alliance has opened none) and the institution's unbounded lot.
 */
export async function ensureTracked(
  context: Context,
  tx: Tx,
  need: TrackedNeed,
  known: LedgerRow | undefined,
): Promise<LedgerRow> {
  const ledger = known ?? (await newLedger(context, tx, need))
  await coverWithYears(context, tx, ledger, need.span)
  const account = await ensureAccount(tx, {
    id: context.newId('acc'),
    ledgerId: ledger.id,
    holderKind: 'institution',
    holderId: need.institutionId,
    createdAt: context.clock.now(),
  })
  for (const period of await periodsWithin(tx, ledger.id, need.span)) {
    const place = { ledgerId: ledger.id, accountId: account.id, periodId: period.id }
    const lot = emptyLot({ ...place, validFrom: period.start, validTo: period.end })
    await ensureLot(tx, { ...lot, id: context.newId('lot'), kind: 'tracked', bounded: false })
  }
  return ledger
}

async function newLedger(context: Context, tx: Tx, need: TrackedNeed): Promise<LedgerRow> {
  const { allianceId, resourceClass, unit, zone } = need
  const createdAt = context.clock.now()
  await ensureLedger(tx, {
    id: context.newId('ldg'),
    allianceId,
    resourceClass,
    unit,
    zone,
    pooled: false,
    createdAt,
  })
  const ledger = await findLedgerOf(tx, need)
  assert(ledger !== undefined, 'the ledger was just made')
  return ledger
}

async function coverWithYears(context: Context, tx: Tx, ledger: LedgerRow, span: Span) {
  let at = span.start
  for (const period of await periodsWithin(tx, ledger.id, span)) if (period.start <= at) at = period.end
  while (at < span.end) {
    const year = localDay(ledger.zone, at).slice(0, 4)
    const startsAt = dayBounds(ledger.zone, `${year}-01-01` as Day).start
    const endsAt = dayBounds(ledger.zone, `${Number(year) + 1}-01-01` as Day).start
    await ensurePeriod(tx, {
      id: context.newId('prd'),
      ledgerId: ledger.id,
      name: year,
      startsAt,
      endsAt,
      state: 'open',
    })
    at = endsAt
  }
}

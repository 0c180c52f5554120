import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import type { PolicyRules } from '../../domain/policy.ts'
import { type Span, span } from '../../domain/span.ts'
import type { Day, Instant } from '../../domain/units.ts'
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
 * alliance has opened none) and the institution's unbounded lot. Called before any lot is locked.
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

/**
 * Opens calendar years, or what is left of them between the periods that the alliance has opened, until the
 * whole booking lies in periods.
 */
async function coverWithYears(context: Context, tx: Tx, ledger: LedgerRow, whole: Span) {
  if (firstUncovered(await periodsWithin(tx, ledger.id, whole), whole) === undefined) return
  // Held, so that no other period is opened in between.
  await tx.lock('ledger', [ledger.id])
  for (;;) {
    const at = firstUncovered(await periodsWithin(tx, ledger.id, whole), whole)
    if (at === undefined) return
    const year = yearAround(ledger.zone, at)
    const gap = gapAround(at, year, await periodsWithin(tx, ledger.id, year))
    const id = context.newId('prd')
    const period = {
      id,
      ledgerId: ledger.id,
      name: year.name,
      startsAt: gap.start,
      endsAt: gap.end,
      state: 'open',
    }
    await ensurePeriod(tx, period)
  }
}

function firstUncovered(periods: readonly Span[], whole: Span): Instant | undefined {
  let at = whole.start
  for (const period of periods) if (period.start <= at && at < period.end) at = period.end
  return at < whole.end ? at : undefined
}

function yearAround(zone: string, at: Instant) {
  const name = localDay(zone, at).slice(0, 4)
  const { start } = dayBounds(zone, `${name}-01-01` as Day)
  const { start: end } = dayBounds(zone, `${Number(name) + 1}-01-01` as Day)
  return { name, start, end }
}

/** The part of `within` around `at` that no period takes. */
function gapAround(at: Instant, within: Span, periods: readonly Span[]): Span {
  const before = periods.filter(period => period.end <= at).map(period => period.end)
  const after = periods.filter(period => period.start > at).map(period => period.start)
  return span(Math.max(within.start, ...before), Math.min(within.end, ...after))
}

import { and, eq, gt, lt, or, type SQL } from 'drizzle-orm'
import type { PeriodSpan } from '../../domain/ledger/lots.ts'
import type { Instant } from '../../domain/units.ts'
import { first, type Reader, type Slots, statement } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import type { LedgerRow, LotRow } from './lots.ts'

/** Periods that one booking may touch, times the lots that could pay in each. */
const rowsMax = 10_000

/** Who could pay for a booking, in which ledger and when. An id that is not known is empty. */
export type Payers = {
  readonly allianceId: string
  readonly resourceClass: string
  readonly unit: string
  readonly projectId: string
  readonly groupId: string
  readonly institutionId: string
  readonly start: Instant
  readonly end: Instant
}

/** A ledger with its periods that a span touches, in order, and every lot that could pay in one of them. */
export interface Paying {
  readonly ledger: LedgerRow
  readonly periods: readonly PeriodSpan[]
  readonly lots: readonly { readonly holderKind: string; readonly lot: LotRow }[]
}

const paying = statement<Payers>()('ledgers.paying', (q, t, v) =>
  q
    .select({
      ledger: t.ledgers,
      period: { id: t.periods.id, start: t.periods.startsAt, end: t.periods.endsAt, state: t.periods.state },
      holderKind: t.accounts.holderKind,
      lot: t.lots,
    })
    .from(t.ledgers)
    .leftJoin(
      t.periods,
      and(eq(t.periods.ledgerId, t.ledgers.id), gt(t.periods.endsAt, v.start), lt(t.periods.startsAt, v.end)),
    )
    .leftJoin(t.accounts, mayPay(t, v))
    .leftJoin(
      t.lots,
      and(
        eq(t.lots.accountId, t.accounts.id),
        eq(t.lots.periodId, t.periods.id),
        gt(t.lots.validTo, v.start),
        lt(t.lots.validFrom, v.end),
      ),
    )
    .where(
      and(
        eq(t.ledgers.allianceId, v.allianceId),
        eq(t.ledgers.resourceClass, v.resourceClass),
        eq(t.ledgers.unit, v.unit),
      ),
    )
    .limit(rowsMax),
)

/** The accounts of the project, group and institution, and the reserve, each by the whole of its key. */
function mayPay({ accounts, ledgers }: Tables, v: Slots<Payers>) {
  const of = (holderKind: string, holderId: SQL<string>) =>
    and(
      eq(accounts.ledgerId, ledgers.id),
      eq(accounts.holderKind, holderKind),
      eq(accounts.holderId, holderId),
    )
  return or(
    of('project', v.projectId),
    of('group', v.groupId),
    of('institution', v.institutionId),
    of('reserve', v.allianceId),
  )
}

/** What could pay for a booking; undefined where the alliance keeps no such ledger. */
export async function payingFor(reader: Reader, payers: Payers): Promise<Paying | undefined> {
  const rows = await reader.run(paying, payers)
  const ledger = first(rows)?.ledger
  if (ledger === undefined) return undefined
  const periods = new Map<string, PeriodSpan>()
  const lots = new Map<string, Paying['lots'][number]>()
  for (const { period, holderKind, lot } of rows) {
    if (period !== null) periods.set(period.id, period as PeriodSpan)
    if (lot !== null && holderKind !== null) lots.set(lot.id, { holderKind, lot })
  }
  return {
    ledger,
    periods: [...periods.values()].toSorted((a, b) => a.start - b.start),
    lots: [...lots.values()],
  }
}

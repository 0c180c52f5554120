import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Span } from '../../domain/span.ts'
import { first, type Reader } from '../database.ts'
import { afterId, equalsIfGiven, type Page } from '../search.ts'
import type { LedgerRow, PeriodRow } from './lots.ts'

/** Periods of one ledger at most that a reply shows: monthly ones for more than thirty years. */
const periodsMax = 400

export const findLedger = async ({ q, t }: Reader, id: string): Promise<LedgerRow | undefined> =>
  first(await q.select().from(t.ledgers).where(eq(t.ledgers.id, id)))

export interface LedgerFilter extends Page {
  readonly allianceId?: string | undefined
  /** Only those of these alliances; all when left out. */
  readonly among?: readonly string[] | undefined
}

/** Ledgers in order of id. */
export const listLedgers = ({ q, t }: Reader, filter: LedgerFilter): Promise<LedgerRow[]> =>
  q
    .select()
    .from(t.ledgers)
    .where(
      and(
        equalsIfGiven(t.ledgers.allianceId, filter.allianceId),
        filter.among && inArray(t.ledgers.allianceId, [...filter.among]),
        afterId(t.ledgers.id, filter),
      ),
    )
    .orderBy(asc(t.ledgers.id))
    .limit(filter.limit)

export const findPeriod = async ({ q, t }: Reader, id: string): Promise<PeriodRow | undefined> =>
  first(await q.select().from(t.periods).where(eq(t.periods.id, id)))

/** The periods of a ledger in order of time. */
export const periodsOf = ({ q, t }: Reader, ledgerId: string): Promise<PeriodRow[]> =>
  q
    .select()
    .from(t.periods)
    .where(eq(t.periods.ledgerId, ledgerId))
    .orderBy(asc(t.periods.startsAt), asc(t.periods.id))
    .limit(periodsMax)

/** The period that shares time with a span, the earliest where there are several. */
export const periodTouching = async (
  { q, t }: Reader,
  ledgerId: string,
  span: Span,
): Promise<PeriodRow | undefined> =>
  first(
    await q
      .select()
      .from(t.periods)
      .where(
        and(
          eq(t.periods.ledgerId, ledgerId),
          gt(t.periods.endsAt, span.start),
          lt(t.periods.startsAt, span.end),
        ),
      )
      .orderBy(asc(t.periods.startsAt), asc(t.periods.id))
      .limit(1),
  )

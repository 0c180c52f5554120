import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Span } from '../../domain/span.ts'
import { first, type Reader } from '../database.ts'
import { afterId, equalsIfGiven, type Page } from '../search.ts'
import type { LedgerRow, PeriodRow } from './lots.ts'

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

/** The periods of a ledger, the newest first; no two begin together. */
export const periodsOf = (
  { q, t }: Reader,
  { ledgerId, after, limit }: { readonly ledgerId: string } & Page,
): Promise<PeriodRow[]> =>
  q
    .select()
    .from(t.periods)
    .where(
      and(
        eq(t.periods.ledgerId, ledgerId),
        after === undefined
          ? undefined
          : lt(
              t.periods.startsAt,
              q.select({ startsAt: t.periods.startsAt }).from(t.periods).where(eq(t.periods.id, after)),
            ),
      ),
    )
    .orderBy(desc(t.periods.startsAt))
    .limit(limit)

/** The newest period of a ledger that is called so. */
export const periodCalled = async (
  { q, t }: Reader,
  ledgerId: string,
  name: string,
): Promise<PeriodRow | undefined> =>
  first(
    await q
      .select()
      .from(t.periods)
      .where(and(eq(t.periods.ledgerId, ledgerId), eq(t.periods.name, name)))
      .orderBy(desc(t.periods.startsAt))
      .limit(1),
  )

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

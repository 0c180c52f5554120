import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { BookingRight } from '../domain/alliance.ts'
import type { Day } from '../domain/units.ts'
import { first, type Reader, statement } from './database.ts'

const onDay = statement<{ allianceId: string; institutionId: string; day: Day }>()(
  'memberships.onDay',
  (q, t, v) =>
    q
      .select({ id: t.memberships.id, right: t.memberships.right })
      .from(t.memberships)
      .where(
        and(
          eq(t.memberships.institutionId, v.institutionId),
          eq(t.memberships.allianceId, v.allianceId),
          lte(t.memberships.startsOn, v.day),
          or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, v.day)),
        ),
      )
      .orderBy(t.memberships.id)
      .limit(1),
)

/** The membership that an institution holds in an alliance on a day; its first and last day count. */
export const membershipOn = async (
  reader: Reader,
  on: { readonly allianceId: string; readonly institutionId: string; readonly day: Day },
): Promise<{ id: string; right: BookingRight } | undefined> => {
  const row = first(await reader.run(onDay, on))
  return row && { id: row.id, right: row.right as BookingRight }
}

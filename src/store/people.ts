import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { affiliationsMax } from '../domain/person.ts'
import type { Day } from '../domain/units.ts'
import { type Reader, statement } from './database.ts'

const affiliations = statement<{ personId: string; day: Day }>()('people.affiliationsOn', (q, t, v) =>
  q
    .select({
      id: t.affiliations.id,
      institutionId: t.affiliations.institutionId,
      groupId: t.affiliations.groupId,
    })
    .from(t.affiliations)
    .where(
      and(
        eq(t.affiliations.personId, v.personId),
        lte(t.affiliations.startsOn, v.day),
        or(isNull(t.affiliations.endsOn), gte(t.affiliations.endsOn, v.day)),
      ),
    )
    .orderBy(t.affiliations.id)
    .limit(affiliationsMax),
)

/** Where a person belongs on a day; the first and the last day count. */
export const affiliationsOn = (reader: Reader, of: { readonly personId: string; readonly day: Day }) =>
  reader.run(affiliations, of)

import { and, eq, gt, lt, ne, sql } from 'drizzle-orm'
import type { Cap } from '../../domain/policy.ts'
import type { Instant } from '../../domain/units.ts'
import { type Reader, statement } from '../database.ts'

/** More bookings of one holder in one cap period than this are not told apart. */
const countedMax = 5_000

type HolderSpan = { holderId: string; instrumentId: string; from: Instant; to: Instant; exceptId: string }

/** A cap is a rule of one instrument: it counts the holder's live bookings there. */
const countedFor = (per: Cap['per']) =>
  statement<HolderSpan>()(`bookings.countedPer.${per}`, (q, t, v) => {
    // A person has few bookings to come; a group or institution may have more than the instrument has, so
    // that its own index is kept out of reach.
    const holder = {
      person: sql`${t.bookings.personId}`,
      group: sql`coalesce(${t.bookings.groupId}, '')`,
      institution: sql`coalesce(${t.bookings.institutionId}, '')`,
    }
    return q
      .select({
        start: t.bookings.start,
        end: t.bookings.end,
        createdAt: t.bookings.createdAt,
        state: t.bookings.state,
      })
      .from(t.bookings)
      .where(
        and(
          eq(holder[per], v.holderId),
          eq(t.bookings.instrumentId, v.instrumentId),
          eq(t.bookings.live, true),
          gt(t.bookings.end, v.from),
          lt(t.bookings.start, v.to),
          ne(t.bookings.id, v.exceptId),
        ),
      )
      .limit(countedMax)
  })

const STATEMENTS = {
  person: countedFor('person'),
  group: countedFor('group'),
  institution: countedFor('institution'),
}

export const bookingsUnderCap = (reader: Reader, per: Cap['per'], span: HolderSpan) =>
  reader.run(STATEMENTS[per], span)

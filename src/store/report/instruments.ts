import { and, eq, gt, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import type { Reach } from '../../domain/report/reach.ts'
import type { InstrumentChoice } from '../../domain/report/report.ts'
import type { Day, Instant } from '../../domain/units.ts'
import type { Span } from '../../domain/span.ts'
import type { Queries, Reader } from '../database.ts'
import type { Tables } from '../schema/tables.ts'
import { afterId, equalsIfGiven, type Page } from '../search.ts'

/** What a report needs to know of an instrument. */
export interface ReportedInstrument {
  readonly id: string
  readonly institutionId: string
  readonly resourceClass: string
  readonly capacity: number
  readonly zone: string
  readonly commissionedOn: Day | null
  readonly createdAt: Instant
  readonly retiredAt: Instant | null
}

export const selectReported = (q: Queries, { instruments: i }: Tables) =>
  q
    .select({
      id: i.id,
      institutionId: i.institutionId,
      resourceClass: i.resourceClass,
      capacity: i.capacity,
      zone: i.zone,
      commissionedOn: i.commissionedOn,
      createdAt: i.createdAt,
      retiredAt: i.retiredAt,
    })
    .from(i)

/** A page of the published instruments within reach that were in service in the window, in order of id. */
export const reportedInstruments = (
  reader: Reader,
  choice: InstrumentChoice & Page & { readonly window: Span },
): Promise<ReportedInstrument[]> => {
  const { instruments } = reader.t
  return selectReported(reader.q, reader.t)
    .where(and(isReported(reader, choice), afterId(instruments.id, choice)))
    .orderBy(instruments.id)
    .limit(choice.limit)
}

/** The condition on `instruments` that a choice makes; drafts have no bookings and stand in no report. */
export function isReported(
  reader: Reader,
  choice: InstrumentChoice & { readonly window: Span },
): SQL | undefined {
  const { instruments } = reader.t
  const { reach, window } = choice
  const shared = sharedInto(reader, choice.allianceId, window)
  return and(
    eq(instruments.publication, 'published'),
    or(isNull(instruments.retiredAt), gt(instruments.retiredAt, window.start)),
    equalsIfGiven(instruments.id, choice.instrumentId ?? undefined),
    equalsIfGiven(instruments.institutionId, choice.institutionId ?? undefined),
    shared,
    // Someone who leads the alliance asked about sees every instrument shared into it.
    reach.allianceId !== null && reach.allianceId === choice.allianceId ? undefined : isHosted(reader, reach),
  )
}

/** Whether the reader is of the host; undefined: of every host. */
export function isHosted({ t }: Reader, { hosts }: Reach): SQL | undefined {
  if (hosts.everywhere) return undefined
  return or(
    inArray(t.instruments.institutionId, [...hosts.institutionIds]),
    inArray(t.instruments.id, [...hosts.instrumentIds]),
  )
}

function sharedInto({ q, t }: Reader, allianceId: string | null, window: Span): SQL | undefined {
  if (allianceId === null) return undefined
  const { sharingTerms } = t
  const ids = q
    .select({ id: sharingTerms.instrumentId })
    .from(sharingTerms)
    .where(
      and(
        eq(sharingTerms.allianceId, allianceId),
        lt(sharingTerms.startsAt, window.end),
        or(isNull(sharingTerms.endsAt), gt(sharingTerms.endsAt, window.start)),
      ),
    )
  return inArray(t.instruments.id, ids)
}

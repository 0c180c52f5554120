import { and, desc, gte, inArray } from 'drizzle-orm'
import { leastIdAt } from '../domain/identifiers.ts'
import type { Instant } from '../domain/units.ts'
import { type Reader, rowSlots, statement, type Tx } from './database.ts'

/** One line of the audit. Ids and names of fields only: what a person wrote stays where it was written. */
export interface AuditLine {
  readonly id: string
  readonly at: Instant
  readonly actorId: string
  readonly actedAs: string
  readonly verb: string
  readonly noun: string
  readonly nounId: string
  readonly fields: readonly string[]
  readonly reason: string | null
}

const add = statement<AuditLine>()('audit.add', (q, t) =>
  q.insert(t.audit).values(rowSlots<AuditLine>(t.audit)),
)

export const addAuditLine = async (tx: Tx, line: AuditLine) => {
  await tx.run(add, line)
}

/** The prefix of the ids of lines, which tell when a line was written. */
export const auditPrefix = 'aud'

/** What the page may have to show anew after a line about it. */
const WATCHED_NOUNS = ['booking', 'instrument', 'outage', 'policy', 'run', 'sharing-term'] as const
export type WatchedNoun = (typeof WATCHED_NOUNS)[number]

/** More lines than these are not looked through; whoever follows them starts afresh. */
export const watchedLinesMax = 5_000

export interface WatchedLine {
  readonly id: string
  readonly noun: WatchedNoun
  readonly nounId: string
  readonly fields: readonly string[]
}

const watched = statement<{ leastId: string }>()('audit.watched', (q, t, v) =>
  q
    .select({ id: t.audit.id, noun: t.audit.noun, nounId: t.audit.nounId, fields: t.audit.fields })
    .from(t.audit)
    .where(and(gte(t.audit.id, v.leastId), inArray(t.audit.noun, [...WATCHED_NOUNS])))
    .orderBy(desc(t.audit.id))
    .limit(watchedLinesMax),
)

/** The lines about watched nouns whose ids were made since a moment, the newest first. */
export const watchedLinesSince = async (reader: Reader, since: Instant): Promise<readonly WatchedLine[]> =>
  // The query names the nouns, so that the column holds no other.
  (await reader.run(watched, { leastId: leastIdAt(auditPrefix, since) })) as readonly WatchedLine[]

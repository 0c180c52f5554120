import type { Instant } from '../domain/units.ts'
import { rowSlots, statement, type Tx } from './database.ts'

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

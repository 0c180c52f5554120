import { and, asc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Instant } from '../../domain/units.ts'
import { first, type Reader } from '../database.ts'
import { afterId, type Page } from '../search.ts'
import type { AccountRow, LotRow } from './lots.ts'

/** An account with the alliance it counts in and the institution of its holder; the reserve has none. */
export interface AccountInPlace extends AccountRow {
  readonly allianceId: string
  readonly institutionId: string | null
}

const selectInPlace = ({ q, t }: Reader) => {
  const projectGroups = alias(t.groups, 'project_groups')
  return q
    .select({
      account: t.accounts,
      allianceId: t.ledgers.allianceId,
      groupInstitutionId: t.groups.institutionId,
      projectInstitutionId: projectGroups.institutionId,
    })
    .from(t.accounts)
    .innerJoin(t.ledgers, eq(t.ledgers.id, t.accounts.ledgerId))
    .leftJoin(t.groups, and(eq(t.accounts.holderKind, 'group'), eq(t.groups.id, t.accounts.holderId)))
    .leftJoin(t.projects, and(eq(t.accounts.holderKind, 'project'), eq(t.projects.id, t.accounts.holderId)))
    .leftJoin(projectGroups, eq(projectGroups.id, t.projects.groupId))
}

type InPlace = Awaited<ReturnType<typeof selectInPlace>>[number]

function placed(row: InPlace): AccountInPlace {
  const { account, allianceId, groupInstitutionId, projectInstitutionId } = row
  const isInstitution = account.holderKind === 'institution' || account.holderKind === 'external'
  const ownId = isInstitution ? account.holderId : null
  return { ...account, allianceId, institutionId: groupInstitutionId ?? projectInstitutionId ?? ownId }
}

export const findAccount = async (reader: Reader, id: string): Promise<AccountInPlace | undefined> => {
  const row = first(await selectInPlace(reader).where(eq(reader.t.accounts.id, id)))
  return row && placed(row)
}

export interface AccountFilter extends Page {
  readonly ledgerId: string
  /** Only accounts of these holders; all when left out. */
  readonly of?: {
    readonly institutionIds: readonly string[]
    readonly groupIds: readonly string[]
    readonly projectIds: readonly string[]
    readonly reserve: 'shown' | 'left-out'
  }
}

/** Accounts of a ledger in order of id. */
export const listAccounts = async (reader: Reader, filter: AccountFilter): Promise<AccountInPlace[]> => {
  const { t } = reader
  const rows = await selectInPlace(reader)
    .where(
      and(eq(t.accounts.ledgerId, filter.ledgerId), filter.of && heldBy(reader, filter.of), afterId(t.accounts.id, filter)),
    )
    .orderBy(asc(t.accounts.id))
    .limit(filter.limit)
  return rows.map(placed)
}

function heldBy({ t }: Reader, of: NonNullable<AccountFilter['of']>) {
  const { holderKind, holderId } = t.accounts
  const projectGroups = alias(t.groups, 'project_groups')
  return or(
    and(inArray(holderKind, ['institution', 'external']), inArray(holderId, [...of.institutionIds])),
    inArray(t.groups.institutionId, [...of.institutionIds]),
    inArray(projectGroups.institutionId, [...of.institutionIds]),
    and(eq(holderKind, 'group'), inArray(holderId, [...of.groupIds])),
    and(eq(holderKind, 'project'), inArray(holderId, [...of.projectIds])),
    of.reserve === 'shown' ? eq(holderKind, 'reserve') : undefined,
  )
}

/** Lots of some accounts, in order of id. */
export const lotsOfAccounts = ({ q, t }: Reader, accountIds: readonly string[]): Promise<LotRow[]> =>
  q
    .select()
    .from(t.lots)
    .where(inArray(t.lots.accountId, [...accountIds]))
    .orderBy(asc(t.lots.id))
    .limit(accountIds.length * lotsPerAccountMax)

/** Base, carried, supplement, advance, tracked and debt lots of each period. */
const lotsPerAccountMax = 2_400

/** What some lots had spent before an instant, by the kind of row. */
export const spentBefore = async ({ q, t }: Reader, lotIds: readonly string[], before: Instant) => {
  const original = alias(t.transfers, 'original')
  return q
    .select({
      lotId: t.transfers.sourceLotId,
      op: t.transfers.op,
      kind: t.transfers.kind,
      originalKind: original.kind,
      amount: sql<number>`sum(${t.transfers.amount})`.mapWith(Number),
    })
    .from(t.transfers)
    .leftJoin(original, eq(original.id, t.transfers.reversalOf))
    .where(
      and(
        inArray(t.transfers.sourceLotId, [...lotIds]),
        inArray(t.transfers.op, ['post', 'settle']),
        lt(t.transfers.effectiveAt, before),
      ),
    )
    .groupBy(t.transfers.sourceLotId, t.transfers.op, t.transfers.kind, original.kind)
}

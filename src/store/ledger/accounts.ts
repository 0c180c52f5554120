import { and, asc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Amount, amount, type Instant } from '../../domain/units.ts'
import { first, type Reader } from '../database.ts'
import { afterId, type Page } from '../search.ts'
import type { AccountRow, LotRow } from './lots.ts'

/** An account with the alliance it counts in and the institution of its holder; the reserve has none. */
export interface AccountInPlace extends AccountRow {
  readonly allianceId: string
  readonly institutionId: string | null
  readonly holderName: string | null
}

const selectInPlace = ({ q, t }: Reader) => {
  const projectGroups = alias(t.groups, 'project_groups')
  return q
    .select({
      account: t.accounts,
      allianceId: t.ledgers.allianceId,
      groupInstitutionId: t.groups.institutionId,
      projectInstitutionId: projectGroups.institutionId,
      names: {
        alliance: t.alliances.name,
        institution: t.institutions.name,
        group: t.groups.name,
        project: t.projects.name,
      },
    })
    .from(t.accounts)
    .innerJoin(t.ledgers, eq(t.ledgers.id, t.accounts.ledgerId))
    .innerJoin(t.alliances, eq(t.alliances.id, t.ledgers.allianceId))
    .leftJoin(
      t.institutions,
      and(
        inArray(t.accounts.holderKind, ['institution', 'external']),
        eq(t.institutions.id, t.accounts.holderId),
      ),
    )
    .leftJoin(t.groups, and(eq(t.accounts.holderKind, 'group'), eq(t.groups.id, t.accounts.holderId)))
    .leftJoin(t.projects, and(eq(t.accounts.holderKind, 'project'), eq(t.projects.id, t.accounts.holderId)))
    .leftJoin(projectGroups, eq(projectGroups.id, t.projects.groupId))
}

type InPlace = Awaited<ReturnType<typeof selectInPlace>>[number]

function placed(row: InPlace): AccountInPlace {
  const { account, allianceId, groupInstitutionId, projectInstitutionId, names } = row
  const isInstitution = account.holderKind === 'institution' || account.holderKind === 'external'
  const ownId = isInstitution ? account.holderId : null
  const reserveName = account.holderKind === 'reserve' ? names.alliance : null
  return {
    ...account,
    allianceId,
    institutionId: groupInstitutionId ?? projectInstitutionId ?? ownId,
    holderName: names.institution ?? names.group ?? names.project ?? reserveName,
  }
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
      and(
        eq(t.accounts.ledgerId, filter.ledgerId),
        filter.of && heldBy(reader, filter.of),
        afterId(t.accounts.id, filter),
      ),
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

/** Rows that moved some lots, added up by what they did. */
export interface MoveSum {
  readonly lotId: string
  readonly op: string
  readonly kind: string
  readonly originalKind: string | null
  readonly amount: Amount
  readonly originalAmount: Amount
}

/**
 * Adds up what went out of some lots: use before an instant, or through the bookings of some institutions.
 */
export const movesOutOf = async (
  { q, t }: Reader,
  lotIds: readonly string[],
  only: { readonly before?: Instant; readonly institutionIds?: readonly string[] },
): Promise<MoveSum[]> => {
  const original = alias(t.transfers, 'original')
  const { sourceLotId, pendingId, reversalOf, op, kind } = t.transfers
  const rows = await q
    .select({
      lotId: sourceLotId,
      op,
      kind,
      originalKind: original.kind,
      amount: sql<number>`sum(${t.transfers.amount})`.mapWith(Number),
      originalAmount: sql<number>`coalesce(sum(${original.amount}), 0)`.mapWith(Number),
    })
    .from(t.transfers)
    .leftJoin(original, eq(original.id, sql`coalesce(${pendingId}, ${reversalOf})`))
    .leftJoin(t.bookings, eq(t.bookings.id, t.transfers.bookingId))
    .where(
      and(
        inArray(sourceLotId, [...lotIds]),
        only.before === undefined ? undefined : lt(t.transfers.effectiveAt, only.before),
        only.institutionIds && inArray(t.bookings.institutionId, [...only.institutionIds]),
      ),
    )
    .groupBy(sourceLotId, op, kind, original.kind)
  return rows.map(row => ({
    ...row,
    lotId: row.lotId ?? '',
    amount: amount(row.amount),
    originalAmount: amount(row.originalAmount),
  }))
}

import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { type BookingRight, membershipRolesMax } from '../domain/alliance.ts'
import type { Day } from '../domain/units.ts'
import { first, type Reader, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, equalsIfGiven, type Page } from './search.ts'

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

export type Membership = Tables['memberships']['$inferSelect']
export type MembershipRole = Tables['membershipRoles']['$inferSelect']

/** Memberships of one institution in one alliance at most, one after another. */
const termsMax = 100

export const findMembership = async (reader: Reader, id: string): Promise<Membership | undefined> =>
  first(await reader.q.select().from(reader.t.memberships).where(eq(reader.t.memberships.id, id)))

/** Every membership that an institution has or had in an alliance. */
export const membershipsOf = (
  { q, t }: Reader,
  of: { readonly allianceId: string; readonly institutionId: string },
): Promise<Membership[]> =>
  q
    .select()
    .from(t.memberships)
    .where(
      and(eq(t.memberships.allianceId, of.allianceId), eq(t.memberships.institutionId, of.institutionId)),
    )
    .orderBy(t.memberships.id)
    .limit(termsMax)

/** Which of the institutions are members of an alliance on a day. */
export const membersAmong = async (
  { q, t }: Reader,
  of: { readonly allianceId: string; readonly institutionIds: readonly string[]; readonly day: Day },
): Promise<ReadonlySet<string>> => {
  const rows = await q
    .selectDistinct({ id: t.memberships.institutionId })
    .from(t.memberships)
    .where(
      and(
        eq(t.memberships.allianceId, of.allianceId),
        inArray(t.memberships.institutionId, of.institutionIds),
        lte(t.memberships.startsOn, of.day),
        or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, of.day)),
      ),
    )
  return new Set(rows.map(row => row.id))
}

export interface MembershipFilter extends Page {
  readonly allianceId?: string | undefined
  readonly institutionId?: string | undefined
  /** Only those that hold on this day. */
  readonly on?: Day | undefined
}

/** Memberships past, present and to come, in order of id. */
export const listMemberships = ({ q, t }: Reader, filter: MembershipFilter): Promise<Membership[]> =>
  q
    .select()
    .from(t.memberships)
    .where(
      and(
        equalsIfGiven(t.memberships.allianceId, filter.allianceId),
        equalsIfGiven(t.memberships.institutionId, filter.institutionId),
        filter.on && lte(t.memberships.startsOn, filter.on),
        filter.on && or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, filter.on)),
        afterId(t.memberships.id, filter),
      ),
    )
    .orderBy(t.memberships.id)
    .limit(filter.limit)

export const insertMembership = async (tx: Tx, membership: Membership) => {
  await tx.q.insert(tx.t.memberships).values(membership)
}

/** The membership as changed, or undefined when it no longer has this version. */
export const updateMembership = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Partial<Pick<Membership, 'right' | 'endsOn'>>,
): Promise<Membership | undefined> =>
  first(
    await tx.q
      .update(tx.t.memberships)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.memberships.id, at.id), eq(tx.t.memberships.version, at.version)))
      .returning(),
  )

/** The roles of some memberships, in order of id. */
export const rolesOfMemberships = (
  { q, t }: Reader,
  membershipIds: readonly string[],
): Promise<MembershipRole[]> =>
  q
    .select()
    .from(t.membershipRoles)
    .where(inArray(t.membershipRoles.membershipId, membershipIds))
    .orderBy(t.membershipRoles.id)
    .limit(membershipIds.length * membershipRolesMax)

export const insertMembershipRole = async (tx: Tx, role: MembershipRole) => {
  await tx.q.insert(tx.t.membershipRoles).values(role)
}

/** Ends a role of a membership, or lets it go on. */
export const updateMembershipRole = async (tx: Tx, id: string, changes: { readonly endsOn: Day | null }) => {
  await tx.q.update(tx.t.membershipRoles).set(changes).where(eq(tx.t.membershipRoles.id, id))
}

import { and, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { LedgerViewer } from '../../domain/ledger/viewing.ts'
import type { Day } from '../../domain/units.ts'
import { appointmentsOf } from '../actors.ts'
import type { Reader } from '../database.ts'
import { affiliationsOn } from '../people.ts'
import { eligibleProjects } from '../projects.ts'

const alliancesMax = 1_000

/** Reads who looks at the ledgers, as of a day. */
export async function ledgerViewer(
  reader: Reader,
  of: { readonly personId: string; readonly day: Day },
): Promise<LedgerViewer> {
  const appointments = await appointmentsOf(reader, of.personId, of.day)
  const affiliations = await affiliationsOn(reader, of)
  const projects = await eligibleProjects(reader, of)
  const adminOf = appointments
    .filter(held => held.role === 'institution-admin' && held.scopeKind === 'institution')
    .map(held => held.scopeId)
  const belongsTo = [...adminOf, ...affiliations.map(each => each.institutionId)]
  return {
    appointments,
    adminOf,
    groupIds: affiliations.flatMap(each => each.groupId ?? []),
    projectIds: projects.map(project => project.id),
    memberOf: await alliancesOf(reader, belongsTo, of.day),
  }
}

async function alliancesOf({ q, t }: Reader, institutionIds: readonly string[], day: Day): Promise<string[]> {
  const rows = await q
    .selectDistinct({ allianceId: t.memberships.allianceId })
    .from(t.memberships)
    .where(
      and(
        inArray(t.memberships.institutionId, [...institutionIds]),
        lte(t.memberships.startsOn, day),
        or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, day)),
      ),
    )
    .limit(alliancesMax)
  return rows.map(row => row.allianceId)
}

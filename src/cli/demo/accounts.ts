import type { Context } from '../../context.ts'
import { SITE_ID } from '../../domain/appointing.ts'
import type { Role, ScopeKind } from '../../domain/roles.ts'
import { plusSeconds, secondsPerDay } from '../../domain/units.ts'
import { localDay } from '../../domain/zone.ts'
import { SYSTEM } from '../../operations/perform.ts'
import { setProjectMember } from '../../operations/projects.ts'
import { findProject } from '../../store/projects.ts'
import { appoint, furnishPerson } from './members.ts'
import { type DemoAlliance, demoZone } from './world.ts'

/** A way in for each role, printed and written beside the database. */
export interface DemoAccount {
  readonly role: Role | 'researcher'
  readonly login: string
  readonly password: string
  readonly person: string
  readonly alliance: string
  readonly institution: string
}

/** The demonstration is public and its data made up: so is its one password. */
const demoPassword = 'jishi-demo-2026'

const daysBack = 60

/** Makes one account for each role, all in the first alliance; and who its researcher is. */
export async function furnishAccounts(
  context: Context,
  alliance: DemoAlliance,
): Promise<{ readonly accounts: readonly DemoAccount[]; readonly researcherId: string }> {
  const [member] = alliance.members
  if (member === undefined) throw new Error('the first alliance has a member who books')
  const { host } = alliance
  const startsOn = localDay(demoZone, plusSeconds(context.clock.now(), -daysBack * secondsPerDay))
  const accounts: DemoAccount[] = []
  const open = async (role: DemoAccount['role'], name: string, at: typeof member) => {
    const account = { login: `${role}@demo.jishi.example`, password: demoPassword }
    const { institutionId, groupId } = at
    const personId = await furnishPerson(context, { name, institutionId, groupId, startsOn, account })
    accounts.push({ role, ...account, person: name, alliance: alliance.fact.name, institution: at.name })
    return personId
  }
  const holds = async (role: Role, name: string, at: typeof member, scope: readonly [ScopeKind, string]) => {
    const personId = await open(role, name, at)
    await appoint(context, { personId, role, scopeKind: scope[0], scopeId: scope[1], startsOn })
  }
  const researcherId = await open('researcher', '示例研究员', member)
  const project = await findProject(context.db.read, member.projectId)
  const place = { projectId: member.projectId, personId: researcherId, startsOn, endsOn: null }
  await setProjectMember(context, SYSTEM, { ...place, version: project?.version ?? 1 })
  await holds('lab-manager', '示例仪器管理员', host, ['institution', host.institutionId])
  await holds('alliance-admin', '示例联盟秘书', host, ['alliance', alliance.id])
  await holds('institution-admin', '示例单位管理员', member, ['institution', member.institutionId])
  await holds('auditor', '示例审计员', host, ['site', SITE_ID])
  await holds('site-admin', '示例平台管理员', host, ['site', SITE_ID])
  return { accounts, researcherId }
}

import type { Context } from '../../context.ts'
import { SITE_ID } from '../../domain/appointing.ts'
import type { Role, ScopeKind } from '../../domain/roles.ts'
import type { Day } from '../../domain/units.ts'
import { SYSTEM } from '../../operations/perform.ts'
import { setProjectMember } from '../../operations/projects.ts'
import { findProject } from '../../store/projects.ts'
import { appoint, type DemoMember, type DemoName, furnishPerson } from './members.ts'
import type { DemoAlliance } from './world.ts'

/** A way in, printed and written beside the database. */
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

interface AccountPlan {
  readonly role: DemoAccount['role']
  /** What stands before the `@` of the login. */
  readonly name: string
  readonly person: DemoName
  readonly alliance: DemoAlliance
  readonly at: DemoMember
  readonly scope?: readonly [ScopeKind, string]
  readonly startsOn: Day
}

/** Lets a made-up person in: a researcher on the member's project, others with their role. */
export async function openAccount(context: Context, plan: AccountPlan) {
  const { role, person, alliance, at, scope, startsOn } = plan
  const account = { login: `${plan.name}@demo.jishi.example`, password: demoPassword }
  const { institutionId, groupId, projectId } = at
  const personId = await furnishPerson(context, { name: person, institutionId, groupId, startsOn, account })
  if (role === 'researcher') {
    const project = await findProject(context.db.read, projectId)
    const place = { projectId, personId, startsOn, endsOn: null }
    await setProjectMember(context, SYSTEM, { ...place, version: project?.version ?? 1 })
  } else if (scope !== undefined) {
    await appoint(context, { personId, role, scopeKind: scope[0], scopeId: scope[1], startsOn })
  }
  const shown: DemoAccount = {
    role,
    ...account,
    person: person[0],
    alliance: alliance.fact.name,
    institution: at.name,
  }
  return { personId, account: shown }
}

/** Makes one account for each role, all in the first alliance; and who its researcher is. */
export async function furnishAccounts(
  context: Context,
  alliance: DemoAlliance,
  startsOn: Day,
): Promise<{ readonly accounts: readonly DemoAccount[]; readonly researcherId: string }> {
  const [member] = alliance.members
  if (member === undefined) throw new Error('the first alliance has a member who books')
  const { host } = alliance
  const open = (
    role: DemoAccount['role'],
    person: DemoName,
    at: DemoMember,
    scope?: readonly [ScopeKind, string],
  ) => openAccount(context, { role, name: role, person, alliance, at, startsOn, ...(scope && { scope }) })
  const opened = [
    await open('researcher', ['示例研究员', 'Sample researcher'], member),
    await open('lab-manager', ['示例仪器管理员', 'Sample lab manager'], host, [
      'institution',
      host.institutionId,
    ]),
    await open('alliance-admin', ['示例联盟秘书', 'Sample alliance secretary'], host, [
      'alliance',
      alliance.id,
    ]),
    await open('institution-admin', ['示例单位管理员', 'Sample institution admin'], member, [
      'institution',
      member.institutionId,
    ]),
    await open('auditor', ['示例审计员', 'Sample auditor'], host, ['site', SITE_ID]),
    await open('site-admin', ['示例平台管理员', 'Sample site admin'], host, ['site', SITE_ID]),
  ]
  const [researcher] = opened
  return { accounts: opened.map(each => each.account), researcherId: researcher?.personId ?? '' }
}

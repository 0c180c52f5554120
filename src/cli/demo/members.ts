import type { Context } from '../../context.ts'
import { syllablesOf } from '../../domain/chineseReading.ts'
import type { Role, ScopeKind } from '../../domain/roles.ts'
import type { Day } from '../../domain/units.ts'
import { addAppointment } from '../../operations/appointments.ts'
import { addGroup } from '../../operations/groups.ts'
import { addInstitution } from '../../operations/institutions.ts'
import { addPerson } from '../../operations/people.ts'
import { SYSTEM } from '../../operations/perform.ts'
import { addProject, setProjectMember } from '../../operations/projects.ts'
import type { AllianceFact } from './allianceFact.ts'

/** A fictional member institution with a group, a project and two researchers. */
export interface DemoMember {
  readonly institutionId: string
  readonly name: string
  readonly groupId: string
  readonly projectId: string
  readonly researcherIds: readonly string[]
}

/** A name as it stands in Chinese and in English. */
export type DemoName = readonly [zh: string, en: string]

const surnames = [
  '赵',
  '钱',
  '孙',
  '李',
  '周',
  '吴',
  '郑',
  '王',
  '冯',
  '陈',
  '褚',
  '卫',
  '蒋',
  '沈',
  '韩',
  '杨',
]
const givenNames = ['示一', '示二', '例三', '例四', '样五', '样六', '演七', '演八']

/** Enters a member that is plainly made up: its name says so in brackets. */
export async function furnishMember(
  context: Context,
  of: {
    readonly alliance: AllianceFact
    readonly number: number
    readonly host: boolean
    readonly startsOn: Day
  },
): Promise<DemoMember> {
  const { number, startsOn } = of
  const { slug, short } = of.alliance
  const [zh, en] = short
  const name = of.host ? `示例共享平台（${zh}，虚构）` : `示例成员单位 ${number}（${zh}，虚构）`
  const nameEn = of.host
    ? `Sample shared platform (${en}, fictional)`
    : `Sample member ${number} (${en}, fictional)`
  const { id: institutionId } = await addInstitution(context, SYSTEM, {
    name,
    nameEn,
    kind: 'research',
    jurisdiction: 'CN',
    uscc: null,
    ror: null,
    ownId: `demo-${slug}-${number}`,
  })
  const group = await addGroup(context, SYSTEM, {
    institutionId,
    name: `示例课题组${number}`,
    nameEn: `Sample group ${number}`,
    investigatorId: null,
  })
  const project = await addProject(context, SYSTEM, {
    groupId: group.id,
    code: `DEMO-${`${number}`.padStart(2, '0')}`,
    name: `示例课题${number}`,
    startsOn,
    endsOn: null,
    fundingCodes: [],
    disciplines: [],
    showsTitles: number % 2 === 0,
  })
  const researcherIds: string[] = []
  let { version } = project
  for (const place of [0, 1]) {
    const surname = surnames[(number * 2 + place) % surnames.length] ?? ''
    const givenName = givenNames[(number + place) % givenNames.length] ?? ''
    const personId = await furnishPerson(context, {
      name: [`${surname}${givenName}`, inLatin(surname, givenName)],
      institutionId,
      groupId: group.id,
      startsOn,
    })
    researcherIds.push(personId)
    await setProjectMember(context, SYSTEM, {
      projectId: project.id,
      version,
      personId,
      startsOn,
      endsOn: null,
    })
    version += 1
  }
  return { institutionId, name, groupId: group.id, projectId: project.id, researcherIds }
}

/** 赵示一 is Zhao Shiyi. */
const inLatin = (...names: readonly string[]) =>
  names
    .map(name => syllablesOf(name).join(''))
    .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ')

/** A fictional person of an institution; with a login also an account. */
export async function furnishPerson(
  context: Context,
  of: {
    readonly name: DemoName
    readonly institutionId: string
    readonly groupId: string | null
    readonly startsOn: Day
    readonly account?: { readonly login: string; readonly password: string }
  },
): Promise<string> {
  const { institutionId, groupId, startsOn, account } = of
  const [name, nameEn] = of.name
  const { id } = await addPerson(context, SYSTEM, {
    name,
    nameEn,
    email: null,
    phone: null,
    userKind: 'domestic',
    locale: 'zh-CN',
    affiliations: [{ institutionId, groupId, startsOn, endsOn: null }],
    logins: account === undefined ? [] : [{ kind: 'email', value: account.login }],
    identities: [],
    ...(account === undefined ? {} : { password: account.password }),
  })
  return id
}

export const appoint = (
  context: Context,
  of: {
    readonly personId: string
    readonly role: Role
    readonly scopeKind: ScopeKind
    readonly scopeId: string
    readonly startsOn: Day
  },
) => addAppointment(context, SYSTEM, { ...of, endsOn: null })

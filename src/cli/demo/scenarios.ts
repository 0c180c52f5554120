import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import { weekdayOf } from '../../domain/calendar/day.ts'
import { type Day, type Instant, plusSeconds, secondsPerHour } from '../../domain/units.ts'
import { dayBounds } from '../../domain/zone.ts'
import { addAgreement } from '../../operations/agreements.ts'
import { book } from '../../operations/bookings/book.ts'
import { editInstrument } from '../../operations/instruments.ts'
import { SYSTEM } from '../../operations/perform.ts'
import { findInstrument } from '../../store/instruments.ts'
import { type DemoAccount, openAccount } from './accounts.ts'
import { daysToCome } from './demand.ts'
import { plainDraft } from './diary.ts'
import { drawAll } from './drawAll.ts'
import { holidayOn } from './holidays.ts'
import type { DemoInstrument } from './instruments.ts'
import type { DemoMember, DemoName } from './members.ts'
import { daysOf, type DemoTimes } from './times.ts'
import type { DemoAlliance } from './world.ts'
import { demoZone } from './zone.ts'

/** A step of a scenario to be followed by hand: who enters where. What to do there, the page says. */
export interface DemoStep {
  readonly scenario: string
  readonly step: string
  readonly path: string
  readonly account: DemoAccount
  /** The name of what is to be looked for there. */
  readonly about: string | null
}

interface Stage {
  readonly alliances: readonly DemoAlliance[]
  readonly accounts: readonly DemoAccount[]
  readonly times: DemoTimes
}

/** Prepares what the scenarios show, once the clock stands at the end. */
export async function furnishScenarios(context: Context, stage: Stage): Promise<readonly DemoStep[]> {
  return [
    ...(await furnishPool(context, stage)),
    ...(await furnishAgreement(context, stage)),
    ...(await furnishConfidential(context, stage)),
    ...(await furnishStates(context, stage)),
  ]
}

const stepsOf =
  (scenario: string) =>
  (step: string, path: string, account: DemoAccount, about: string | null = null): DemoStep => ({
    scenario,
    step,
    path,
    account,
    about,
  })

/** One morning all units of the pool are taken. */
async function furnishPool(context: Context, stage: Stage): Promise<DemoStep[]> {
  const step = stepsOf('pool')
  const alliance = allianceOf(stage, 'beijing-life-health')
  const [unit] = alliance.instruments as [DemoInstrument]
  const day = quietDay(stage.times)
  const bookers = alliance.members.flatMap(member => member.researcherIds)
  for (const index of alliance.instruments.keys()) {
    const draft = { ...plainDraft, instrumentId: null, poolId: unit.poolId, ...hoursOn(day, 9, 13) }
    const title = `示例批次 ${index + 1}（虚构）`
    await book(context, { personId: nth(bookers, index) }, { ...draft, places: 1, title })
  }
  const researcher = accountOf(stage, 'researcher')
  return [
    step('any', `/instruments/${unit.id}`, researcher),
    step('full', `/find?pool=${unit.poolId}&zoom=day&day=${day}`, researcher),
  ]
}

/** Besides the agreements of the facts there is one between made-up members, whose people can book by it. */
async function furnishAgreement(context: Context, stage: Stage): Promise<DemoStep[]> {
  const step = stepsOf('agreement')
  const alliance = allianceOf(stage, 'beijing-life-health')
  const [unit] = alliance.instruments as [DemoInstrument]
  const subject = '示例三方协议（虚构）'
  await addAgreement(context, SYSTEM, {
    allianceId: alliance.id,
    subject,
    partyIds: alliance.members.slice(0, 3).map(member => member.institutionId),
    formsAllianceId: null,
    startsOn: stage.times.startsOn,
    endsOn: null,
  })
  const glioma = alliance.fact.agreements.find(each => each.forms !== null)?.subject ?? null
  const researcher = accountOf(stage, 'researcher')
  return [
    step('parties', `/alliance/${alliance.id}/agreements`, accountOf(stage, 'alliance-admin')),
    step('fourth', `/instruments/${unit.id}`, researcher, glioma),
    step('party', `/instruments/${unit.id}`, researcher, subject),
  ]
}

/** Two rivals, one booking of the first that the second may not know, and a pool drawn to its last hour. */
async function furnishConfidential(context: Context, stage: Stage): Promise<DemoStep[]> {
  const step = stepsOf('confidential')
  const { times } = stage
  const alliance = allianceOf(stage, 'gz-diagnostics')
  const [first, second] = alliance.members as [DemoMember, DemoMember]
  const [unit] = alliance.instruments as [DemoInstrument]
  const { startsOn } = times
  const open = (name: string, person: DemoName, at: DemoMember) =>
    openAccount(context, { role: 'researcher', name, person, alliance, at, startsOn })
  const one = await open('reagent-a', ['示例研究员甲', 'Sample researcher A'], first)
  const other = await open('reagent-b', ['示例研究员乙', 'Sample researcher B'], second)
  const chair = await openAccount(context, {
    role: 'alliance-admin',
    name: 'reagent-chair',
    person: ['示例理事长秘书', 'Sample secretary of the chair'],
    alliance,
    at: alliance.host,
    scope: ['alliance', alliance.id],
    startsOn,
  })
  const day = quietDay(times)
  const secret = { ...plainDraft, instrumentId: unit.id, ...hoursOn(day, 9, 13), places: 1 }
  await book(context, one, { ...secret, title: '甲的新试剂批次（虚构）' })
  await drawAll(context, alliance, times)
  const seen = `/find?pool=${unit.poolId}&zoom=day&day=${day}`
  return [
    step('own', seen, one.account),
    step('busy', seen, other.account),
    step('exhausted', `/instruments/${unit.id}`, other.account),
    step('chair', `/alliance/${alliance.id}/quota`, chair.account),
  ]
}

/** Of the stations one is on trial, for the first member's project, and one in research. */
async function furnishStates(context: Context, stage: Stage): Promise<DemoStep[]> {
  const step = stepsOf('states')
  const alliance = allianceOf(stage, 'huairou')
  const [first, second] = alliance.members as [DemoMember, DemoMember]
  const inState = (state: string) => alliance.instruments.find(each => each.state === state)?.id ?? ''
  const id = inState('trial')
  const { version } = (await findInstrument(context.db.read, id)) ?? { version: 0 }
  await editInstrument(context, SYSTEM, { id, version, changes: { invitedProjectIds: [first.projectId] } })
  const { startsOn } = stage.times
  const open = (name: string, person: DemoName, at: DemoMember) =>
    openAccount(context, { role: 'researcher', name, person, alliance, at, startsOn })
  const invited = await open('huairou-invited', ['示例受邀用户', 'Sample invited user'], first)
  const other = await open('huairou-other', ['示例未受邀用户', 'Sample uninvited user'], second)
  return [
    step('invited', `/instruments/${id}`, invited.account),
    step('other', `/instruments/${id}`, other.account),
    step('research', `/instruments/${inState('research')}`, invited.account),
  ]
}

function allianceOf({ alliances }: Stage, slug: string): DemoAlliance {
  const found = alliances.find(each => each.fact.slug === slug)
  assert(found !== undefined, `the demonstration has ${slug}`)
  return found
}

function accountOf({ accounts }: Stage, role: string): DemoAccount {
  const found = accounts.find(each => each.role === role)
  assert(found !== undefined, `the demonstration has a ${role}`)
  return found
}

/** The first working day for which nobody has booked yet. */
function quietDay(times: DemoTimes): Day {
  const ahead = daysOf(times, daysToCome + 14).slice(-13)
  return ahead.find(day => weekdayOf(day) < 6 && holidayOn(day) === undefined) ?? nth(ahead, 0)
}

function hoursOn(day: Day, from: number, to: number): { readonly start: Instant; readonly end: Instant } {
  const midnight = dayBounds(demoZone, day).start
  return {
    start: plusSeconds(midnight, from * secondsPerHour),
    end: plusSeconds(midnight, to * secondsPerHour),
  }
}

function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  assert(item !== undefined, 'there is one')
  return item
}

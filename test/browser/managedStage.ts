import type { PolicyRules } from '../../src/domain/policy.ts'
import { editPerson } from '../../src/operations/people.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { instant } from '../../src/domain/units.ts'
import type { Scope } from '../support/scope.ts'
import { SCREENS } from '../support/screens.ts'
import { aStage, openAlways, type Stage } from '../support/stage.ts'

export const manager = 'm-1'
const researcher = 'r-1001'
/** The researcher's name, which nobody else has. */
export const researcherName = '钱研一'

/** The instrument that belongs to one walk of a journey. */
export const instrumentOf = (walk: number) => `质谱仪 ${walk + 1} 号`

/** A lab with an instrument for each screen, whose manager and researcher may log in. */
export async function aManagedStage(t: Scope, rules: Partial<PolicyRules> = {}): Promise<Stage> {
  const instruments = SCREENS.map((_, walk) => instrumentOf(walk))
  const stage = await aStage(t, { instruments, rules: { ...openAlways, ...rules } })
  await stage.letIn(stage.lab.labManager, manager)
  const { context, member } = stage.lab
  await stage.letIn(member.researcher, researcher)
  const { personId: id } = member.researcher
  await editPerson(context, SYSTEM, { id, version: 3, changes: { name: researcherName } })
  return stage
}

/** From hour to hour on a day so many days from today. */
export const span = ({ hour }: Stage, days: number, from: number, to: number) => ({
  start: instant(Date.parse(hour(days, from))),
  end: instant(Date.parse(hour(days, to))),
})

/** What the manager books for the researcher, whatever the rules say. */
export const byStaff = ({ lab }: Stage) => ({
  by: lab.labManager,
  draft: { forPersonId: lab.member.researcher.personId, overrideReason: '补记' },
})

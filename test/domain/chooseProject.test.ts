import t from 'tap'
import { chooseProject, type EligibleProject } from '../../src/domain/chooseProject.ts'
import type { Day } from '../../src/domain/units.ts'

const today = '2026-11-22' as Day

const project = (id: string, endsOn: string | null = null, defaultProjectId: string | null = null) =>
  ({
    id,
    groupId: 'grp_1',
    institutionId: 'ins_1',
    startsOn: '2026-01-01',
    endsOn,
    defaultProjectId,
  }) as EligibleProject
const chosen = (...eligible: readonly EligibleProject[]) => chooseProject(eligible, today)?.id

t.test('a person with one running project need not name it, whatever has ended', async t => {
  t.equal(chosen(project('prj_1')), 'prj_1')
  t.equal(chosen(project('prj_old', '2026-11-21'), project('prj_1', '2026-11-22')), 'prj_1')
  t.equal(chosen(project('prj_old', '2026-11-21', 'prj_old'), project('prj_1', null, 'prj_old')), 'prj_1')
})

t.test('of several running ones the default of the group pays, else the person must say', async t => {
  t.equal(chosen(project('prj_1', null, 'prj_2'), project('prj_2', null, 'prj_2')), 'prj_2')
  t.equal(chosen(project('prj_1'), project('prj_2')), undefined)
  t.equal(chosen(project('prj_1', '2026-11-21', 'prj_1'), project('prj_2'), project('prj_3')), undefined)
})

t.test('where none runs, the refusal can still name the one that has ended', async t => {
  t.equal(chosen(project('prj_old', '2026-11-21')), 'prj_old')
  t.equal(chosen(project('prj_1', '2026-11-20'), project('prj_2', '2026-11-21')), undefined)
  t.equal(chosen(), undefined)
})

import t from 'tap'
import { addGroup, editGroup, retireGroup } from '../../src/operations/groups.ts'
import { addProject, editProject, retireProject, setProjectMember } from '../../src/operations/projects.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { findGroup, listGroups } from '../../src/store/groups.ts'
import { findPerson, type Person } from '../../src/store/people.ts'
import {
  eligibleProjects,
  listProjects,
  membersOfProject,
  projectMembersMax,
  putProjectMember,
} from '../../src/store/projects.ts'
import { ENGINES } from '../support/engines.ts'
import { always, aSite, codesOf, day, plainProject, refusalsOf } from './site.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: an institution's admin sets up its groups, with their investigators`, async t => {
    const { context, institution, holding, staff } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const admin = await holding('institution-admin', 'institution', home)
    const investigatorId = await staff(home)
    const draft = { institutionId: home, name: '质谱组', nameEn: 'MS', investigatorId }
    const { id } = await addGroup(context, admin, draft)
    t.match(await findGroup(context.db.read, id), { ...draft, defaultProjectId: null, version: 1 })
    const again = addGroup(context, admin, draft)
    t.strictSame(await refusalsOf(again), [{ code: 'already-exists', noun: 'groups', field: 'groups_name' }])
    const foreign = { ...draft, institutionId: other }
    t.strictSame(await codesOf(addGroup(context, admin, foreign)), ['not-allowed'])
    const headless = { ...draft, name: 'B', investigatorId: 'psn_none' }
    t.strictSame(await codesOf(addGroup(context, admin, headless)), ['not-found'])
  })

  t.test(`${engine}: a group's default project is one of its own`, async t => {
    const { context, institution, group, project, holding } = await aSite(t, engine)
    const home = await institution()
    const [id, neighbour] = [await group(home, '甲组'), await group(home, '乙组')]
    const [own, foreign] = [await project(id), await project(neighbour)]
    const admin = await holding('institution-admin', 'institution', home)
    const wrong = editGroup(context, admin, { id, version: 1, changes: { defaultProjectId: foreign } })
    t.strictSame(await refusalsOf(wrong), [
      { code: 'invalid-value', field: 'defaultProjectId', fault: 'of-another-group' },
    ])
    const edited = await editGroup(context, admin, { id, version: 1, changes: { defaultProjectId: own } })
    t.match(edited, { defaultProjectId: own, version: 2 })
    const stale = editGroup(context, admin, { id, version: 1, changes: { name: '丙组' } })
    t.strictSame(await codesOf(stale), ['version-stale'])
  })

  t.test(`${engine}: groups are listed by institution and name until they retire`, async t => {
    const { context, institution, group, holding } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const [spectra, animals] = [await group(home, 'Mass Spectra'), await group(other, '动物组')]
    const listed = async (filter: { institutionId?: string; text?: string }) =>
      (await listGroups(context.db.read, { ...filter, limit: 10 })).map(each => each.id)
    t.strictSame(await listed({ institutionId: other }), [animals])
    t.strictSame(await listed({ text: 'mass s' }), [spectra])
    const admin = await holding('institution-admin', 'institution', other)
    await retireGroup(context, admin, { id: animals, version: 1 })
    t.strictSame(await listed({}), [spectra])
    const late = editGroup(context, admin, { id: animals, version: 2, changes: { name: 'x' } })
    t.strictSame(await codesOf(late), ['wrong-state'])
  })

  t.test(`${engine}: a project has dates in order and at most four codes of each kind`, async t => {
    const { context, institution, group, holding } = await aSite(t, engine)
    const home = await institution()
    const groupId = await group(home)
    const admin = await holding('institution-admin', 'institution', home)
    const added = await addProject(context, admin, { ...plainProject, groupId, fundingCodes: ['a', 'b'] })
    t.match(added, { institutionId: home, fundingCodes: ['a', 'b'], version: 1 })
    const five = { ...plainProject, code: 'P2', groupId, disciplines: ['1', '2', '3', '4', '5'] }
    t.strictSame(await refusalsOf(addProject(context, admin, five)), [
      { code: 'invalid-value', field: 'disciplines', fault: 'too-many-values' },
    ])
    const backwards = editProject(context, admin, {
      id: added.id,
      version: 1,
      changes: { endsOn: day('2019-12-31') },
    })
    t.strictSame(await refusalsOf(backwards), [
      { code: 'invalid-value', field: 'endsOn', fault: 'end-before-start' },
    ])
    const changes = { endsOn: day('2026-12-31'), showsTitles: true }
    const edited = await editProject(context, admin, { id: added.id, version: 1, changes })
    t.match(edited, { ...changes, institutionId: home, version: 2 })
    t.strictSame(await codesOf(addProject(context, admin, { ...plainProject, groupId })), ['already-exists'])
    const stranger = await holding('institution-admin', 'institution', await institution())
    const theirs = editProject(context, stranger, { id: added.id, version: 2, changes })
    t.strictSame(await codesOf(theirs), ['not-allowed'])
  })

  t.test(`${engine}: members come and go by dates, at the project's version`, async t => {
    const { context, institution, group, project, person, holding } = await aSite(t, engine)
    const home = await institution()
    const projectId = await project(await group(home))
    const personId = await person()
    const admin = await holding('institution-admin', 'institution', home)
    const draft = { projectId, personId, startsOn: day('2026-03-01'), endsOn: null }
    const joined = await setProjectMember(context, admin, { ...draft, version: 1 })
    t.equal(joined.version, 2)
    t.strictSame(await codesOf(setProjectMember(context, admin, { ...draft, version: 1 })), ['version-stale'])
    const eligible = async (text: string) =>
      (await eligibleProjects(context.db.read, { personId, day: day(text) })).map(each => each.id)
    t.strictSame(await eligible('2026-02-28'), [])
    t.strictSame(await eligible('2026-03-01'), [projectId])
    await setProjectMember(context, admin, { ...draft, endsOn: day('2026-03-31'), version: 2 })
    t.strictSame(await eligible('2026-03-31'), [projectId])
    t.strictSame(await eligible('2026-04-01'), [])
    t.equal((await membersOfProject(context.db.read, projectId)).length, 1, 'one member with other dates')
  })

  t.test(`${engine}: a project has at most five hundred members`, async t => {
    const { context, institution, group, project, person } = await aSite(t, engine)
    const projectId = await project(await group(await institution()))
    const someone = await person()
    const crowd = Array.from({ length: projectMembersMax }, (_, place) => `psn_${place}`)
    await context.db.transact(async tx => {
      const row = await findPerson(tx, someone)
      await tx.q.insert(tx.t.people).values(crowd.map(id => ({ ...row, id }) as Person))
      for (const personId of crowd) await putProjectMember(tx, { projectId, personId, ...always })
    })
    const more = setProjectMember(context, SYSTEM, { projectId, version: 1, personId: someone, ...always })
    t.strictSame(await refusalsOf(more), [
      { code: 'invalid-value', field: 'personId', fault: 'too-many-values' },
    ])
    const known = { projectId, version: 1, personId: 'psn_0', ...always }
    await t.resolves(setProjectMember(context, SYSTEM, known), 'a member gets other dates')
  })

  t.test(`${engine}: a retired project is nobody's choice, and takes no members`, async t => {
    const { context, institution, group, project, person, holding } = await aSite(t, engine)
    const home = await institution()
    const id = await project(await group(home))
    const personId = await person()
    const admin = await holding('institution-admin', 'institution', home)
    const member = { projectId: id, personId, ...always }
    await setProjectMember(context, admin, { ...member, version: 1 })
    const retired = await retireProject(context, admin, { id, version: 2 })
    t.match(retired, { version: 3, retiredAt: context.clock.now(), institutionId: home })
    t.strictSame(await eligibleProjects(context.db.read, { personId, day: day('2026-03-02') }), [])
    t.strictSame(await codesOf(setProjectMember(context, admin, { ...member, version: 3 })), ['wrong-state'])
  })

  t.test(`${engine}: projects are seen by their institution and by their members`, async t => {
    const { context, institution, group, project, person, holding } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const groupId = await group(home)
    const ours = await project(groupId, { name: 'Proteomics' })
    const theirs = await project(await group(other))
    const personId = await person()
    const admin = await holding('institution-admin', 'institution', other)
    await setProjectMember(context, admin, { projectId: theirs, version: 1, personId, ...always })
    const seen = async (institutionIds: string[], filter = {}) =>
      (
        await listProjects(context.db.read, { ...filter, seenBy: { personId, institutionIds }, limit: 10 })
      ).map(each => each.id)
    t.strictSame(await seen([]), [theirs])
    t.strictSame((await seen([home])).toSorted(), [ours, theirs].toSorted())
    t.strictSame(await seen([home], { groupId }), [ours])
    t.strictSame(await seen([home], { text: 'proteo' }), [ours])
    t.equal((await listProjects(context.db.read, { limit: 10 })).length, 2, 'all, for the site')
  })
}

import t from 'tap'
import { addInstitution, editInstitution, retireInstitution } from '../../src/operations/institutions.ts'
import { findInstitution, listInstitutions } from '../../src/store/institutions.ts'
import { ENGINES } from '../support/engines.ts'
import { aSite, codesOf, day, refusalsOf } from './site.ts'

const institute = {
  name: '北京大学',
  nameEn: 'Peking University',
  kind: 'university',
  jurisdiction: 'CN',
  uscc: '12100000400002259P',
  ror: 'https://ror.org/02v51f717',
  ownId: 'PKU',
} as const

for (const engine of ENGINES) {
  t.test(`${engine}: an institution is entered with its codes`, async t => {
    const { context, holding } = await aSite(t, engine)
    const admin = await holding('site-admin')
    const { id } = await addInstitution(context, admin, institute)
    const stored = await findInstitution(context.db.read, id)
    t.match(stored, { ...institute, searchKey: '北京大学 peking university', version: 1, retiredAt: null })
    const { audit } = context.db.read.t
    const lines = await context.db.read.q.select().from(audit)
    const line = lines.find(each => each.nounId === id)
    t.match(line, { verb: 'add', noun: 'institution', actorId: admin.personId, actedAs: 'site-admin' })
    t.strictSame(line?.fields, Object.keys(institute), 'names of fields, no values')
  })

  t.test(`${engine}: codes that do not check are refused, all at once`, async t => {
    const { context, holding } = await aSite(t, engine)
    const admin = await holding('site-admin')
    const wrong = { ...institute, uscc: '12100000400002259A', ror: 'https://ror.org/02v51f718' }
    t.strictSame(await refusalsOf(addInstitution(context, admin, wrong)), [
      { code: 'invalid-value', field: 'uscc', fault: 'not-a-uscc' },
      { code: 'invalid-value', field: 'ror', fault: 'not-a-ror' },
    ])
    const { id } = await addInstitution(context, admin, institute)
    const changes = { uscc: '911100000000000000' }
    t.strictSame(await codesOf(editInstitution(context, admin, { id, version: 1, changes })), [
      'invalid-value',
    ])
  })

  t.test(`${engine}: one code is one institution's`, async t => {
    const { context, institution, holding } = await aSite(t, engine)
    const admin = await holding('site-admin')
    await institution(institute)
    const [refusal] = await refusalsOf(
      addInstitution(context, admin, { ...institute, ror: null, ownId: null }),
    )
    t.strictSame(refusal, { code: 'already-exists', noun: 'institutions', field: 'institutions_uscc' })
  })

  t.test(
    `${engine}: an alliance's admin enters institutions for that alliance, a researcher does not`,
    async t => {
      const { context, alliance, person, holding } = await aSite(t, engine)
      const [ours, theirs] = [await alliance(), await alliance()]
      const admin = await holding('alliance-admin', 'alliance', ours)
      await t.resolves(addInstitution(context, admin, { ...institute, forAllianceId: ours }))
      const others = { ...institute, uscc: null, ror: null, ownId: null, forAllianceId: theirs }
      t.strictSame(await codesOf(addInstitution(context, admin, others)), ['not-allowed'])
      const researcher = { personId: await person() }
      t.strictSame(await codesOf(addInstitution(context, researcher, others)), ['not-allowed'])
    },
  )

  t.test(`${engine}: its own admin edits it, at the version last seen`, async t => {
    const { context, institution, holding } = await aSite(t, engine)
    const [id, other] = [await institution(institute), await institution()]
    const admin = await holding('institution-admin', 'institution', id)
    const edited = await editInstitution(context, admin, { id, version: 1, changes: { nameEn: null } })
    t.match(edited, { name: '北京大学', nameEn: null, searchKey: '北京大学', version: 2 })
    const late = editInstitution(context, admin, { id, version: 1, changes: { name: '北大' } })
    t.strictSame(await refusalsOf(late), [{ code: 'version-stale', current: 2, given: 1 }])
    const foreign = editInstitution(context, admin, { id: other, version: 1, changes: { name: '北大' } })
    t.strictSame(await codesOf(foreign), ['not-allowed'])
  })

  t.test(`${engine}: a retired institution leaves the lists and stays as it was`, async t => {
    const { context, institution, holding } = await aSite(t, engine)
    const id = await institution()
    const admin = await holding('site-admin')
    const own = await holding('institution-admin', 'institution', id)
    t.strictSame(await codesOf(retireInstitution(context, own, { id, version: 1 })), ['not-allowed'])
    const retired = await retireInstitution(context, admin, { id, version: 1 })
    t.equal(retired.retiredAt, context.clock.now())
    t.strictSame(await listInstitutions(context.db.read, { limit: 10 }), [])
    const again = retireInstitution(context, admin, { id, version: 2 })
    t.strictSame(await refusalsOf(again), [{ code: 'wrong-state', state: 'retired', allowed: ['current'] }])
    const unknown = retireInstitution(context, admin, { id: 'ins_none', version: 1 })
    t.strictSame(await refusalsOf(unknown), [{ code: 'not-found', noun: 'institution', id: 'ins_none' }])
  })

  t.test(`${engine}: found by a part of a name in any width and case, and by alliance`, async t => {
    const { context, institution, alliance, member } = await aSite(t, engine)
    const pku = await institution(institute)
    const percent = await institution({ name: '100%_纯\\水' })
    const consortium = await alliance()
    await member(consortium, percent)
    const found = async (filter: Omit<Parameters<typeof listInstitutions>[1], 'limit'>) =>
      (await listInstitutions(context.db.read, { ...filter, limit: 10 })).map(each => each.id)
    t.strictSame(await found({ words: ['peking'] }), [pku])
    t.strictSame(await found({ words: ['%_纯\\'] }), [percent], 'wildcards stand for themselves')
    t.strictSame(await found({ words: ['0_%'] }), [])
    const on = (text: string) => ({ memberOf: { allianceId: consortium, day: day(text) } })
    t.strictSame(await found(on('2026-03-02')), [percent])
    t.strictSame(await found(on('2019-12-31')), [], 'not yet')
    const [first = '', second] = [pku, percent].toSorted()
    t.strictSame(await found({ after: first }), [second], 'the next page')
  })
}

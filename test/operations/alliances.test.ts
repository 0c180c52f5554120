import t from 'tap'
import { allianceDepthMax } from '../../src/domain/alliance.ts'
import { addAlliance, editAlliance, retireAlliance } from '../../src/operations/alliances.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { findAlliance, listAlliances } from '../../src/store/alliances.ts'
import { ENGINES } from '../support/engines.ts'
import { aSite, codesOf, day, refusalsOf } from './site.ts'

const consortium = {
  slug: 'beijing-proteomics',
  name: '北京蛋白质组联盟',
  nameEn: null,
  type: 'innovation-consortium',
  leadLabel: '牵头单位',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  parentId: null,
  foundedOn: '2024',
  endsOn: null,
}

for (const engine of ENGINES) {
  t.test(`${engine}: the site founds an alliance, its admin edits it`, async t => {
    const { context, holding } = await aSite(t, engine)
    const site = await holding('site-admin')
    const { id } = await addAlliance(context, site, consortium)
    const admin = await holding('alliance-admin', 'alliance', id)
    t.strictSame(await codesOf(addAlliance(context, admin, { ...consortium, slug: 'two' })), ['not-allowed'])
    t.strictSame(await codesOf(addAlliance(context, site, consortium)), ['already-exists'])
    const changes = { nameEn: 'Proteomics', endsOn: day('2030-12-31') }
    const edited = await editAlliance(context, admin, { id, version: 1, changes })
    t.match(edited, { ...changes, searchKey: '北京蛋白质组联盟 proteomics', version: 2 })
    t.strictSame(await codesOf(editAlliance(context, admin, { id, version: 1, changes })), ['version-stale'])
    const nowhere = editAlliance(context, admin, { id, version: 2, changes: { zone: 'Asia/Atlantis' } })
    t.strictSame(await refusalsOf(nowhere), [{ code: 'invalid-value', field: 'zone', fault: 'not-a-zone' }])
  })

  t.test(`${engine}: to move under a parent takes a role in both`, async t => {
    const { context, alliance, holding, appoint } = await aSite(t, engine)
    const [id, parentId] = [await alliance(), await alliance()]
    const admin = await holding('alliance-admin', 'alliance', id)
    const move = { id, version: 1, changes: { parentId } }
    t.strictSame(await codesOf(editAlliance(context, admin, move)), ['not-allowed'])
    await appoint(admin.personId, 'alliance-admin', 'alliance', parentId)
    t.match(await editAlliance(context, admin, move), { parentId })
    t.match(await editAlliance(context, admin, { id, version: 2, changes: { parentId: null } }), {
      parentId: null,
    })
  })

  t.test(`${engine}: no alliance is above itself, and they nest only so deep`, async t => {
    const { context, alliance } = await aSite(t, engine)
    const top = await alliance()
    const middle = await alliance({ parentId: top })
    const low = await alliance({ parentId: middle })
    const under = (id: string, parentId: string) =>
      editAlliance(context, SYSTEM, { id, version: 1, changes: { parentId } })
    const cycle = [{ code: 'invalid-value', field: 'parentId', fault: 'cycle' }]
    t.strictSame(await refusalsOf(under(top, low)), cycle)
    t.strictSame(await refusalsOf(under(top, top)), cycle)
    let parentId = low
    for (let depth = 3; depth <= allianceDepthMax; depth++) parentId = await alliance({ parentId })
    t.strictSame(await refusalsOf(alliance({ parentId })), [
      { code: 'invalid-value', field: 'parentId', fault: 'too-deep' },
    ])
    t.strictSame(await codesOf(alliance({ parentId: 'all_none' })), ['not-found'])
  })

  t.test(`${engine}: two moves that would close a circle together: one is refused`, async t => {
    const { context, alliance } = await aSite(t, engine)
    const [one, other] = [await alliance(), await alliance()]
    const under = (id: string, parentId: string) =>
      editAlliance(context, SYSTEM, { id, version: 1, changes: { parentId } })
    const outcomes = await Promise.allSettled([under(one, other), under(other, one)])
    t.strictSame(outcomes.map(each => each.status).toSorted(), ['fulfilled', 'rejected'])
  })

  t.test(`${engine}: an alliance retires after its parts`, async t => {
    const { context, alliance, holding } = await aSite(t, engine)
    const top = await alliance()
    const part = await alliance({ parentId: top, name: '分盟' })
    const site = await holding('site-admin')
    const tooSoon = retireAlliance(context, site, { id: top, version: 1 })
    t.strictSame(await refusalsOf(tooSoon), [{ code: 'in-use', noun: 'alliance', id: part }])
    const listed = async (filter = {}) =>
      (await listAlliances(context.db.read, { ...filter, limit: 10 })).map(each => each.id)
    t.strictSame(await listed({ parentId: top }), [part])
    t.strictSame(await listed({ words: ['分'] }), [part])
    await retireAlliance(context, site, { id: part, version: 1 })
    await retireAlliance(context, site, { id: top, version: 1 })
    t.strictSame(await listed(), [])
    t.equal((await findAlliance(context.db.read, top))?.version, 2)
    t.strictSame(await codesOf(retireAlliance(context, site, { id: top, version: 2 })), ['wrong-state'])
  })
}

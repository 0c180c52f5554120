import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { aServedSite, seenFirst } from './servedSite.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: a wrong code is refused with the place where it stands`, async t => {
    const { as, siteAdmin } = await aServedSite(t, engine)
    const draft = { name: '某所', kind: 'research', jurisdiction: 'CN' }
    const wrong = { ...draft, uscc: '12100000400002259A', ror: 'https://ror.org/02v51f718' }
    const reply = await as(siteAdmin).post('/institutions', wrong, { 'accept-language': 'zh-CN' })
    t.equal(reply.statusCode, 400)
    t.match(reply.json(), {
      type: '/problems/bad-request',
      faults: [
        { in: 'body', path: '/uscc', code: 'not-a-uscc', message: /统一社会信用代码/ },
        { in: 'body', path: '/ror', code: 'not-a-ror' },
      ],
    })
    const right = { ...draft, uscc: '12100000400002259P', ror: 'https://ror.org/02v51f717' }
    const made = await as(siteAdmin).post('/institutions', right)
    t.match([made.statusCode, made.json()], [201, right])
    t.notOk('searchKey' in made.json<object>())
  })

  t.test(`${engine}: institutions are shown, edited, found and retired`, async t => {
    const { as, institution, siteAdmin, person, alliance, member } = await aServedSite(t, engine)
    const id = await institution({ name: '北京某所', nameEn: 'Beijing Institute' })
    const allianceId = await alliance()
    const path = `/institutions/${id}`
    const reader = await person()
    t.match((await as(reader).get('/institutions?q=BEIJING')).json(), { items: [{ id }], nextCursor: null })
    t.strictSame(
      (await as(reader).get(`/institutions?allianceId=${allianceId}`)).json<{ items: object[] }>().items,
      [],
    )
    await member(allianceId, id)
    t.match((await as(reader).get(`/institutions?allianceId=${allianceId}`)).json(), { items: [{ id }] })
    t.equal((await as(reader).patch(path, { name: 'x' }, seenFirst)).statusCode, 403)
    t.match((await as(siteAdmin).patch(path, { nameEn: null }, seenFirst)).json(), {
      nameEn: null,
      version: 2,
    })
    const retired = await as(siteAdmin).post(`${path}/retirement`, undefined, { 'if-match': '"2"' })
    t.match(retired.json(), { retiredAt: '2026-03-02T00:00:00+00:00' })
    t.equal((await as(reader).get(path)).headers.etag, '"3"')
    t.equal((await as(reader).get('/institutions/ins_none')).statusCode, 404)
  })

  t.test(`${engine}: alliances nest, and a circle is refused`, async t => {
    const { as, siteAdmin, institution, member } = await aServedSite(t, engine)
    const draft = { slug: 'huairou', name: '怀柔联盟', type: 'facility-alliance', foundedOn: '2017' }
    const top = (await as(siteAdmin).post('/alliances', draft)).json<{ id: string }>()
    t.match(top, { ...draft, zone: 'Asia/Shanghai', currency: 'CNY', parentId: null, version: 1 })
    const part = (
      await as(siteAdmin).post('/alliances', { ...draft, slug: 'huairou-beam', parentId: top.id })
    ).json<{ id: string }>()
    const circle = await as(siteAdmin).patch(`/alliances/${top.id}`, { parentId: part.id }, seenFirst)
    t.match([circle.statusCode, circle.json()], [422, { refusals: [{ field: 'parentId', fault: 'cycle' }] }])
    t.match((await as(siteAdmin).get(`/alliances?parentId=${top.id}`)).json(), { items: [{ id: part.id }] })
    const institutionId = await institution()
    await member(part.id, institutionId)
    const joined = await as(siteAdmin).get(`/alliances?institutionId=${institutionId}&q=怀柔`)
    t.match(joined.json(), { items: [{ id: part.id }] })
    const inUse = await as(siteAdmin).post(`/alliances/${top.id}/retirement`, undefined, seenFirst)
    t.match([inUse.statusCode, inUse.json()], [409, { type: '/problems/in-use' }])
    t.equal(
      (await as(siteAdmin).post(`/alliances/${part.id}/retirement`, undefined, seenFirst)).statusCode,
      200,
    )
    t.equal((await as(siteAdmin).get(`/alliances/${part.id}`)).headers.etag, '"2"')
  })

  t.test(`${engine}: a member comes with roles, changes its right and leaves`, async t => {
    const { as, alliance, institution, holding, person } = await aServedSite(t, engine)
    const [allianceId, institutionId] = [await alliance(), await institution({ kind: 'government' })]
    const { personId: admin } = await holding('alliance-admin', 'alliance', allianceId)
    const founder = { role: 'founder', label: '发起单位', startsOn: '2026-01-01' }
    const draft = { allianceId, institutionId, startsOn: '2026-01-01', roles: [founder] }
    const made = await as(admin).post('/memberships', draft)
    t.match([made.statusCode, made.json()], [201, { right: 'observer', endsOn: null, roles: [founder] }])
    const path = `/memberships/${made.json<{ id: string }>().id}`
    t.match((await as(admin).patch(path, { right: 'full' }, seenFirst)).json(), { right: 'full', version: 2 })
    const chair = { role: 'chair', startsOn: '2026-02-01', endsOn: '2026-12-31' }
    const given = await as(admin).post(`${path}/roles`, chair, { 'if-match': '"2"' })
    t.equal(given.statusCode, 201)
    const { roles } = given.json<{ roles: { id: string; role: string }[] }>()
    const role = roles.find(each => each.role === 'chair')?.id
    const end = { endsOn: '2026-06-30' }
    const ended = await as(admin).post(`${path}/roles/${role}/end`, end, { 'if-match': '"3"' })
    t.equal(ended.statusCode, 200)
    const reader = await person()
    t.match((await as(reader).get(path)).json(), { version: 4, right: 'full' })
    const listed = async (query: string) =>
      (await as(reader).get(`/memberships?${query}`)).json<{ items: { roles: object[] }[] }>().items
    t.equal((await listed(`allianceId=${allianceId}&on=2026-03-02`))[0]?.roles.length, 2)
    t.strictSame(await listed(`institutionId=${institutionId}&on=2025-12-31`), [])
    t.equal((await as(reader).post('/memberships', draft)).statusCode, 403)
  })

  t.test(`${engine}: an agreement names its parties`, async t => {
    const { as, alliance, institution, member, holding, person, staff } = await aServedSite(t, engine)
    const allianceId = await alliance()
    const { personId: admin } = await holding('alliance-admin', 'alliance', allianceId)
    const partyIds = [await institution(), await institution(), await institution()].toSorted()
    for (const each of partyIds.slice(0, 2)) await member(allianceId, each)
    const draft = { allianceId, subject: '三方协议', partyIds, startsOn: '2026-01-01', endsOn: '2028-12-31' }
    const refused = await as(admin).post('/agreements', draft)
    t.match(
      [refused.statusCode, refused.json()],
      [422, { refusals: [{ field: 'partyIds/2', fault: 'not-a-member' }] }],
    )
    await member(allianceId, partyIds[2] ?? '')
    const made = await as(admin).post('/agreements', draft)
    t.match([made.statusCode, made.json()], [201, draft])
    const path = `/agreements/${made.json<{ id: string }>().id}`
    t.match((await as(admin).patch(path, { subject: '新协议' }, seenFirst)).json(), {
      subject: '新协议',
      partyIds,
    })
    const outsider = await person()
    t.equal((await as(outsider).get(path)).statusCode, 404)
    t.match((await as(outsider).get('/agreements')).json(), { items: [] })
    const reader = await staff(partyIds[0] ?? '')
    t.equal((await as(reader).get(path)).headers.etag, '"2"')
    t.match((await as(reader).get(`/agreements?allianceId=${allianceId}`)).json(), { items: [{ partyIds }] })
  })
}

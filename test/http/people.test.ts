import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { idsOf } from './hosts.ts'
import { aServedSite, seenFirst } from './servedSite.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: contacts are for the person, the admins of the place and the site`, async t => {
    const { as, home, institution, staff, appoint, admin, siteAdmin } = await aServedSite(t, engine)
    const id = await staff(home, { name: '张三', email: 'zhang@example.cn', phone: '+86 10 1234' })
    const colleague = await staff(home)
    const elsewhere = await institution()
    const rival = await staff(elsewhere)
    await appoint(rival, 'institution-admin', 'institution', elsewhere)
    for (const keeper of [id, admin, siteAdmin]) {
      const reply = await as(keeper).get(`/people/${id}`)
      t.match(reply.json(), { name: '张三', record: { email: 'zhang@example.cn', phone: '+86 10 1234' } })
      t.equal(reply.headers.etag, '"1"')
    }
    for (const other of [colleague, rival]) {
      const shown = await as(other).get(`/people/${id}`)
      t.match(shown.json(), { id, name: '张三', record: null })
      t.notMatch(shown.body, /example|1234|password/u)
      t.notMatch((await as(other).get('/people?limit=200')).body, /example|1234/u)
    }
    t.notMatch((await as(siteAdmin).get('/people')).body, /argon2|passwordHash/u, 'nobody sees a hash')
  })

  t.test(`${engine}: a person is entered, edited at a version and retired`, async t => {
    const { as, home, admin, group } = await aServedSite(t, engine)
    const groupId = await group(home)
    const body = {
      name: '李四',
      affiliations: [{ institutionId: home, groupId, startsOn: '2026-01-01' }],
      logins: [{ kind: 'staff-number', value: 'A17' }],
    }
    const made = await as(admin).post('/people', body)
    t.equal(made.statusCode, 201)
    const { id } = made.json<{ id: string }>()
    t.strictSame(made.json(), { id, version: 1 })
    const path = `/people/${id}`
    t.equal((await as(admin).patch(path, { locale: 'en' }, seenFirst)).headers.etag, '"2"')
    const stale = await as(admin).patch(path, { locale: 'en' }, seenFirst)
    t.match([stale.statusCode, stale.json()], [412, { type: '/problems/version-stale' }])
    t.equal((await as(admin).patch(path, { locale: 'en' })).statusCode, 400, 'no version')
    const at = (version: number) => ({ 'if-match': `"${version}"` })
    const password = 'correct horse battery'
    t.equal((await as(admin).put(`${path}/password`, { password }, at(2))).statusCode, 200)
    const email = { kind: 'email', value: 'li@example.cn' }
    t.equal((await as(admin).post(`${path}/logins`, email, at(3))).statusCode, 201)
    const identity = { issuer: 'https://idp.example.cn', subject: 's' }
    t.equal((await as(admin).post(`${path}/identities`, identity, at(4))).statusCode, 201)
    const place = { institutionId: home, startsOn: '2026-02-01' }
    t.equal((await as(admin).post(`${path}/affiliations`, place, at(5))).statusCode, 201)
    const { affiliations } = (await as(admin).get(path)).json<{ affiliations: { id: string }[] }>()
    const end = `${path}/affiliations/${affiliations[0]?.id}/end`
    t.equal((await as(admin).post(end, { endsOn: '2026-12-31' }, at(6))).statusCode, 200)
    t.equal((await as(admin).post(`${path}/retirement`, undefined, at(7))).statusCode, 200)
    t.notMatch((await as(admin).get(`/people?institutionId=${home}`)).body, id)
  })

  t.test(`${engine}: who has left is listed for the keepers of the place, and taken back`, async t => {
    const { as, home, institution, staff, admin, siteAdmin } = await aServedSite(t, engine)
    const id = await staff(home, { name: '离职者' })
    const rival = await staff(await institution())
    await as(admin).post(`/people/${id}/retirement`, undefined, seenFirst)
    const left = `/people?retired=true&institutionId=${home}`
    for (const keeper of [admin, siteAdmin]) {
      t.match((await as(keeper).get(left)).json(), { items: [{ id, record: { version: 2 } }] })
    }
    t.equal((await as(siteAdmin).get('/people?retired=true')).statusCode, 200)
    t.equal((await as(admin).get('/people?retired=true')).statusCode, 403, 'not of other places')
    t.equal((await as(rival).get(left)).statusCode, 403)
    const back = await as(admin).post(`/people/${id}/reinstatement`, undefined, { 'if-match': '"2"' })
    t.strictSame([back.statusCode, back.json()], [200, { id, version: 3 }])
    t.strictSame((await as(admin).get(left)).json<{ items: object[] }>().items, [])
  })

  t.test(`${engine}: a dry run of a new person answers and keeps nothing`, async t => {
    const { as, siteAdmin } = await aServedSite(t, engine)
    const before = (await as(siteAdmin).get('/people')).json<{ items: object[] }>().items.length
    t.equal((await as(siteAdmin).post('/people?dryRun=true', {})).statusCode, 201)
    t.equal((await as(siteAdmin).get('/people')).json<{ items: object[] }>().items.length, before)
  })

  t.test(`${engine}: people are paged, and found by name and alliance`, async t => {
    const { as, admin, home, staff, alliance, member } = await aServedSite(t, engine)
    for (const name of ['Wang Wu', 'Wang Liu']) await staff(home, { name })
    const allianceId = await alliance()
    await member(allianceId, home)
    const firstPage = await as(admin).get('/people?q=WANG&limit=1')
    const { items, nextCursor } = firstPage.json<{ items: object[]; nextCursor: string }>()
    t.equal(items.length, 1)
    const next = await as(admin).get(`/people?q=WANG&limit=1&cursor=${nextCursor}`)
    t.match(next.json(), { items: [{ name: /Wang/ }], nextCursor: null })
    const members = await as(admin).get(`/people?allianceId=${allianceId}`)
    t.equal(members.json<{ items: object[] }>().items.length, 3)
  })

  t.test(
    `${engine}: a person is found by name in either script, its sound, its initials and English`,
    async t => {
      const { as, admin, home, staff } = await aServedSite(t, engine)
      const id = await staff(home, { name: '张伟', nameEn: 'David Zhang' })
      await staff(home, { name: '李娜', nameEn: 'Nana Li' })
      const found = async (typed: string) =>
        idsOf(await as(admin).get(`/people?q=${encodeURIComponent(typed)}`))
      for (const typed of ['张伟', '張偉', 'zw', 'ZW', 'zhangwei', 'zhang wei', 'wei zhang', 'david'])
        t.strictSame(await found(typed), [id], typed)
      for (const typed of ['hw', '王', 'angwe%']) t.strictSame(await found(typed), [], typed)
      await as(admin).patch(`/people/${id}`, { name: '王芳' }, seenFirst)
      t.strictSame(await found('zw'), [], 'the old name is forgotten')
      for (const typed of ['wf', 'david'])
        t.strictSame(await found(typed), [id], 'an edit of one name keeps the other')
    },
  )

  t.test(`${engine}: appointments are made, listed by those concerned, and ended`, async t => {
    const { as, home, staff, admin } = await aServedSite(t, engine)
    const personId = await staff(home)
    const draft = {
      personId,
      role: 'lab-manager',
      scopeKind: 'institution',
      scopeId: home,
      startsOn: '2026-01-01',
    }
    const made = await as(admin).post('/appointments', draft)
    t.equal(made.statusCode, 201)
    t.match(made.json(), { ...draft, endsOn: null })
    const path = `/appointments?scopeKind=institution&scopeId=${home}`
    t.equal((await as(admin).get(path)).json<{ items: object[] }>().items.length, 2)
    const stranger = await staff(home)
    t.equal((await as(stranger).get(path)).statusCode, 403)
    t.equal((await as(stranger).post('/appointments', { ...draft, personId: stranger })).statusCode, 403)
    const ended = await as(admin).post(`/appointments/${made.json<{ id: string }>().id}/end`, {
      endsOn: '2026-03-01',
    })
    t.equal(ended.json<{ endsOn: string }>().endsOn, '2026-03-01')
    t.match((await as(personId).get(`/appointments?personId=${personId}`)).json(), {
      items: [{ endsOn: '2026-03-01' }],
    })
  })

  t.test(`${engine}: groups and projects; a rival does not see a project`, async t => {
    const { as, home, institution, staff, admin, siteAdmin } = await aServedSite(t, engine)
    const rival = await staff(await institution())
    const groupBody = { institutionId: home, name: '质谱组' }
    const group = (await as(admin).post('/groups', groupBody)).json<{ id: string }>()
    t.match((await as(rival).get(`/groups?institutionId=${home}&q=质谱`)).json(), { items: [group] })
    const draft = { groupId: group.id, code: 'P1', name: '绝密课题', startsOn: '2026-01-01' }
    const made = await as(admin).post('/projects', draft)
    t.match([made.statusCode, made.json()], [201, { ...draft, institutionId: home, showsTitles: false }])
    const path = `/projects/${made.json<{ id: string }>().id}`
    t.equal((await as(rival).get(path)).statusCode, 404)
    t.strictSame((await as(rival).get('/projects')).json<{ items: object[] }>().items, [])
    t.equal(
      (await as(rival).put(`${path}/members/${rival}`, draft, seenFirst)).statusCode,
      400,
      'other fields',
    )
    const dates = { startsOn: '2026-01-01' }
    t.equal((await as(rival).put(`${path}/members/${rival}`, dates, seenFirst)).statusCode, 403)
    t.equal((await as(admin).put(`${path}/members/${rival}`, dates, seenFirst)).headers.etag, '"2"')
    t.match(
      (await as(rival).get(path)).json(),
      { name: '绝密课题', members: [{ personId: rival }] },
      'now a member',
    )
    t.equal((await as(siteAdmin).get('/projects?q=绝密')).json<{ items: object[] }>().items.length, 1)
    const edited = await as(admin).patch(path, { showsTitles: true }, { 'if-match': '"2"' })
    t.match(edited.json(), { showsTitles: true, version: 3 })
    const retired = await as(admin).post(`${path}/retirement`, undefined, { 'if-match': '"3"' })
    t.match(retired.json(), { retiredAt: '2026-03-02T00:00:00+00:00' })
    const renamed = await as(admin).patch(`/groups/${group.id}`, { name: '质谱二组' }, seenFirst)
    t.match(renamed.json(), { name: '质谱二组', version: 2 })
    const gone = await as(admin).post(`/groups/${group.id}/retirement`, undefined, { 'if-match': '"2"' })
    t.equal(gone.statusCode, 200)
    t.match((await as(admin).get(`/groups/${group.id}`)).json(), { version: 3 })
  })
}

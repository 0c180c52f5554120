import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { aHostApp, atVersion, idsOf, problemOf } from './hosts.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: an instrument is entered, mended and offered`, async t => {
    const { manager, member, hostId } = await aHostApp(t, engine)
    const draft = {
      institutionId: hostId,
      name: '质谱仪',
      resourceClass: 'mass-spectrometer',
      zone: 'Asia/Shanghai',
      commissionedOn: '2021-09-01',
      originalValueMinor: 350_000_000,
      details: { sources: ['ESI', 'MALDI'] },
      externalId: 'NRII-1',
    }
    const added = await manager.post('/instruments', draft)
    t.equal(added.statusCode, 201)
    t.equal(added.headers['etag'], '"1"')
    const body = added.json<{ id: string }>()
    t.match(body, { ...draft, publication: 'draft', photoUpdatedAt: null, invitedProjectIds: [] })
    t.notOk('searchKey' in body)
    const path = `/instruments/${body.id}`
    t.equal(problemOf(await member.get(path)), '404 not-found', 'a draft is not there for others')
    const edited = await manager.patch(path, { location: '3 号楼', commissionedOn: null }, atVersion(1))
    t.match(edited.json(), { location: '3 号楼', commissionedOn: null, version: 2 })
    t.equal(problemOf(await manager.patch(path, { location: null }, atVersion(1))), '412 version-stale')
    const published = await manager.post(`${path}/publication`, undefined, atVersion(2))
    t.match(published.json(), { publication: 'published', version: 3 })
    const seen = await member.get(path)
    t.equal(seen.statusCode, 200)
    t.notOk('invitedProjectIds' in seen.json<object>(), 'whom the host invited is its own affair')
    t.notOk('externalId' in seen.json<object>())
    const withdrawn = await manager.delete(`${path}/publication`, atVersion(3))
    t.match(withdrawn.json(), { publication: 'draft' })
    const retired = await manager.post(`${path}/retirement`, undefined, atVersion(4))
    t.match(retired.json(), { retiredAt: '2026-03-02T00:00:00+00:00' })
  })

  t.test(`${engine}: others neither enter nor edit instruments, and bad input is named`, async t => {
    const { manager, stranger, offer, hostId } = await aHostApp(t, engine)
    const id = await offer()
    t.equal(problemOf(await stranger.patch(`/instruments/${id}`, {}, atVersion(2))), '403 not-allowed')
    const draft = { institutionId: hostId, name: 'x', resourceClass: 'y', zone: 'Asia/Shanghai' }
    t.equal(problemOf(await stranger.post('/instruments', draft)), '403 not-allowed')
    const wrong = await manager.post('/instruments', {
      ...draft,
      zone: 'Mars/Olympus',
      capacity: 0,
      colour: 'red',
    })
    t.equal(wrong.statusCode, 400)
    const faults = wrong.json<{ faults: { path: string }[] }>().faults.map(fault => fault.path)
    t.strictSame(faults.toSorted(), ['', '/capacity', '/zone'])
    const unversioned = await manager.patch(`/instruments/${id}`, { name: 'y' })
    t.equal(problemOf(unversioned), '400 bad-request')
    const rehearsed = await manager.post('/instruments?dryRun=true', draft)
    t.equal(rehearsed.statusCode, 201)
    const { id: unkept } = rehearsed.json<{ id: string }>()
    t.equal(problemOf(await manager.get(`/instruments/${unkept}`)), '404 not-found')
  })

  t.test(`${engine}: instruments are found by their words, class, place and pool`, async t => {
    const { manager, member, enter, offer, hostId } = await aHostApp(t, engine)
    const pool = await manager.post('/pools', { institutionId: hostId, name: '池' })
    const { id: poolId } = pool.json<{ id: string }>()
    const given = {
      name: 'Orbitrap 质谱仪',
      maker: 'ＴＨＥＲＭＯ',
      technique: 'LC-MS',
      location: 'Building A',
    }
    const orbitrap = await offer({ ...given, poolId })
    const drill = await offer({ name: '100%_钻机', resourceClass: 'drill' })
    await enter({ name: 'draft' })
    const found = async (query: string, by = member) => idsOf(await by.get(`/instruments?${query}`))
    t.strictSame(await found(''), [orbitrap, drill])
    t.strictSame(await found('q=thermo%20质谱'), [orbitrap], 'every word, in any width and case')
    for (const typed of ['質譜', 'zpy', 'zhipu', 'MS', 'mass', '质谱仪 LC'])
      t.strictSame(await found(`q=${encodeURIComponent(typed)}`), [orbitrap], typed)
    t.strictSame(await found('q=%25_'), [drill], 'wildcards stand for themselves')
    t.strictSame(await found('resourceClass=drill'), [drill])
    t.strictSame(await found('technique=LC-MS'), [orbitrap])
    t.strictSame(await found('technique=lc%20ms'), [orbitrap], 'a well-known one in any writing')
    t.strictSame(await found(`technique=${encodeURIComponent('液质联用')}`), [orbitrap])
    t.strictSame(await found('location=building'), [orbitrap])
    t.strictSame(await found(`poolId=${poolId}`), [orbitrap])
    t.strictSame(await found(`institutionId=${hostId}&publication=draft`), [])
    t.equal((await found(`publication=draft`, manager)).length, 1, 'staff find their drafts')
    const page = (await member.get('/instruments?limit=1')).json<{ nextCursor: string }>()
    t.equal(page.nextCursor, orbitrap)
    t.strictSame(await found(`limit=1&cursor=${orbitrap}`), [drill])
    t.equal(problemOf(await member.get('/instruments?colour=red')), '400 bad-request')
  })

  t.test(
    `${engine}: what is shared into an alliance is found there, hidden terms by members alone`,
    async t => {
      const { manager, member, outsider, offer, allianceId } = await aHostApp(t, engine)
      const [listed, hidden] = [await offer(), await offer()]
      await offer()
      const share = (instrumentId: string, visibility: string) =>
        manager.post('/sharing-terms', { instrumentId, audience: 'alliance', allianceId, visibility })
      t.equal((await share(listed, 'listed')).statusCode, 201)
      t.equal((await share(hidden, 'hidden')).statusCode, 201)
      const path = `/instruments?allianceId=${allianceId}`
      t.strictSame(idsOf(await member.get(path)), [listed, hidden])
      t.strictSame(idsOf(await outsider.get(path)), [listed])
    },
  )

  t.test(`${engine}: what instruments can be narrowed by is told over all of them, with counts`, async t => {
    const { manager, member, outsider, enter, offer, hostId, allianceId } = await aHostApp(t, engine)
    const pool = await manager.post('/pools', { institutionId: hostId, name: '池' })
    const { id: poolId } = pool.json<{ id: string }>()
    const first = await offer({ technique: '质谱', poolId, location: '3 号楼' })
    const second = await offer({ technique: 'Mass spectrometry', location: '3 号楼' })
    const third = await offer({ technique: '茶道', resourceClass: 'tea' })
    await enter({ technique: '光刻', resourceClass: 'draft-class' })
    for (const [instrumentId, visibility] of [
      [first, 'listed'],
      [first, 'hidden'],
      [second, 'hidden'],
    ] as const) {
      const term = { instrumentId, audience: visibility === 'listed' ? 'partners' : 'alliance', allianceId }
      t.equal((await manager.post('/sharing-terms', { ...term, visibility })).statusCode, 201)
    }
    const facets = async (by: typeof member) => (await by.get('/instruments/facets')).json<object>()
    t.strictSame(await facets(member), {
      resourceClasses: [
        { value: 'mass-spectrometer', count: 2 },
        { value: 'tea', count: 1 },
      ],
      techniques: [
        { value: 'mass-spectrometry', count: 2 },
        { value: '茶道', count: 1 },
      ],
      pools: [{ value: poolId, count: 1 }],
      institutions: [{ value: hostId, count: 3 }],
      alliances: [{ value: allianceId, count: 2 }],
      locations: [{ value: '3 号楼', count: 2 }],
    })
    t.match(
      await facets(outsider),
      { alliances: [{ value: allianceId, count: 1 }] },
      'hidden terms stay hidden',
    )
    const classes = { resourceClasses: [{ count: 2 }, { value: 'draft-class' }, { value: 'tea' }] }
    t.match(await facets(manager), classes, 'staff count their drafts')
    for (const { value, count } of [
      { value: 'mass-spectrometry', count: 2 },
      { value: '茶道', count: 1 },
    ]) {
      const path = `/instruments?technique=${encodeURIComponent(value)}`
      t.equal(idsOf(await member.get(path)).length, count, 'and finds as many')
    }
    await manager.post(`/instruments/${third}/retirement`, undefined, atVersion(2))
    t.strictSame(Object.values(await facets(member))[2], [{ value: poolId, count: 1 }])
    t.notMatch(JSON.stringify(await facets(member)), /茶道/u, 'what is retired does not count')
  })

  t.test(`${engine}: an instrument is told in the terms of PIDINST`, async t => {
    const { member, offer } = await aHostApp(t, engine)
    const id = await offer({ maker: 'Bruker', model: 'timsTOF', serial: 'S1' })
    const reply = await member.get(`/instruments/${id}/pidinst`)
    t.equal(reply.statusCode, 200)
    t.match(reply.json(), {
      schemaVersion: '1.0',
      name: '质谱仪',
      owners: [{ ownerName: '东道研究所', ownerIdentifier: { ownerIdentifierType: 'ROR' } }],
      manufacturers: [{ manufacturerName: 'Bruker' }],
      alternateIdentifiers: [{ alternateIdentifier: 'S1', alternateIdentifierType: 'SerialNumber' }],
    })
    t.match(reply.json<{ landingPage: string }>().landingPage, new RegExp(`/instruments/${id}$`, 'u'))
  })
}

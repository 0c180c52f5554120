import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { aHostApp, atVersion, idsOf, problemOf } from './hosts.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: a pool is made, found, renamed and retired`, async t => {
    const { manager, stranger, member, hostId } = await aHostApp(t, engine)
    const added = await manager.post('/pools', { institutionId: hostId, name: '质谱池' })
    t.equal(added.statusCode, 201)
    const { id } = added.json<{ id: string }>()
    t.strictSame(idsOf(await member.get(`/pools?institutionId=${hostId}`)), [id])
    t.strictSame(idsOf(await member.get('/pools?q=质谱')), [id])
    t.strictSame(idsOf(await member.get('/pools?q=nothing')), [])
    const path = `/pools/${id}`
    t.equal((await member.get(path)).headers['etag'], '"1"')
    t.equal(problemOf(await member.get('/pools/pol_none')), '404 not-found')
    t.equal(problemOf(await stranger.patch(path, { nameEn: 'x' }, atVersion(1))), '403 not-allowed')
    const edited = await manager.patch(path, { nameEn: 'Mass spectrometers' }, atVersion(1))
    t.match(edited.json(), { name: '质谱池', nameEn: 'Mass spectrometers', version: 2 })
    const retired = await manager.post(`${path}/retirement`, undefined, atVersion(2))
    t.match(retired.json(), { retiredAt: '2026-03-02T00:00:00+00:00' })
    t.strictSame(idsOf(await member.get('/pools')), [])
  })
}

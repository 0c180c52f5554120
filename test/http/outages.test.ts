import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { aHostApp, atVersion, idsOf, problemOf } from './hosts.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: staff take an instrument down and up again, all see when`, async t => {
    const { manager, stranger, member, outsider, offer, allianceId } = await aHostApp(t, engine)
    const instrumentId = await offer()
    const term = { instrumentId, audience: 'alliance', allianceId, visibility: 'hidden' }
    t.equal((await manager.post('/sharing-terms', term)).statusCode, 201)
    const span = { start: '2026-03-10T08:00:00+08:00', end: '2026-03-11T08:00:00+08:00' }
    const draft = { instrumentId, kind: 'planned', reason: '校准', ...span }
    t.equal(problemOf(await stranger.post('/outages', draft)), '403 not-allowed')
    const added = await manager.post('/outages', draft)
    t.equal(added.statusCode, 201)
    const { outage } = added.json<{ outage: { id: string } }>()
    t.match(added.json(), { outage: { start: '2026-03-10T00:00:00+00:00', reason: '校准' }, affected: [] })
    t.notOk('createdBy' in outage)
    const path = `/outages/${outage.id}`
    t.strictSame((await member.get(path)).json(), outage)
    t.equal(problemOf(await outsider.get(path)), '404 not-found', 'not to whom it is hidden from')
    t.equal(problemOf(await outsider.get(`/outages?instrumentId=${instrumentId}`)), '404 not-found')
    const listed = async (query: string) =>
      idsOf(await member.get(`/outages?instrumentId=${instrumentId}&${query}`))
    t.strictSame(await listed(''), [outage.id])
    t.strictSame(await listed('start=2026-03-11T00:00:00Z'), [], 'it has ended by then')
    t.strictSame(await listed('end=2026-03-10T00:00:00Z'), [], 'it has not begun by then')
    const edited = await manager.patch(path, { end: '2026-03-10T12:00:00+08:00' }, atVersion(1))
    t.match(edited.json(), { outage: { end: '2026-03-10T04:00:00+00:00', version: 2 } })
    t.equal(edited.headers['etag'], '"2"')
    const retired = await manager.post(`${path}/retirement`, undefined, atVersion(2))
    t.match(retired.json(), { version: 3 })
    t.strictSame(await listed(''), [])
    t.equal(problemOf(await member.get('/outages/out_none')), '404 not-found')
  })

  t.test(`${engine}: staff see whom an outage hits`, async t => {
    const { manager, colleague, offer } = await aHostApp(t, engine)
    const instrumentId = await offer()
    const span = { start: '2026-03-10T09:00:00+08:00', end: '2026-03-10T10:00:00+08:00' }
    const booked = await colleague.post('/bookings', { instrumentId, ...span })
    t.equal(booked.statusCode, 201)
    const added = await manager.post('/outages', { instrumentId, kind: 'unplanned', ...span })
    t.match(added.json(), {
      outage: { reason: null },
      affected: [
        {
          id: booked.json<{ id: string }>().id,
          start: '2026-03-10T01:00:00+00:00',
          end: '2026-03-10T02:00:00+00:00',
          state: 'confirmed',
          person: { name: '张三' },
        },
      ],
    })
  })
}

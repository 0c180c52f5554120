import t from 'tap'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { aHostApp, problemOf } from './hosts.ts'

interface Preview {
  readonly past: { readonly examined: number; readonly refused: number; readonly byCode: readonly object[] }
  readonly future: {
    readonly examined: number
    readonly broken: readonly { readonly id: string; readonly codes: readonly string[] }[]
  }
}

for (const engine of ENGINES) {
  t.test(`${engine}: staff see what a draft of rules would have done before it is set`, async t => {
    const { context, manager, member, colleague, offer } = await aHostApp(t, engine)
    const instrumentId = await offer()
    const book = async (day: string, from: string, to: string) => {
      const span = { start: `2026-03-${day}T${from}:00+08:00`, end: `2026-03-${day}T${to}:00+08:00` }
      const reply = await colleague.post('/bookings', { instrumentId, ...span })
      t.equal(reply.statusCode, 201)
      return reply.json<{ id: string }>().id
    }
    const shortId = await book('04', '10:00', '10:30')
    await book('05', '10:00', '14:00')
    await book('06', '19:00', '20:00')
    const eveningId = await book('20', '19:00', '21:00')
    await book('21', '10:00', '12:00')
    context.clock.advance((at('2026-03-10T08:00+08:00') - context.clock.now()) / 1000)
    const weekly = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: '08:00', to: '18:00' }))
    const rules = { shortestSeconds: 3600, opening: { weekly, exceptions: [] } }
    const draft = { instrumentId, rules }
    const reply = await manager.post('/policies/preview', draft)
    t.equal(reply.statusCode, 200)
    const { past, future } = reply.json<Preview>()
    t.match(past, { from: '2026-02-07T08:00:00+08:00', examined: 3, refused: 2 })
    t.match(past.byCode, [
      { code: 'too-short', count: 1, examples: [{ id: shortId, person: { name: '张三' } }] },
      { code: 'instrument-not-open', count: 1 },
    ])
    t.equal(future.examined, 2)
    t.match(future.broken, [{ id: eveningId, codes: ['instrument-not-open'] }])
    const later = { ...draft, effectiveFrom: '2026-03-21T00:00:00+08:00' }
    t.match((await manager.post('/policies/preview', later)).json(), { future: { examined: 1, broken: [] } })
    t.match(
      (await manager.get(`/instruments/${instrumentId}/policy`)).json(),
      { revision: 1 },
      'nothing kept',
    )
    t.equal(problemOf(await member.post('/policies/preview', draft)), '403 not-allowed')
    const faulty = { instrumentId, rules: { gridSeconds: 7000 } }
    t.equal(problemOf(await manager.post('/policies/preview', faulty)), '422 invalid-value')
    const unknown = { instrumentId: 'ist_none', rules: {} }
    t.equal(problemOf(await manager.post('/policies/preview', unknown)), '404 not-found')
  })
}

import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { aHostApp, idsOf, problemOf } from './hosts.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: rules are set by revision and shown as they hold`, async t => {
    const { manager, stranger, member, offer } = await aHostApp(t, engine)
    const instrumentId = await offer()
    const price = { currency: 'CNY', perUnitMinor: { member: 30_000 } }
    const draft = {
      instrumentId,
      effectiveFrom: '2026-04-01T00:00:00+08:00',
      rules: { gridSeconds: 1800, price },
    }
    t.equal(problemOf(await stranger.post('/policies', draft)), '403 not-allowed')
    const added = await manager.post('/policies', draft)
    t.equal(added.statusCode, 201)
    t.match(added.json(), { revision: 2, effectiveFrom: '2026-03-31T16:00:00+00:00', rules: draft.rules })
    const inForce = async (query = '') =>
      (await member.get(`/instruments/${instrumentId}/policy${query}`)).json<object>()
    t.match(await inForce(), { revision: 1, rules: { gridSeconds: 900 } })
    t.match(await inForce('?at=2026-04-01T00:00:00%2B08:00'), { revision: 2 })
    const { id } = added.json<{ id: string }>()
    t.strictSame((await member.get(`/policies/${id}`)).json(), added.json())
    t.equal(idsOf(await member.get(`/policies?instrumentId=${instrumentId}`)).length, 2)
    t.equal(problemOf(await member.get('/policies/plc_none')), '404 not-found')
  })

  t.test(`${engine}: rules of a draft are for its staff, and there may be none`, async t => {
    const { manager, member, enter } = await aHostApp(t, engine)
    const { id } = await enter()
    t.equal(problemOf(await member.get(`/instruments/${id}/policy`)), '404 not-found')
    t.equal(problemOf(await manager.get(`/instruments/${id}/policy`)), '404 not-found')
    const added = await manager.post('/policies', { instrumentId: id, rules: {} })
    const { id: policyId } = added.json<{ id: string }>()
    t.equal(problemOf(await member.get(`/policies/${policyId}`)), '404 not-found')
    t.equal((await manager.get(`/instruments/${id}/policy`)).statusCode, 200)
  })

  t.test(`${engine}: rules that contradict each other come back with all their faults`, async t => {
    const { manager, offer } = await aHostApp(t, engine)
    const rules = { gridSeconds: 7000, longestSeconds: 60 }
    const reply = await manager.post('/policies', { instrumentId: await offer(), rules })
    t.equal(problemOf(reply), '422 invalid-value')
    const refusals = reply.json<{ refusals: { field: string }[] }>().refusals
    t.strictSame(
      refusals.map(refusal => refusal.field),
      ['rules.gridSeconds', 'rules.longestSeconds'],
    )
  })
}

import t from 'tap'
import { addMembership } from '../../src/operations/memberships.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { always } from '../operations/site.ts'
import { ENGINES } from '../support/engines.ts'
import { aHostApp, atVersion, idsOf, problemOf } from './hosts.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: a term is added, ended and refused to others`, async t => {
    const { manager, stranger, offer, allianceId } = await aHostApp(t, engine)
    const draft = { instrumentId: await offer(), audience: 'alliance', allianceId }
    t.equal(problemOf(await stranger.post('/sharing-terms', draft)), '403 not-allowed')
    const added = await manager.post('/sharing-terms', draft)
    t.match(added.json(), { ...draft, quota: 'tracked', visibility: 'listed', endsAt: null })
    t.equal(problemOf(await manager.post('/sharing-terms', draft)), '409 already-exists')
    const path = `/sharing-terms/${added.json<{ id: string }>().id}`
    const ended = await manager.patch(path, { endsAt: '2026-06-01T00:00:00Z' }, atVersion(1))
    t.match(ended.json(), { endsAt: '2026-06-01T00:00:00+00:00', version: 2 })
    t.equal((await manager.get(path)).headers['etag'], '"2"')
  })

  t.test(`${engine}: hidden terms are shown to staff and to whom they are addressed`, async t => {
    const { context, as, site, manager, member, colleague, outsider, offer, hostId, allianceId } =
      await aHostApp(t, engine)
    const instrumentId = await offer()
    const hide = async (draft: object) => {
      const reply = await manager.post('/sharing-terms', { instrumentId, visibility: 'hidden', ...draft })
      context.clock.advance(1)
      return reply.json<{ id: string }>().id
    }
    const own = await hide({ audience: 'own' })
    const ofAlliance = await hide({ audience: 'alliance', allianceId })
    const ofPartners = await hide({ audience: 'partners', allianceId })
    const ofAll = await hide({ audience: 'registered' })
    const other = await site.alliance()
    await site.member(other, hostId)
    const ofOther = await hide({ audience: 'alliance', allianceId: other })
    const partnerId = await site.institution({ name: '伙伴单位' })
    const roles = [{ role: 'partner', label: null, ...always }]
    await addMembership(context, SYSTEM, { allianceId, institutionId: partnerId, ...always, roles })
    const partner = as(await site.staff(partnerId))
    const shown = async (by: typeof member) =>
      idsOf(await by.get(`/sharing-terms?instrumentId=${instrumentId}`))
    t.strictSame(await shown(manager), [own, ofAlliance, ofPartners, ofAll, ofOther])
    t.strictSame(await shown(member), [ofAlliance, ofAll])
    t.strictSame(await shown(colleague), [own, ofAlliance, ofAll, ofOther])
    t.strictSame(await shown(partner), [ofAlliance, ofPartners, ofAll])
    t.strictSame(await shown(outsider), [ofAll])
    t.equal(problemOf(await outsider.get(`/sharing-terms/${own}`)), '404 not-found')
    t.equal(problemOf(await outsider.get('/sharing-terms/shr_none')), '404 not-found')
    t.equal((await colleague.get(`/sharing-terms/${own}`)).statusCode, 200)
    t.strictSame(
      idsOf(await manager.get(`/sharing-terms?instrumentId=${instrumentId}&limit=2&cursor=${own}`)),
      [ofAlliance, ofPartners],
    )
  })
}

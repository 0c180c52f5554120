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

  t.test(
    `${engine}: what is open to an alliance is told in one question, as far as each may know`,
    async t => {
      const { context, as, site, manager, stranger, member, colleague, outsider, offer, enter, ...lab } =
        await aHostApp(t, engine)
      const { allianceId, hostId } = lab
      const other = await site.alliance()
      await site.member(other, hostId)
      const open = async (instrumentId: string, draft: object) => {
        const body = { instrumentId, audience: 'alliance', allianceId, ...draft }
        const reply = await manager.post('/sharing-terms', body)
        context.clock.advance(1)
        return reply.json<{ id: string }>().id
      }
      const one = await offer({ name: '甲仪器', nameEn: 'Instrument A' })
      const two = await offer()
      const listed = await open(one, {})
      const hidden = await open(two, { visibility: 'hidden' })
      const ofPartners = await open(two, { audience: 'partners', visibility: 'hidden' })
      const ofDraft = await open((await enter()).id, {})
      const ended = await open(await offer(), {
        startsAt: '2026-01-01T00:00:00Z',
        endsAt: '2026-01-02T00:00:00Z',
      })
      const future = await open(await offer(), { startsAt: '2099-01-01T00:00:00Z' })
      await open(one, { allianceId: other, visibility: 'hidden' })
      await open(one, { audience: 'own', allianceId: null })
      const partnerId = await site.institution({ name: '伙伴单位' })
      const roles = [{ role: 'partner', label: null, ...always }]
      await addMembership(context, SYSTEM, { allianceId, institutionId: partnerId, ...always, roles })
      const holding = async (role: 'alliance-admin' | 'auditor', scopeId: string) =>
        as((await site.holding(role, 'alliance', scopeId)).personId)
      const shown = async (by: typeof member) =>
        idsOf(await by.get(`/sharing-terms?allianceId=${allianceId}`))

      const toAll = [listed, ended, future]
      const toMembers = [listed, hidden, ended, future]
      const toBoth = [listed, hidden, ofPartners, ended, future]
      t.strictSame(await shown(outsider), toAll, 'others know what is listed on instruments on offer')
      t.strictSame(await shown(await holding('alliance-admin', other)), toAll)
      t.strictSame(await shown(stranger), toAll, 'a role elsewhere makes nobody a member')
      t.strictSame(await shown(member), toMembers)
      t.strictSame(await shown(colleague), toMembers)
      t.strictSame(await shown(as(await site.staff(partnerId))), toBoth)
      t.strictSame(await shown(manager), [listed, hidden, ofPartners, ofDraft, ended, future])
      const admin = await holding('alliance-admin', allianceId)
      t.strictSame(await shown(admin), toBoth, 'who runs the alliance sees all but drafts')
      t.strictSame(await shown(await holding('auditor', allianceId)), toBoth)
      t.equal((await admin.get(`/sharing-terms/${ofPartners}`)).statusCode, 200, 'each can be opened')
      t.equal(problemOf(await member.get(`/sharing-terms/${ofPartners}`)), '404 not-found')
      const page = await admin.get(`/sharing-terms?allianceId=${allianceId}&limit=2&cursor=${hidden}`)
      t.strictSame(idsOf(page), [ofPartners, ended])
      t.match(page.json(), { nextCursor: ended })
      t.match((await outsider.get(`/sharing-terms?allianceId=${allianceId}`)).json(), {
        items: [
          {
            instrumentId: one,
            instrument: { name: '甲仪器', nameEn: 'Instrument A', institutionId: hostId },
          },
        ],
      })
      t.equal(problemOf(await admin.get('/sharing-terms')), '400 bad-request')
      t.equal(
        problemOf(await admin.get(`/sharing-terms?allianceId=${allianceId}&instrumentId=${one}`)),
        '400 bad-request',
      )
    },
  )
}

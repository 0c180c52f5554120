import t from 'tap'
import type { Instant } from '../../src/domain/units.ts'
import { editMembership } from '../../src/operations/memberships.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { addSharingTerm, editSharingTerm, type NewSharingTerm } from '../../src/operations/sharingTerms.ts'
import { termsForBooking } from '../../src/store/bookingFacts.ts'
import { sharingTermsMax } from '../../src/store/sharingTerms.ts'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { aHost } from './hosts.ts'
import { codesOf, day, refusalsOf } from './site.ts'

const april = at('2026-04-01T00:00+08:00')
const may = at('2026-05-01T00:00+08:00')
const nobody = { institutionId: '', day: day('2026-03-02') }

for (const engine of ENGINES) {
  t.test(`${engine}: a term is open from now on, listed, and its quota follows the audience`, async t => {
    const { context, manager, hostId, alliance, member, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const allianceId = await alliance()
    await member(allianceId, hostId)
    const add = (draft: Omit<NewSharingTerm, 'instrumentId'>) =>
      addSharingTerm(context, manager, { instrumentId, ...draft })
    const now = context.clock.now()
    const usual = { startsAt: now, endsAt: null, visibility: 'listed' }
    t.match(await add({ audience: 'own' }), { ...usual, quota: 'none', priceCategory: 'internal' })
    const shared = { audience: 'alliance', allianceId } as const
    t.match(await add(shared), { ...usual, quota: 'tracked', priceCategory: 'member' })
    t.match(await add({ audience: 'registered', quota: 'enforced' }), { quota: 'enforced' })
    const inForce = (when: Instant) => termsForBooking(context.db.read, { ...nobody, instrumentId, at: when })
    t.equal((await inForce(now)).terms.length, 3)
    t.equal((await inForce((now - 1) as Instant)).terms.length, 0)
  })

  t.test(`${engine}: one audience has one term at a time`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const add = (startsAt: Instant, endsAt: Instant | null) =>
      addSharingTerm(context, manager, { instrumentId, audience: 'registered', startsAt, endsAt })
    const first = await add(context.clock.now(), april)
    const [refusal] = await refusalsOf(add(context.clock.now(), null))
    t.strictSame(refusal, { code: 'already-exists', noun: 'sharing-term', field: 'audience' })
    const second = await add(april, null)
    t.match(second, { startsAt: april }, 'one may follow the other')
    const longer = { id: first.id, version: 1, changes: { endsAt: may } }
    t.strictSame(await codesOf(editSharingTerm(context, manager, longer)), ['already-exists'])
    await editSharingTerm(context, manager, { id: second.id, version: 1, changes: { startsAt: may } })
    t.match(await editSharingTerm(context, manager, longer), { endsAt: may, version: 2 })
    t.strictSame(await codesOf(editSharingTerm(context, manager, longer)), ['version-stale'])
    t.strictSame(await codesOf(add(may, april)), ['invalid-value'], 'an end comes after its start')
  })

  t.test(`${engine}: an alliance is named for its members and partners, and for them only`, async t => {
    const { context, manager, hostId, alliance, member, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const allianceId = await alliance()
    const add = (draft: Omit<NewSharingTerm, 'instrumentId'>) =>
      addSharingTerm(context, manager, { instrumentId, ...draft })
    t.match(await refusalsOf(add({ audience: 'alliance' })), [{ fault: 'needed-for-this-audience' }])
    t.match(await refusalsOf(add({ audience: 'own', allianceId })), [{ fault: 'not-of-this-audience' }])
    t.strictSame(await codesOf(add({ audience: 'partners', allianceId: 'all_none' })), ['not-found'])
    const outside = await refusalsOf(add({ audience: 'alliance', allianceId }))
    t.strictSame(outside, [{ code: 'not-a-member', allianceId, on: day('2026-03-02') }])
    const membership = await member(allianceId, hostId)
    const shared = await add({ audience: 'partners', allianceId })
    const ended = { id: membership.id, version: membership.version, changes: { endsOn: day('2026-03-31') } }
    await editMembership(context, SYSTEM, ended)
    const later = add({ audience: 'alliance', allianceId, startsAt: april })
    t.strictSame(await codesOf(later), ['not-a-member'], 'the membership has ended by then')
    const moved = { id: shared.id, version: 1, changes: { startsAt: april } }
    t.strictSame(await codesOf(editSharingTerm(context, manager, moved)), ['not-a-member'])
  })

  t.test(`${engine}: terms are for staff of the host to set`, async t => {
    const { context, stranger, researcher, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const { id } = await addSharingTerm(context, SYSTEM, { instrumentId, audience: 'own' })
    for (const actor of [stranger, researcher]) {
      const add = addSharingTerm(context, actor, { instrumentId, audience: 'registered' })
      t.strictSame(await codesOf(add), ['not-allowed'])
      const edit = editSharingTerm(context, actor, { id, version: 1, changes: { quota: 'none' } })
      t.strictSame(await codesOf(edit), ['not-allowed'])
    }
    const none = editSharingTerm(context, SYSTEM, { id: 'shr_none', version: 1, changes: {} })
    t.strictSame(await codesOf(none), ['not-found'])
  })

  t.test(`${engine}: an instrument has a bounded number of terms`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const term = await addSharingTerm(context, manager, { instrumentId, audience: 'own' })
    await context.db.transact(async tx => {
      for (let number = 1; number < sharingTermsMax; number++) {
        await tx.q.insert(tx.t.sharingTerms).values({ ...term, id: `shr_${number}` })
      }
    })
    const [refusal] = await refusalsOf(
      addSharingTerm(context, manager, { instrumentId, audience: 'registered' }),
    )
    t.match(refusal, { fault: 'too-many-terms' })
  })
}

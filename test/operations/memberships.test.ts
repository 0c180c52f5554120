import t from 'tap'
import { addAgreement, editAgreement } from '../../src/operations/agreements.ts'
import {
  addMembership,
  addMembershipRole,
  editMembership,
  endMembershipRole,
} from '../../src/operations/memberships.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { agreementWithParty, listAgreements } from '../../src/store/agreements.ts'
import { listAlliances } from '../../src/store/alliances.ts'
import { listMemberships, membershipOn } from '../../src/store/memberships.ts'
import { ENGINES } from '../support/engines.ts'
import { aSite, codesOf, day, refusalsOf } from './site.ts'

const first = day('2026-01-01')
const last = day('2026-06-30')
const year = { startsOn: first, endsOn: day('2026-12-31') }
const outside = [{ code: 'invalid-value', field: 'startsOn', fault: 'outside-membership' }]

for (const engine of ENGINES) {
  t.test(`${engine}: a member is one from the first day to the last`, async t => {
    const { context, alliance, institution, holding } = await aSite(t, engine)
    const [allianceId, institutionId] = [await alliance(), await institution()]
    const admin = await holding('alliance-admin', 'alliance', allianceId)
    const draft = { allianceId, institutionId, roles: [], ...year }
    const { id } = await addMembership(context, admin, draft)
    const on = (text: string) => membershipOn(context.db.read, { allianceId, institutionId, day: day(text) })
    t.equal(await on('2025-12-31'), undefined)
    t.strictSame(await on('2026-01-01'), { id, right: 'full' })
    t.strictSame(await on('2026-12-31'), { id, right: 'full' })
    t.equal(await on('2027-01-01'), undefined)
    const withMember = (text: string) => ({ withMember: { institutionId, day: day(text) }, limit: 10 })
    t.equal((await listAlliances(context.db.read, withMember('2026-03-02'))).length, 1)
    t.equal((await listAlliances(context.db.read, withMember('2027-03-02'))).length, 0)
    const stranger = await holding('alliance-admin', 'alliance', await alliance())
    t.strictSame(await codesOf(addMembership(context, stranger, draft)), ['not-allowed'])
  })

  t.test(`${engine}: a government member observes unless it is said otherwise`, async t => {
    const { context, alliance, institution } = await aSite(t, engine)
    const allianceId = await alliance()
    const join = async (draft: { right?: 'full' }) => {
      const institutionId = await institution({ kind: 'government' })
      return (
        await addMembership(context, SYSTEM, { allianceId, institutionId, roles: [], ...year, ...draft })
      ).right
    }
    t.equal(await join({}), 'observer')
    t.equal(await join({ right: 'full' }), 'full')
  })

  t.test(`${engine}: who left may come again, but not for days that are taken`, async t => {
    const { context, alliance, institution } = await aSite(t, engine)
    const [allianceId, institutionId] = [await alliance(), await institution()]
    const join = (startsOn: string) =>
      addMembership(context, SYSTEM, {
        allianceId,
        institutionId,
        roles: [],
        startsOn: day(startsOn),
        endsOn: null,
      })
    const { id } = await join('2026-01-01')
    const taken = [{ code: 'already-exists', noun: 'membership', field: 'startsOn' }]
    t.strictSame(await refusalsOf(join('2026-06-01')), taken)
    const left = await editMembership(context, SYSTEM, { id, version: 1, changes: { endsOn: last } })
    t.match(left, { endsOn: last, version: 2 })
    await join('2026-07-01')
    const back = editMembership(context, SYSTEM, { id, version: 2, changes: { endsOn: null } })
    t.strictSame(await refusalsOf(back), taken)
    const filter = { allianceId, institutionId, limit: 10 }
    t.equal((await listMemberships(context.db.read, filter)).length, 2)
    const [then] = await listMemberships(context.db.read, { ...filter, on: last })
    t.equal(then?.id, id)
    const stale = editMembership(context, SYSTEM, { id, version: 1, changes: { right: 'observer' } })
    t.strictSame(await codesOf(stale), ['version-stale'])
  })

  t.test(`${engine}: two rivals let the same institution in at once: it is a member once`, async t => {
    const { context, alliance, institution } = await aSite(t, engine)
    const [allianceId, institutionId] = [await alliance(), await institution()]
    const join = (startsOn: string) =>
      addMembership(context, SYSTEM, {
        allianceId,
        institutionId,
        roles: [],
        startsOn: day(startsOn),
        endsOn: null,
      })
    const outcomes = await Promise.allSettled([join('2026-01-01'), join('2026-02-01')])
    t.strictSame(outcomes.map(each => each.status).toSorted(), ['fulfilled', 'rejected'])
  })

  t.test(`${engine}: a member holds several dated roles under the alliance's own labels`, async t => {
    const { context, alliance, institution, holding } = await aSite(t, engine)
    const [allianceId, institutionId] = [await alliance(), await institution()]
    const admin = await holding('alliance-admin', 'alliance', allianceId)
    const founder = { role: 'founder', label: null, startsOn: first, endsOn: null }
    const chair = { role: 'chair', label: '理事长单位', startsOn: first, endsOn: day('2026-09-30') }
    const draft = { allianceId, institutionId, roles: [founder, chair], ...year }
    const membership = await addMembership(context, admin, draft)
    t.match(membership.roles, [founder, chair])
    const { id: membershipId } = membership
    const lead = { role: 'lead', label: '牵头单位', startsOn: first, endsOn: null }
    const added = await addMembershipRole(context, admin, { membershipId, version: 1, ...lead })
    t.equal(added.roles.length, 3)
    const early = { ...lead, startsOn: day('2025-12-31') }
    t.strictSame(
      await refusalsOf(addMembershipRole(context, admin, { membershipId, version: 2, ...early })),
      outside,
    )
    t.strictSame(await codesOf(addMembershipRole(context, admin, { membershipId, version: 2, ...lead })), [
      'already-exists',
    ])
    const roleId = added.roles.find(each => each.role === 'lead')?.id ?? ''
    const ending = { membershipId, version: 2, roleId, endsOn: last }
    const ended = await endMembershipRole(context, admin, ending)
    t.equal(ended.roles.find(each => each.id === roleId)?.endsOn, last)
    t.strictSame(await codesOf(endMembershipRole(context, admin, ending)), ['version-stale'])
    const unknown = { ...ending, version: 3, roleId: 'mrl_none' }
    t.strictSame(await codesOf(endMembershipRole(context, admin, unknown)), ['not-found'])
    const short = await editMembership(context, admin, {
      id: membershipId,
      version: 3,
      changes: { endsOn: last },
    })
    t.equal(short.roles.find(each => each.role === 'chair')?.endsOn, last, 'roles end with the membership')
    t.equal(short.roles.find(each => each.role === 'founder')?.endsOn, null)
  })

  t.test(`${engine}: an agreement binds members only, each stranger is named`, async t => {
    const { context, alliance, institution, member, holding } = await aSite(t, engine)
    const [allianceId, formsAllianceId] = [await alliance(), await alliance()]
    const [one, two, stranger] = [await institution(), await institution(), await institution()]
    for (const each of [one, two]) await member(allianceId, each)
    const admin = await holding('alliance-admin', 'alliance', allianceId)
    const draft = { allianceId, subject: '三方协议', partyIds: [one, two], formsAllianceId, ...year }
    const refused = async (partyIds: string[]) =>
      refusalsOf(addAgreement(context, admin, { ...draft, partyIds }))
    const fault = (field: string, word: string) => ({ code: 'invalid-value', field, fault: word })
    t.strictSame(await refused([one]), [fault('partyIds', 'too-few-values')])
    t.strictSame(await refused([one, stranger, one]), [
      fault('partyIds/1', 'not-a-member'),
      fault('partyIds/2', 'value-twice'),
    ])
    t.strictSame(await refused(Array.from({ length: 201 }, () => one)), [
      fault('partyIds', 'too-many-values'),
    ])
    const { id, partyIds } = await addAgreement(context, admin, draft)
    t.strictSame(partyIds, [one, two].toSorted())
    t.strictSame(await agreementWithParty(context.db.read, { agreementId: id }), {
      id,
      allianceId,
      ...year,
      partyIds,
    })
    t.equal(await agreementWithParty(context.db.read, { agreementId: 'agr_none' }), undefined)
    t.strictSame(
      (await listAgreements(context.db.read, { allianceId, limit: 10 })).map(each => each.id),
      [id],
    )
    const changes = { subject: '补充协议', formsAllianceId: null }
    const edited = await editAgreement(context, admin, { id, version: 1, changes })
    t.match(edited, { ...changes, partyIds, version: 2 })
    t.strictSame(await codesOf(editAgreement(context, admin, { id, version: 1, changes })), ['version-stale'])
    const backwards = editAgreement(context, admin, {
      id,
      version: 2,
      changes: { endsOn: day('2025-12-31') },
    })
    t.strictSame(await codesOf(backwards), ['invalid-value'])
    const other = await holding('alliance-admin', 'alliance', formsAllianceId)
    t.strictSame(await codesOf(editAgreement(context, other, { id, version: 2, changes })), ['not-allowed'])
  })

  t.test(`${engine}: a membership has at most a hundred roles`, async t => {
    const { context, alliance, institution } = await aSite(t, engine)
    const [allianceId, institutionId] = [await alliance(), await institution()]
    const roles = Array.from({ length: 100 }, (_, place) => ({ role: `role-${place}`, label: null, ...year }))
    const { id } = await addMembership(context, SYSTEM, { allianceId, institutionId, roles, ...year })
    const more = { membershipId: id, version: 1, role: 'one-more', label: null, ...year }
    t.strictSame(await codesOf(addMembershipRole(context, SYSTEM, more)), ['invalid-value'])
  })
}

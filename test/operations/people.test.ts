import t from 'tap'
import {
  addAffiliation,
  addKey,
  addPerson,
  editPerson,
  endAffiliation,
  givePassword,
  reinstatePerson,
  retirePerson,
} from '../../src/operations/people.ts'
import { isPassword } from '../../src/operations/passwords.ts'
import { logIn, refreshSession } from '../../src/operations/sessions.ts'
import { affiliationsOf, affiliationsOn, findPerson, keysOf, listPeople } from '../../src/store/people.ts'
import { ENGINES } from '../support/engines.ts'
import { always, aSite, codesOf, day, plainPerson, refusalsOf } from './site.ts'

const password = 'correct horse battery'

for (const engine of ENGINES) {
  t.test(`${engine}: an institution's admin enters its people, with logins and a password`, async t => {
    const { context, institution, group, holding } = await aSite(t, engine)
    const institutionId = await institution()
    const groupId = await group(institutionId)
    const admin = await holding('institution-admin', 'institution', institutionId)
    const { id, version } = await addPerson(context, admin, {
      ...plainPerson,
      affiliations: [{ institutionId, groupId, ...always }],
      logins: [{ kind: 'email', value: ' Zhang.San@Example.CN ' }],
      identities: [{ issuer: 'https://idp.example.cn', subject: '8f2a' }],
      password,
    })
    t.equal(version, 1)
    const { logins, identities } = await keysOf(context.db.read, id)
    t.strictSame(
      logins.map(each => each.value),
      ['zhang.san@example.cn'],
      'folded',
    )
    t.match(identities, [{ issuer: 'https://idp.example.cn', subject: '8f2a' }])
    const stored = await findPerson(context.db.read, id)
    t.ok(await isPassword(password, stored?.passwordHash))
    t.match(await affiliationsOn(context.db.read, { personId: id, day: day('2026-03-02') }), [
      { institutionId, groupId },
    ])
    const { audit } = context.db.read.t
    const lines = await context.db.read.q.select().from(audit)
    t.notMatch(JSON.stringify(lines), /zhang|correct horse/iu, 'no personal value in the audit')
  })

  t.test(`${engine}: an outcome kept with its key holds no personal field`, async t => {
    const { context, holding } = await aSite(t, engine)
    const admin = { ...(await holding('site-admin')), once: { key: 'k1', fingerprint: 'f1' } }
    const made = await addPerson(context, admin, { ...plainPerson, email: 'li@example.cn' })
    t.strictSame(await addPerson(context, admin, plainPerson), made, 'done once')
    const { idempotency } = context.db.read.t
    t.notMatch(JSON.stringify(await context.db.read.q.select().from(idempotency)), /example/u)
  })

  t.test(`${engine}: one login is one person's, in whatever case; so is one identity`, async t => {
    const { context, person, holding } = await aSite(t, engine)
    const identity = { issuer: 'https://idp.example.cn', subject: '8f2a' }
    await person({ logins: [{ kind: 'staff-number', value: 'a-17' }], identities: [identity] })
    const admin = await holding('site-admin')
    const same = { ...plainPerson, logins: [{ kind: 'staff-number', value: 'Ａ-17' } as const] }
    t.strictSame(await codesOf(addPerson(context, admin, same)), ['already-exists'])
    const twin = { ...plainPerson, identities: [identity] }
    t.strictSame(await codesOf(addPerson(context, admin, twin)), ['already-exists'])
    t.equal((await listPeople(context.db.read, { day: day('2026-03-02'), limit: 10 })).length, 2)
  })

  t.test(`${engine}: nobody enters people of places that are not theirs`, async t => {
    const { context, institution, group, staff, holding } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const admin = await holding('institution-admin', 'institution', home)
    const belonging = (...institutionIds: string[]) => ({
      ...plainPerson,
      affiliations: institutionIds.map(institutionId => ({ institutionId, groupId: null, ...always })),
    })
    t.strictSame(await codesOf(addPerson(context, admin, belonging(home, other))), ['not-allowed'])
    t.strictSame(await codesOf(addPerson(context, admin, belonging())), ['not-allowed'])
    const researcher = { personId: await staff(home) }
    t.strictSame(await codesOf(addPerson(context, researcher, belonging(home))), ['not-allowed'])
    const groupId = await group(other)
    const mixed = { ...plainPerson, affiliations: [{ institutionId: home, groupId, ...always }] }
    t.strictSame(await refusalsOf(addPerson(context, admin, mixed)), [
      { code: 'invalid-value', field: 'groupId', fault: 'of-another-institution' },
    ])
  })

  t.test(`${engine}: a record is edited by its owner and the admins of the institution`, async t => {
    const { context, institution, staff, holding } = await aSite(t, engine)
    const home = await institution()
    const [id, colleague] = [await staff(home), { personId: await staff(home) }]
    const admin = await holding('institution-admin', 'institution', home)
    const foreign = await holding('institution-admin', 'institution', await institution())
    const edit = (version: number) => ({ id, version, changes: { email: 'new@example.cn' } })
    t.strictSame(await editPerson(context, { personId: id }, edit(1)), { id, version: 2 })
    t.strictSame(await editPerson(context, admin, edit(2)), { id, version: 3 })
    t.strictSame(await codesOf(editPerson(context, admin, edit(2))), ['version-stale'])
    t.strictSame(await codesOf(editPerson(context, colleague, edit(3))), ['not-allowed'])
    t.strictSame(await codesOf(editPerson(context, foreign, edit(3))), ['not-allowed'])
  })

  t.test(`${engine}: a password is given by whoever has charge of the person`, async t => {
    const { context, institution, staff, appoint, alliance, holding } = await aSite(t, engine)
    const home = await institution()
    const admin = await holding('institution-admin', 'institution', home)
    const id = await staff(home)
    await appoint(id, 'lab-manager', 'institution', home)
    await givePassword(context, admin, { id, version: 1, password })
    const higher = await staff(home)
    await appoint(higher, 'alliance-admin', 'alliance', await alliance())
    const above = givePassword(context, admin, { id: higher, version: 1, password })
    t.strictSame(await codesOf(above), ['not-allowed'], 'no way into the alliance through a colleague')
    const site = await holding('site-admin')
    await t.resolves(givePassword(context, site, { id: higher, version: 1, password }))
    const own = givePassword(context, { personId: higher }, { id: higher, version: 2, password })
    t.strictSame(await codesOf(own), ['not-allowed'])
    const ownAsAdmin = givePassword(context, site, { id: site.personId, version: 1, password })
    t.strictSame(await codesOf(ownAsAdmin), ['not-allowed'], 'an open session is no way to a new password')
  })

  t.test(`${engine}: a password that was forgotten is given anew, and every session ends`, async t => {
    const { context, institution, staff, appoint, holding } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const admin = await holding('institution-admin', 'institution', home)
    const login = { kind: 'staff-number', value: 'a-17' } as const
    const id = await staff(home, { logins: [login], password })
    const { refreshToken = '' } = await logIn(context, { login: 'a-17', password })
    const fresh = 'another battery staple'
    t.strictSame(await codesOf(givePassword(context, admin, { id, version: 2, password: fresh })), [
      'version-stale',
    ])
    await givePassword(context, admin, { id, version: 1, password: fresh })
    t.strictSame(await codesOf(refreshSession(context, refreshToken)), ['session-ended'])
    t.strictSame(await codesOf(logIn(context, { login: 'a-17', password })), ['credentials-wrong'])
    t.match(await logIn(context, { login: 'a-17', password: fresh }), { personId: id })
    const { q, t: tables } = context.db.read
    const deeds = (await q.select().from(tables.audit)).filter(each => each.noun === 'person')
    t.match(deeds.at(-1), { verb: 'reset-password', actorId: admin.personId, nounId: id })
    await appoint(id, 'lab-manager', 'institution', other)
    const reach = givePassword(context, admin, { id, version: 2, password })
    t.strictSame(await codesOf(reach), ['not-allowed'], 'they have more to open than the admin has')
  })

  t.test(`${engine}: more ways to sign in, up to ten`, async t => {
    const { context, institution, staff, holding } = await aSite(t, engine)
    const home = await institution()
    const admin = await holding('institution-admin', 'institution', home)
    const id = await staff(home)
    const login = (place: number) => ({ login: { kind: 'staff-number', value: `n${place}` } as const })
    const identity = { identity: { issuer: 'https://idp.example.cn', subject: 'x' } }
    await addKey(context, admin, { id, version: 1, key: identity })
    for (let version = 2; version <= 10; version++) {
      await addKey(context, admin, { id, version, key: login(version) })
    }
    const eleventh = addKey(context, admin, { id, version: 11, key: login(11) })
    t.strictSame(await refusalsOf(eleventh), [
      { code: 'invalid-value', field: 'login', fault: 'too-many-values' },
    ])
    const own = addKey(context, { personId: id }, { id, version: 11, key: login(11) })
    t.strictSame(await codesOf(own), ['not-allowed'])
  })

  t.test(`${engine}: a person may belong to several places, from day to day`, async t => {
    const { context, institution, staff, appoint, holding } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const personId = await staff(home)
    const admin = await holding('institution-admin', 'institution', other)
    const draft = { personId, institutionId: other, groupId: null, startsOn: day('2026-04-01'), endsOn: null }
    const stolen = addAffiliation(context, admin, { ...draft, version: 1 })
    t.strictSame(await codesOf(stolen), ['not-allowed'], 'its contacts are not theirs to see')
    await appoint(admin.personId, 'institution-admin', 'institution', home)
    await addAffiliation(context, admin, { ...draft, version: 1 })
    const on = async (text: string) =>
      (await affiliationsOn(context.db.read, { personId, day: day(text) })).length
    t.strictSame([await on('2026-03-31'), await on('2026-04-01')], [1, 2])
    const held = await affiliationsOf(context.db.read, [personId])
    const affiliationId = held.find(each => each.institutionId === other)?.id ?? ''
    const ending = { personId, version: 2, affiliationId, endsOn: day('2026-04-30') }
    t.strictSame(await codesOf(endAffiliation(context, { personId }, ending)), ['not-allowed'])
    await endAffiliation(context, admin, ending)
    t.strictSame([await on('2026-04-30'), await on('2026-05-01')], [2, 1])
    const backwards = { ...ending, version: 3, endsOn: day('2026-03-31') }
    t.strictSame(await codesOf(endAffiliation(context, admin, backwards)), ['invalid-value'])
    const unknown = { ...ending, version: 3, affiliationId: 'aff_none' }
    t.strictSame(await codesOf(endAffiliation(context, admin, unknown)), ['not-found'])
  })

  t.test(`${engine}: who belongs nowhere is taken in, unless appointed to more than that place`, async t => {
    const { context, institution, person, holding } = await aSite(t, engine)
    const home = await institution()
    const admin = await holding('institution-admin', 'institution', home)
    const draft = { version: 1, institutionId: home, groupId: null, ...always }
    const [free, site] = [await person(), (await holding('site-admin')).personId]
    await t.resolves(addAffiliation(context, admin, { ...draft, personId: free }))
    t.strictSame(await codesOf(addAffiliation(context, admin, { ...draft, personId: site })), ['not-allowed'])
  })

  t.test(`${engine}: a person has at most a hundred affiliations`, async t => {
    const { context, institution, person, holding } = await aSite(t, engine)
    const institutionId = await institution()
    const one = { institutionId, groupId: null, ...always }
    const personId = await person({ affiliations: Array.from({ length: 100 }, () => one) })
    const admin = await holding('institution-admin', 'institution', institutionId)
    const more = addAffiliation(context, admin, { personId, version: 1, ...one })
    t.strictSame(await codesOf(more), ['invalid-value'])
  })

  t.test(`${engine}: who retires leaves the lists and loses every role`, async t => {
    const { context, institution, staff, appoint, holding, alliance, member } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const allianceId = await alliance()
    await member(allianceId, home)
    const [leaver, stayer] = [await staff(home, { name: 'Wang Wu' }), await staff(other)]
    await appoint(leaver, 'institution-admin', 'institution', home)
    const admin = await holding('institution-admin', 'institution', home)
    const listed = async (filter = {}) =>
      (await listPeople(context.db.read, { ...filter, day: day('2026-03-02'), limit: 10 })).map(
        each => each.id,
      )
    t.strictSame(await listed({ institutionId: home }), [leaver])
    t.strictSame(await listed({ institutionId: other }), [stayer])
    t.strictSame(await listed({ allianceId }), [leaver])
    t.strictSame(await listed({ words: ['wang'] }), [leaver])
    t.strictSame(await codesOf(retirePerson(context, { personId: leaver }, { id: stayer, version: 1 })), [
      'not-allowed',
    ])
    t.strictSame(await retirePerson(context, admin, { id: leaver, version: 1 }), { id: leaver, version: 2 })
    t.strictSame(await listed({ allianceId }), [])
    const edit = { id: leaver, version: 2, changes: { name: 'x' } }
    t.strictSame(await codesOf(editPerson(context, admin, edit)), ['wrong-state'])
    const draft = { ...plainPerson, affiliations: [{ institutionId: home, groupId: null, ...always }] }
    t.strictSame(await codesOf(addPerson(context, { personId: leaver }, draft)), ['not-allowed'])
  })

  t.test(`${engine}: who was retired is taken back by who has charge of them, with their roles`, async t => {
    const { context, institution, staff, appoint, holding } = await aSite(t, engine)
    const home = await institution()
    const id = await staff(home)
    await appoint(id, 'institution-admin', 'institution', home)
    const admin = await holding('institution-admin', 'institution', home)
    const stranger = await holding('institution-admin', 'institution', await institution())
    const filter = { institutionId: home, day: day('2026-03-02'), limit: 10 }
    const listed = async (retired: boolean) =>
      (await listPeople(context.db.read, { ...filter, retired })).map(each => each.id)
    t.strictSame(await codesOf(reinstatePerson(context, admin, { id, version: 1 })), ['wrong-state'])
    await retirePerson(context, admin, { id, version: 1 })
    t.strictSame([await listed(false), await listed(true)], [[], [id]])
    const at = { id, version: 2 }
    t.strictSame(await codesOf(reinstatePerson(context, stranger, at)), ['not-allowed'])
    t.strictSame(await codesOf(reinstatePerson(context, { personId: id }, at)), ['not-allowed'])
    t.strictSame(await reinstatePerson(context, admin, at), { id, version: 3 })
    t.strictSame(await codesOf(reinstatePerson(context, admin, at)), ['wrong-state'])
    t.strictSame([await listed(false), await listed(true)], [[id], []])
    const draft = { ...plainPerson, affiliations: [{ institutionId: home, groupId: null, ...always }] }
    await t.resolves(addPerson(context, { personId: id }, draft), 'an admin again')
  })
}

import t from 'tap'
import { SITE_ID } from '../../src/domain/appointing.ts'
import type { Role, ScopeKind } from '../../src/domain/roles.ts'
import { addAppointment, endAppointment } from '../../src/operations/appointments.ts'
import { addInstrument } from '../../src/operations/instruments.ts'
import { type Actor, SYSTEM } from '../../src/operations/perform.ts'
import { appointmentsOf } from '../../src/store/actors.ts'
import { listAppointments } from '../../src/store/appointments.ts'
import { ENGINES } from '../support/engines.ts'
import { always, aSite, codesOf, day, refusalsOf } from './site.ts'

for (const engine of ENGINES) {
  t.test(`${engine}: each admin appoints in the own house, the site everywhere`, async t => {
    const { context, institution, alliance, person, holding } = await aSite(t, engine)
    const [home, other] = [await institution(), await institution()]
    const [ours, theirs] = [await alliance(), await alliance()]
    const draft = {
      institutionId: home,
      name: '质谱仪',
      resourceClass: 'mass-spectrometer',
      zone: 'Asia/Shanghai',
    }
    const { id: instrument } = await addInstrument(context, SYSTEM, draft)
    const site = await holding('site-admin')
    const ofAlliance = await holding('alliance-admin', 'alliance', ours)
    const ofInstitution = await holding('institution-admin', 'institution', home)
    const manager = await holding('lab-manager', 'institution', home)
    const auditor = await holding('auditor')
    const actors: Readonly<Record<string, Actor>> = { site, ofAlliance, ofInstitution, manager, auditor }
    const who = async (role: Role, scopeKind: ScopeKind, scopeId: string) => {
      const able: string[] = []
      for (const [name, actor] of Object.entries(actors)) {
        const appointment = { personId: await person(), role, scopeKind, scopeId, ...always }
        const outcome = await addAppointment(context, actor, appointment).catch(() => undefined)
        if (outcome !== undefined) able.push(name)
      }
      return able
    }
    t.strictSame(await who('site-admin', 'site', SITE_ID), ['site'])
    t.strictSame(await who('auditor', 'alliance', ours), ['site'])
    t.strictSame(await who('auditor', 'institution', home), ['site'])
    t.strictSame(await who('alliance-admin', 'alliance', ours), ['site', 'ofAlliance'])
    t.strictSame(await who('alliance-admin', 'alliance', theirs), ['site'])
    t.strictSame(await who('institution-admin', 'institution', home), ['site', 'ofInstitution'])
    t.strictSame(await who('institution-admin', 'institution', other), ['site'])
    t.strictSame(await who('lab-manager', 'institution', home), ['site', 'ofInstitution'])
    t.strictSame(await who('lab-manager', 'instrument', instrument), ['site', 'ofInstitution'])
  })

  t.test(`${engine}: who is appointed before eight in Beijing may act at once`, async t => {
    const { context, institution, person } = await aSite(t, engine)
    // From eight in the morning of the day before to half past seven.
    context.clock.advance(23.5 * 3600)
    const home = await institution()
    const personId = await person()
    const appointment = { personId, role: 'lab-manager', scopeKind: 'institution', scopeId: home } as const
    await addAppointment(context, SYSTEM, { ...appointment, startsOn: day('2026-03-03'), endsOn: null })
    const draft = {
      institutionId: home,
      name: '质谱仪',
      resourceClass: 'mass-spectrometer',
      zone: 'Asia/Shanghai',
    }
    t.type((await addInstrument(context, { personId }, draft)).id, 'string')
  })

  t.test(`${engine}: a role is held where it means something, in a place that is there`, async t => {
    const { context, person, institution } = await aSite(t, engine)
    const personId = await person()
    const appoint = (role: Role, scopeKind: ScopeKind, scopeId: string) =>
      addAppointment(context, SYSTEM, { personId, role, scopeKind, scopeId, ...always })
    t.strictSame(await refusalsOf(appoint('lab-manager', 'site', SITE_ID)), [
      { code: 'invalid-value', field: 'scopeKind', fault: 'not-for-this-role' },
    ])
    t.strictSame(await refusalsOf(appoint('site-admin', 'site', 'everywhere')), [
      { code: 'invalid-value', field: 'scopeId', fault: 'not-the-site' },
    ])
    t.strictSame(await codesOf(appoint('alliance-admin', 'alliance', 'all_none')), ['not-found'])
    t.strictSame(await codesOf(appoint('lab-manager', 'instrument', 'itm_none')), ['not-found'])
    const home = await institution()
    await appoint('lab-manager', 'institution', home)
    t.strictSame(await codesOf(appoint('lab-manager', 'institution', home)), ['already-exists'])
    const backwards = { personId, role: 'auditor', scopeKind: 'institution', scopeId: home } as const
    const dates = { startsOn: day('2026-03-02'), endsOn: day('2026-03-01') }
    t.strictSame(await codesOf(addAppointment(context, SYSTEM, { ...backwards, ...dates })), [
      'invalid-value',
    ])
  })

  t.test(`${engine}: an appointment counts to its last day, which its makers may set`, async t => {
    const { context, institution, staff, appoint, holding } = await aSite(t, engine)
    const home = await institution()
    const personId = await staff(home)
    const { id } = await appoint(personId, 'lab-manager', 'institution', home)
    const endsOn = day('2026-03-31')
    t.strictSame(await codesOf(endAppointment(context, { personId }, { id, endsOn })), ['not-allowed'])
    const admin = await holding('institution-admin', 'institution', home)
    t.match(await endAppointment(context, admin, { id, endsOn }), { id, endsOn, role: 'lab-manager' })
    t.equal((await appointmentsOf(context.db.read, personId, endsOn)).length, 1)
    t.equal((await appointmentsOf(context.db.read, personId, day('2026-04-01'))).length, 0)
    t.strictSame(await codesOf(endAppointment(context, admin, { id: 'apt_none', endsOn })), ['not-found'])
    const [listed] = await listAppointments(context.db.read, { personId, limit: 10 })
    t.match(listed, { id, endsOn })
    const filter = { scopeKind: 'institution', scopeId: home, limit: 10 } as const
    t.equal((await listAppointments(context.db.read, filter)).length, 2)
  })
}

import t from 'tap'
import { canBeHeldIn, roleOfKeeper, roleOfKeyGiver, verbOfAppointing } from '../../src/domain/appointing.ts'
import type { Appointment, Role, ScopeKind } from '../../src/domain/roles.ts'
import { institutionsSeen, mayReadAppointments } from '../../src/domain/visibility.ts'

const viewer = (...held: readonly [Role, ScopeKind, string][]) => ({
  personId: 'psn_viewer',
  appointments: held.map(([role, scopeKind, scopeId]): Appointment => ({ role, scopeKind, scopeId })),
})

const colleague = { personId: 'psn_other', institutionIds: ['ins_a', 'ins_b'] }

t.test('each role is held where it means something', async t => {
  const scopes: readonly ScopeKind[] = ['site', 'alliance', 'institution', 'instrument']
  const held = (role: Role) => scopes.filter(scope => canBeHeldIn(role, scope))
  t.strictSame(held('site-admin'), ['site'])
  t.strictSame(held('alliance-admin'), ['alliance'])
  t.strictSame(held('institution-admin'), ['institution'])
  t.strictSame(held('lab-manager'), ['institution', 'instrument'])
  t.strictSame(held('auditor'), ['site', 'alliance', 'institution'])
  t.equal(verbOfAppointing('auditor'), 'appointment.site')
})

t.test('a record is kept by its owner and by admins of the institutions, nobody else', async t => {
  t.equal(roleOfKeeper(viewer(), { ...colleague, personId: 'psn_viewer' }), 'owner')
  t.equal(roleOfKeeper(viewer(['institution-admin', 'institution', 'ins_b']), colleague), 'institution-admin')
  t.equal(
    roleOfKeeper(viewer(['site-admin', 'site', 'site']), { ...colleague, institutionIds: [] }),
    'site-admin',
  )
  t.equal(roleOfKeeper(viewer(['institution-admin', 'institution', 'ins_c']), colleague), undefined)
  t.equal(roleOfKeeper(viewer(['lab-manager', 'institution', 'ins_a']), colleague), undefined)
  t.equal(roleOfKeeper(viewer(['auditor', 'site', 'site']), colleague), undefined)
})

t.test('a key is given by whoever has charge of every place it opens', async t => {
  const ofA = viewer(['institution-admin', 'institution', 'ins_a'])
  t.equal(roleOfKeyGiver(ofA, [{ institutionId: 'ins_a' }]), 'institution-admin')
  t.equal(roleOfKeyGiver(ofA, [{ institutionId: 'ins_a' }, { institutionId: 'ins_b' }]), undefined)
  t.equal(roleOfKeyGiver(ofA, [{ institutionId: 'ins_a' }, { allianceId: 'all_x' }]), undefined)
  t.equal(roleOfKeyGiver(ofA, [{ institutionId: 'ins_a' }, {}]), undefined, 'a role of the site')
  t.equal(roleOfKeyGiver(ofA, []), undefined, 'someone who belongs nowhere')
  t.equal(roleOfKeyGiver(viewer(['site-admin', 'site', 'site']), []), 'site-admin')
})

t.test('projects are read where one belongs or is appointed', async t => {
  t.strictSame(institutionsSeen(viewer(['lab-manager', 'institution', 'ins_b']), ['ins_a']), [
    'ins_a',
    'ins_b',
  ])
  t.strictSame(institutionsSeen(viewer(['alliance-admin', 'alliance', 'all_x']), []), [])
  t.equal(institutionsSeen(viewer(['auditor', 'site', 'site']), []), undefined, 'all of them')
})

t.test('appointments are read by their holder and by those appointed beside them', async t => {
  const ofA = viewer(['lab-manager', 'institution', 'ins_a'])
  t.ok(mayReadAppointments(ofA, { personId: 'psn_viewer' }))
  t.ok(mayReadAppointments(ofA, { scopeKind: 'institution', scopeId: 'ins_a' }))
  t.notOk(mayReadAppointments(ofA, { scopeKind: 'institution', scopeId: 'ins_b' }))
  t.notOk(mayReadAppointments(ofA, { scopeKind: 'alliance', scopeId: 'ins_a' }))
  t.notOk(mayReadAppointments(ofA, { personId: 'psn_other' }))
  t.notOk(mayReadAppointments(ofA, {}))
  t.ok(mayReadAppointments(viewer(['auditor', 'site', 'site']), {}))
})

import t from 'tap'
import type { Appointment } from '../../src/domain/roles.ts'
import { isStaffOf, staffPlaces } from '../../src/domain/staffPlaces.ts'

const manager = (scopeKind: Appointment['scopeKind'], scopeId: string): Appointment => ({
  role: 'lab-manager',
  scopeKind,
  scopeId,
})
const microscope = { id: 'itm_1', institutionId: 'ins_1' }

t.test('staff of an institution, of one instrument or of the site see what is theirs', async t => {
  const seenBy = (...held: Appointment[]) => isStaffOf(staffPlaces(held, 'instrument.edit'), microscope)
  t.notOk(seenBy())
  t.ok(seenBy(manager('institution', 'ins_1')))
  t.notOk(seenBy(manager('institution', 'ins_2')))
  t.ok(seenBy(manager('instrument', 'itm_1')))
  t.notOk(seenBy(manager('instrument', 'itm_2')))
  t.ok(seenBy({ role: 'site-admin', scopeKind: 'site', scopeId: 'site' }))
  t.notOk(seenBy({ role: 'auditor', scopeKind: 'site', scopeId: 'site' }), 'an auditor is no staff')
})

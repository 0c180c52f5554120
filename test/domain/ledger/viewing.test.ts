import t from 'tap'
import {
  accountsSeen,
  accountViewOf,
  alliancesSeen,
  type LedgerViewer,
  overseerOf,
  seesLedger,
} from '../../../src/domain/ledger/viewing.ts'
import type { Appointment } from '../../../src/domain/roles.ts'

const nobody: LedgerViewer = { appointments: [], groupIds: [], projectIds: [], adminOf: [], memberOf: [] }
const appointed = (
  role: Appointment['role'],
  scopeKind: Appointment['scopeKind'],
  scopeId: string,
): LedgerViewer => ({
  ...nobody,
  appointments: [{ role, scopeKind, scopeId }],
})
const ofAlliance = { allianceId: 'all_1' }
const reserve = { ...ofAlliance, holderKind: 'reserve', holderId: 'all_1', institutionId: null }
const institution = { ...ofAlliance, holderKind: 'institution', holderId: 'ins_1', institutionId: 'ins_1' }
const group = { ...ofAlliance, holderKind: 'group', holderId: 'grp_1', institutionId: 'ins_1' }
const project = { ...ofAlliance, holderKind: 'project', holderId: 'prj_1', institutionId: 'ins_1' }

const viewsOf = (viewer: LedgerViewer) =>
  [reserve, institution, group, project].map(account => accountViewOf(viewer, account))

t.test('who sees how much of reserve, institution, group and project', async t => {
  const none = [undefined, undefined, undefined, undefined]
  const whole = ['whole', 'whole', 'whole', 'whole']
  const months = ['closed-months', 'closed-months', 'closed-months', 'closed-months']
  t.strictSame(viewsOf(nobody), none)
  t.strictSame(viewsOf(appointed('auditor', 'site', 'site')), whole)
  t.strictSame(viewsOf(appointed('site-admin', 'site', 'site')), whole)
  t.strictSame(viewsOf(appointed('auditor', 'alliance', 'all_1')), whole)
  t.strictSame(viewsOf(appointed('auditor', 'alliance', 'all_2')), none)
  t.strictSame(
    viewsOf(appointed('alliance-admin', 'alliance', 'all_1')),
    months,
    'the chair may be a competitor',
  )
  t.strictSame(viewsOf(appointed('alliance-admin', 'alliance', 'all_2')), none)
  t.strictSame(viewsOf(appointed('lab-manager', 'institution', 'ins_1')), none)
  const member = { memberOf: ['all_1'] }
  t.strictSame(viewsOf({ ...nobody, ...member, adminOf: ['ins_1'] }), ['share', 'whole', 'whole', 'whole'])
  t.strictSame(viewsOf({ ...nobody, ...member, adminOf: ['ins_2'] }), [
    'share',
    undefined,
    undefined,
    undefined,
  ])
  t.strictSame(viewsOf({ ...nobody, ...member, projectIds: ['prj_1'] }), [
    undefined,
    undefined,
    undefined,
    'whole',
  ])
  t.strictSame(viewsOf({ ...nobody, ...member, groupIds: ['grp_1'] }), [
    undefined,
    undefined,
    'whole',
    undefined,
  ])
})

t.test('a list asks for no more accounts than may be seen', async t => {
  t.equal(accountsSeen(appointed('alliance-admin', 'alliance', 'all_1'), 'all_1'), 'all')
  t.equal(accountsSeen(appointed('auditor', 'site', 'site'), 'all_1'), 'all')
  const admin = { ...nobody, adminOf: ['ins_1'], memberOf: ['all_1'] }
  const own = { institutionIds: ['ins_1'], groupIds: [], projectIds: [] }
  t.strictSame(accountsSeen(admin, 'all_1'), { ...own, reserve: 'shown' })
  t.strictSame(accountsSeen(admin, 'all_2'), { ...own, reserve: 'left-out' })
})

t.test('a ledger is known to members, admins and overseers of its alliance', async t => {
  t.notOk(seesLedger(nobody, 'all_1'))
  t.ok(seesLedger({ ...nobody, memberOf: ['all_1'] }, 'all_1'))
  t.ok(seesLedger(appointed('alliance-admin', 'alliance', 'all_1'), 'all_1'))
  t.notOk(seesLedger(appointed('alliance-admin', 'alliance', 'all_2'), 'all_1'))
  t.equal(alliancesSeen(appointed('site-admin', 'site', 'site')), 'all')
  const both = { ...appointed('alliance-admin', 'alliance', 'all_1'), memberOf: ['all_1', 'all_2'] }
  t.strictSame(alliancesSeen(both), ['all_1', 'all_2'])
  t.strictSame(alliancesSeen(appointed('auditor', 'alliance', 'all_3')), ['all_3'], 'its own auditor too')
  t.equal(overseerOf(appointed('auditor', 'site', 'site'), ofAlliance), 'auditor')
  t.equal(overseerOf(appointed('alliance-admin', 'alliance', 'all_1'), ofAlliance), undefined)
})

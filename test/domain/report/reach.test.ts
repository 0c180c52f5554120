import t from 'tap'
import { isOfClosedMonths, reachOf, sightOf } from '../../../src/domain/report/reach.ts'
import type { Appointment } from '../../../src/domain/roles.ts'
import { span } from '../../../src/domain/span.ts'
import { instant } from '../../../src/domain/units.ts'

const held = (role: Appointment['role'], scopeKind: Appointment['scopeKind'], scopeId: string) =>
  [{ role, scopeKind, scopeId }] as const
const chair = held('alliance-admin', 'alliance', 'all_1')
const instrument = { id: 'itm_1', institutionId: 'ins_1' }

t.test("an alliance's admin sees shares, and only while naming the alliance", async t => {
  const reach = reachOf(chair, 'all_1')
  t.match(reach, { allianceId: 'all_1', hosts: { everywhere: false, institutionIds: [] } })
  t.equal(reach && sightOf(reach, instrument), 'alliance')
  t.equal(reachOf(chair, 'all_2'), undefined)
  t.equal(reachOf(chair, null), undefined)
  t.equal(reachOf([], 'all_1'), undefined)
})

t.test('the host and the site see an instrument whole, without leading an alliance', async t => {
  for (const [role, scopeKind, scopeId] of [
    ['institution-admin', 'institution', 'ins_1'],
    ['lab-manager', 'instrument', 'itm_1'],
    ['auditor', 'site', 'site'],
  ] as const) {
    const reach = reachOf(held(role, scopeKind, scopeId), 'all_1')
    t.equal(reach?.allianceId, null, role)
    t.equal(reach && sightOf(reach, instrument), 'whole', role)
  }
  const elsewhere = reachOf(held('institution-admin', 'institution', 'ins_2'), null)
  t.equal(elsewhere && sightOf(elsewhere, instrument), 'alliance')
})

t.test('only whole calendar months that are over are closed, by the clock of the host', async t => {
  const at = (text: string) => instant(Date.parse(text))
  const march = span(at('2026-03-01T00:00+08:00'), at('2026-04-01T00:00+08:00'))
  const quarter = span(at('2026-01-01T00:00+08:00'), march.end)
  t.ok(isOfClosedMonths('Asia/Shanghai', march, march.end))
  t.ok(isOfClosedMonths('Asia/Shanghai', quarter, march.end))
  t.notOk(isOfClosedMonths('Asia/Shanghai', march, instant(march.end - 1)), 'a moment is missing')
  t.notOk(isOfClosedMonths('UTC', march, march.end), 'elsewhere the month begins at another moment')
  const half = span(march.start, at('2026-03-16T00:00+08:00'))
  t.notOk(isOfClosedMonths('Asia/Shanghai', half, march.end))
})

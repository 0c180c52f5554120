import t from 'tap'
import { DEFAULT_POLICY } from '../../../../src/domain/policyDefaults.ts'
import type { Schema } from '../../../../src/web/api/schemas.ts'
import { ruleLines, stretchTexts } from '../../../../src/web/pages/instruments/ruleLines.ts'
import { instrument as words } from '../../../../src/web/words/zhCn/instrument.ts'

const speech = {
  words,
  length: (seconds: number) => `${seconds / 3600}h`,
  list: (parts: readonly string[]) => parts.join('、'),
  share: (basisPoints: number) => `${basisPoints / 100}%`,
}
const rulesOf = (rules: Partial<Schema<'PolicyRules'>>) => ({
  ...(DEFAULT_POLICY as unknown as Schema<'PolicyRules'>),
  ...rules,
})
const textsOf = (name: string, rules: Partial<Schema<'PolicyRules'>>) =>
  ruleLines(rulesOf(rules), 0, speech).find(line => line.name === name)?.texts

t.test('weekdays with the same hours are said together', async t => {
  const hours = (weekday: 1 | 2 | 3 | 6, from = '08:30') => ({ weekday, from, to: '20:30' })
  const weekly = [hours(1), hours(2), hours(3), hours(6, '10:00')]
  t.strictSame(stretchTexts(weekly, speech), ['周一至周三 08:30–20:30', '周六 10:00–20:30'])
})

t.test('an instrument without closing time is always open', async t => {
  t.strictSame(textsOf(words.open, {}), [words.always])
  t.strictSame(textsOf(words.open, { opening: { weekly: [], exceptions: [] } }), [words.closedAll])
})

t.test('what a late cancellation costs is said', async t => {
  t.strictSame(
    textsOf(words.cancel, { cancelWindowSeconds: 86_400, lateCancel: 'forfeit', lateCancelForfeit: 5000 }),
    [words.cancelFree('24h'), words.lateForfeit('50%')],
  )
  t.match(textsOf(words.cancel, { lateCancel: 'refused' })?.[1], words.lateRefused)
})

t.test('where cancelling late costs, moving is bound by the same window', async t => {
  const late = { cancelWindowSeconds: 86_400, changeWindowSeconds: 0 }
  t.strictSame(textsOf(words.change, late), [words.changeUntil('24h')])
  t.strictSame(textsOf(words.change, { ...late, lateCancelForfeit: 0 }), [words.changeAlways])
})

t.test('nobody is a no-show where nobody checks in', async t => {
  t.equal(textsOf(words.noShow, { attendance: 'as-booked' }), undefined)
  t.ok(textsOf(words.noShow, { attendance: 'check-in' }))
})

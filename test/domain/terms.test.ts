import t from 'tap'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import type { TimeOfDay } from '../../src/domain/units.ts'
import { instant } from '../../src/domain/units.ts'
import { span } from '../../src/domain/span.ts'
import { openIn, termsOf } from '../../src/domain/terms.ts'

const hour = 3_600_000
const rulesFrom = (from: string) => {
  const everyDay = ([1, 2, 3, 4, 5, 6, 7] as const).map(weekday => ({
    weekday,
    from: from as TimeOfDay,
    to: '24:00' as TimeOfDay,
  }))
  return { ...DEFAULT_POLICY, opening: { weekly: everyDay, exceptions: [] } }
}
const early = rulesFrom('01:00')
const late = rulesFrom('20:00')
const window = span(0, 48 * hour)

t.test('each revision holds until the next begins, and hours follow it', async t => {
  const revisions = [
    { effectiveFrom: instant(0), rules: late },
    { effectiveFrom: instant(24 * hour), rules: late },
    { effectiveFrom: instant(24 * hour), rules: early },
    { effectiveFrom: instant(90 * hour), rules: late },
  ]
  const terms = termsOf(revisions, window)
  t.strictSame(terms, [
    { ...span(0, 24 * hour), rules: late },
    { ...span(24 * hour, 48 * hour), rules: early },
  ])
  t.strictSame(openIn(terms, 'UTC'), [span(20 * hour, 24 * hour), span(25 * hour, 48 * hour)])
})

t.test(
  'before the first revision nothing is open; what begins within the window counts from there',
  async t => {
    const terms = termsOf([{ effectiveFrom: instant(22 * hour), rules: late }], window)
    t.strictSame(openIn(terms, 'UTC'), [span(22 * hour, 24 * hour), span(44 * hour, 48 * hour)])
    t.strictSame(termsOf([], window), [])
  },
)

import t from 'tap'
import {
  type Language,
  languageFor,
  LANGUAGES,
  problemWords,
  refusalWords,
} from '../../src/contract/messages/languages.ts'
import { terms as en } from '../../src/contract/messages/terms/en.ts'
import type { Terms } from '../../src/contract/messages/terms/terms.ts'
import { terms as zhCN } from '../../src/contract/messages/terms/zh-CN.ts'
import { terms as zhHant } from '../../src/contract/messages/terms/zh-Hant.ts'
import { PROBLEM_CODES } from '../../src/contract/messages/words.ts'
import { refusalOnWire } from '../../src/contract/refusals.ts'
import { OPERATING_STATES } from '../../src/domain/instrument.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { ROLES, ROLES_BY_VERB } from '../../src/domain/roles.ts'
import type { Amount, Day, Instant, Seconds } from '../../src/domain/units.ts'

const at = Date.UTC(2026, 2, 2, 1) as Instant
const span = { start: at, end: (at + 3_600_000) as Instant }
const hours = (count: number) => (count * 3600) as Seconds
const on = '2026-03-02' as Day

/** One of each kind that has numbers in its sentence. */
const refusals: readonly Refusal[] = [
  { code: 'in-the-past', start: at, now: at },
  { code: 'instrument-not-open', closed: [span] },
  { code: 'outage', outageId: 'out_1', span },
  { code: 'operating-state', state: 'trial', mayBook: 'invited' },
  { code: 'off-grid', gridSeconds: hours(0.5), edge: 'end' },
  { code: 'too-short', shortestSeconds: hours(1), requestedSeconds: hours(0.5) },
  { code: 'too-long', longestSeconds: hours(8), requestedSeconds: hours(9) },
  { code: 'notice-too-short', requiredSeconds: hours(48), givenSeconds: hours(1) },
  { code: 'beyond-horizon', horizonSeconds: hours(720), requestedSeconds: hours(800) },
  { code: 'not-a-member', allianceId: 'all_1', on },
  { code: 'project-unclear', eligibleProjectIds: ['prj_1', 'prj_2'] },
  {
    code: 'cap-exceeded',
    per: 'group',
    measure: 'seconds',
    period: 'week',
    limit: 7200,
    used: 3600,
    requested: 7200,
  },
  { code: 'cap-exceeded', per: 'person', measure: 'count', period: 'day', limit: 2, used: 2, requested: 1 },
  { code: 'slot-taken', span },
  { code: 'slot-taken', span: null },
  { code: 'capacity-exceeded', capacity: 20, free: 1, requested: 2 },
  { code: 'capacity-exceeded', capacity: null, free: null, requested: null },
  { code: 'cancel-window-passed', windowSeconds: hours(24), givenSeconds: hours(0) },
  {
    code: 'quota-exhausted',
    needed: 7200 as Amount,
    available: 3600 as Amount,
    unit: 'second',
    accountId: 'acc_1',
    periodId: 'prd_1',
  },
  { code: 'reversal-exceeds-original', original: 7200 as Amount, reversed: 3600 as Amount, unit: 'second' },
  { code: 'reversal-exceeds-original', original: null, reversed: null, unit: null },
  { code: 'settle-exceeds-hold', held: 2 as Amount, asked: 3 as Amount, unit: 'day' },
  { code: 'settle-exceeds-hold', held: null, asked: null, unit: null },
  { code: 'version-stale', current: 3, given: 2 },
]

for (const language of LANGUAGES) {
  t.test(`${language}: each refusal has a title and a whole sentence`, async t => {
    for (const refusal of refusals) {
      const { title, detail } = refusalWords(language, refusal)
      t.notMatch(`${title} ${detail}`, /undefined|null|NaN|\[object/u, refusal.code)
      t.match(detail, /[.。？?]$/u, refusal.code)
    }
  })

  t.test(`${language}: each problem has words`, async t => {
    for (const code of PROBLEM_CODES) t.match(problemWords(language, code), { title: /./u, detail: /./u })
  })
}

t.test('sentences name things, roles and states as people call them', async t => {
  const said = (language: Language, refusal: Refusal) => refusalWords(language, refusal).detail
  const finished: Refusal = { code: 'wrong-state', state: 'completed', allowed: ['requested', 'in_use'] }
  t.equal(said('zh-CN', finished), '当前状态为“已完成”，此操作只适用于：待审批、使用中。')
  t.equal(said('en', finished), 'The state is "completed"; this can be done in: awaiting approval, in use.')
  const denied: Refusal = { code: 'not-allowed', verb: 'policy.edit', mayDo: ROLES_BY_VERB['policy.edit'] }
  t.equal(said('zh-Hant', denied), '您沒有權限進行此操作；可操作者：站點管理員、單位管理員、儀器管理員。')
  for (const [table, thing] of [
    ['sharing_terms', 'sharing term'],
    ['policies', 'set of booking rules'],
    ['people', 'person'],
    ['logins', 'login'],
  ] as const) {
    t.match(
      said('en', { code: 'already-exists', noun: table, field: `${table}_unique` }),
      `The same ${thing} `,
    )
  }
})

t.test('every language has a word for the same codes', async t => {
  const codesOf = ({ things, roles, states, fields, faults }: Terms) =>
    [things, roles, states, fields, faults].map(words => Object.keys(words).toSorted())
  t.strictSame(codesOf(zhCN), codesOf(en))
  t.strictSame(codesOf(zhHant), codesOf(en))
  for (const role of ROLES) t.ok(en.roles[role], role)
  for (const state of OPERATING_STATES) t.ok(en.states[state], state)
})

t.test('a value that is not valid is named as people call its field', async t => {
  const said = (language: Language, field: string, fault: string) =>
    refusalWords(language, { code: 'invalid-value', field, fault }).detail
  t.equal(
    said('en', 'endsOn', 'end-before-start'),
    'The value of "last day" is not valid: the end must be after the start.',
  )
  t.equal(said('zh-CN', 'lines/2/to', 'not-a-receiver'), '“接收方，行 3”的值无效：不能在此接收。')
  t.equal(said('zh-Hant', 'rules.gridSeconds', 'grid-not-in-day'), '「時間格」的值無效：須能整除一天。')
  t.match(said('en', 'details.constructor', 'not-a-count'), '"details constructor"')
  t.match(said('en', 'somethingNew', 'of-a-new-kind'), '"somethingNew" is not valid: of-a-new-kind')
})

t.test('figures of a ledger are said in its unit', async t => {
  const reversed = {
    code: 'reversal-exceeds-original',
    original: 7200 as Amount,
    reversed: 5400 as Amount,
  } as const
  t.match(
    refusalWords('en', { ...reversed, unit: 'second' }).detail,
    /posted: 2 h; reversed before: 1 h 30 min\.$/u,
  )
  t.match(refusalWords('zh-CN', { ...reversed, unit: 'sample' }).detail, /：原额 7200 样，已冲正 5400 样。$/u)
  const settled = { code: 'settle-exceeds-hold', held: 2 as Amount, asked: 3 as Amount, unit: 'day' } as const
  t.match(refusalWords('zh-Hant', settled).detail, /：預佔 2 位·日，申請結算 3 位·日。$/u)
})

t.test('sentences name limit and request', async t => {
  const tooLong: Refusal = { code: 'too-long', longestSeconds: hours(8), requestedSeconds: hours(9.5) }
  t.equal(refusalWords('zh-CN', tooLong).detail, '申请 9 小时 30 分钟，最长可预约 8 小时。')
  t.equal(refusalWords('zh-Hant', tooLong).detail, '申請 9 小時 30 分鐘，最長可預約 8 小時。')
  t.equal(refusalWords('en', tooLong).detail, '9 h 30 min were asked for; the longest booking is 8 h.')
})

t.test('on the wire instants are RFC 3339 wherever they stand, and numbers stay numbers', async t => {
  t.match(refusalOnWire({ code: 'instrument-not-open', closed: [span] }, 'en'), {
    code: 'instrument-not-open',
    closed: [{ start: '2026-03-02T01:00:00+00:00', end: '2026-03-02T02:00:00+00:00' }],
    mayLift: ['lab-manager'],
  })
  t.notOk('mayLift' in refusalOnWire({ code: 'slot-taken', span }, 'en'), 'a taken slot is lifted by nobody')
})

t.test('the language is the one liked best among ours', async t => {
  t.equal(languageFor(undefined), 'en')
  t.equal(languageFor('zh'), 'zh-CN')
  t.equal(languageFor('zh-Hans-HK'), 'zh-CN')
  t.equal(languageFor('zh-Hant-CN'), 'zh-Hant')
  t.equal(languageFor('zh-MO;q=0.8, zh-CN;q=0.9'), 'zh-CN')
  t.equal(languageFor('zh;q=0, en-GB'), 'en')
  t.equal(languageFor(`${'x,'.repeat(1000)}zh`), 'en', 'a header without end is not read to its end')
})

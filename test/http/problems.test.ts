import t from 'tap'
import { type Refusal, type RefusalCode, Refused } from '../../src/domain/refusal.ts'
import { RefusedWithAlternatives } from '../../src/http/plugins/problems.ts'
import { WriteFailed } from '../../src/store/writeFailed.ts'
import { at } from '../support/clock.ts'
import { anApp, type TestApp } from '../support/http.ts'

const start = at('2026-03-02T09:00+08:00')
const taken: Refusal = { code: 'slot-taken', span: { start, end: at('2026-03-02T10:00+08:00') } }

/** The app with a route at `/fails` that throws. */
async function failing(t: Parameters<typeof anApp>[0], error: Error): Promise<TestApp> {
  const lab = await anApp(t, 'sqlite')
  lab.app.get('/fails', { config: { public: true } }, async () => {
    throw error
  })
  return lab
}

t.test('a refusal becomes a problem with its numbers, a sentence and who may lift it', async t => {
  const notice: Refusal = { code: 'too-long', longestSeconds: 7200 as never, requestedSeconds: 9000 as never }
  const { ask } = await failing(t, new Refused([notice, taken]))
  const reply = await ask({ url: '/fails', headers: { 'accept-language': 'en' } })
  t.equal(reply.statusCode, 422, 'the first refusal decides')
  t.match(reply.headers['content-type'], /^application\/problem\+json/u)
  t.match(reply.json(), {
    type: '/problems/too-long',
    title: 'Too long',
    status: 422,
    detail: '2 h 30 min were asked for; the longest booking is 2 h.',
    instance: '/fails',
    refusals: [
      { code: 'too-long', longestSeconds: 7200, requestedSeconds: 9000, mayLift: ['lab-manager'] },
      { code: 'slot-taken', span: { start: '2026-03-02T01:00:00+00:00', end: '2026-03-02T02:00:00+00:00' } },
    ],
  })
})

t.test('alternatives travel beside the refusals', async t => {
  const instead = {
    instrumentId: 'ins_1',
    start: '2026-03-02T10:00:00+08:00',
    end: '2026-03-02T11:00:00+08:00',
  }
  const { ask } = await failing(t, new RefusedWithAlternatives([taken], [instead], 'Asia/Shanghai'))
  const reply = await ask({ url: '/fails' })
  t.equal(reply.statusCode, 409)
  t.strictSame(reply.json<{ alternatives: unknown }>().alternatives, [instead])
  t.match(reply.json<{ detail: string }>().detail, /2026-03-02 \d\d:\d\d/u)
  t.notMatch(reply.json<{ detail: string }>().detail, /UTC/u, 'told on the clock of the instrument')
})

t.test('a problem speaks the language that the caller likes best', async t => {
  const { ask } = await failing(t, new Refused([taken]))
  const titleIn = async (accept: string) =>
    (await ask({ url: '/fails', headers: { 'accept-language': accept } })).json<{ title: string }>().title
  t.equal(await titleIn('zh-CN,zh;q=0.9'), '时段已被占用')
  t.equal(await titleIn('zh-HK'), '時段已被佔用')
  t.equal(await titleIn('zh-TW;q=0.2, en;q=0.9'), 'Time already taken')
  t.equal(await titleIn('de, *;q=0.1'), 'Time already taken')
  t.equal(await titleIn(';;;,q=,zh'), '时段已被占用')
})

const statuses: readonly (readonly [Refusal, number])[] = [
  [{ code: 'not-found', noun: 'booking', id: 'bkg_1' }, 404],
  [{ code: 'not-allowed', verb: 'booking.staff', mayDo: ['lab-manager'] }, 403],
  [{ code: 'version-stale', current: 3, given: 2 }, 412],
  [{ code: 'wrong-state', state: 'cancelled', allowed: ['confirmed'] }, 409],
  [{ code: 'already-exists', noun: 'login', field: 'value' }, 409],
  [{ code: 'idempotency-mismatch' }, 422],
  [{ code: 'credentials-wrong' }, 401],
  [{ code: 'reason-required' }, 422],
]

for (const [refusal, status] of statuses) {
  t.test(`${refusal.code satisfies RefusalCode} is ${status}`, async t => {
    const { ask } = await failing(t, new Refused([refusal]))
    t.equal((await ask({ url: '/fails' })).statusCode, status)
  })
}

t.test('a write that was not kept may be tried again soon', async t => {
  const { ask } = await failing(t, new WriteFailed(new Error('disk full')))
  const reply = await ask({ url: '/fails' })
  t.equal(reply.statusCode, 503)
  t.equal(reply.headers['retry-after'], '1')
  t.notMatch(reply.body, 'disk')
})

t.test('a fault of ours tells nothing but the id under which it was logged', async t => {
  const { ask } = await failing(t, new Error('secret: xyzzy'))
  const reply = await ask({ url: '/fails' })
  t.equal(reply.statusCode, 500)
  t.notMatch(reply.body, 'xyzzy')
  t.equal(reply.json<{ requestId: string }>().requestId, reply.headers['request-id'])
})

t.test('bad input is 400 with the path of each fault', async t => {
  const { ask } = await anApp(t, 'sqlite')
  const reply = await ask({
    method: 'POST',
    url: '/api/v1/sessions',
    headers: { 'accept-language': 'zh-CN' },
    body: { login: 7, password: 'a\u0000b', 'x/y~z': 1 },
  })
  t.equal(reply.statusCode, 400)
  const { faults } = reply.json<{ faults: { in: string; path: string; code: string; message: string }[] }>()
  t.same(
    faults.map(fault => [fault.in, fault.path, fault.code]),
    [
      ['body', '/login', 'invalid-type'],
      ['body', '/password', 'not-well-formed'],
      ['body', '', 'unrecognized-keys'],
    ],
  )
  t.match(faults[1]?.message, 'Unicode 文本')
})

const unreadable = [
  ['no JSON', { body: '{"login":' }, 400],
  ['JSON nested without end', { body: '['.repeat(100_000) }, 400],
  [
    'brackets in a text are no nesting',
    { body: JSON.stringify({ login: '['.repeat(100), password: 'x' }) },
    401,
  ],
  ['no body', {}, 400],
  ['another type', { headers: { 'content-type': 'text/xml' }, body: '<a/>' }, 415],
  ['two megabytes', { body: JSON.stringify({ login: 'x'.repeat(2_000_000) }) }, 413],
  ['a poisoned prototype', { body: '{"__proto__":{"a":1}}' }, 400],
] as const

for (const [what, request, status] of unreadable) {
  t.test(`${what}: ${status}`, async t => {
    const { ask } = await anApp(t, 'sqlite')
    const headers = { 'content-type': 'application/json' }
    const reply = await ask({ method: 'POST', url: '/api/v1/sessions', headers, ...request })
    t.equal(reply.statusCode, status)
    t.match(reply.headers['content-type'], /^application\/problem\+json/u)
  })
}

t.test('nothing is there', async t => {
  const { ask } = await anApp(t, 'sqlite')
  for (const url of ['/nothing', '/api/v1/nothing', '/api/v1/me/%zz', `/${'x'.repeat(5000)}`]) {
    const reply = await ask({ url })
    t.ok([400, 404].includes(reply.statusCode), `${reply.statusCode} ${url.slice(0, 40)}`)
    t.match(reply.headers['content-type'], /^application\/problem\+json/u)
  }
})

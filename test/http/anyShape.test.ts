import type { InjectOptions } from 'fastify'
import t from 'tap'
import type { OpenApi, Operation } from '../../src/http/plugins/openapi.ts'
import { ENGINES } from '../support/engines.ts'
import { anAppOn } from '../support/http.ts'
import { aLab } from '../support/lab.ts'
import { dice, Samples } from '../support/samples.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'
import { soakFactor } from '../support/soak.ts'

const strangeFile = 'blns/blns.json'
const absent = dataAbsent(strangeFile)
const strangeTexts = absent === false ? (JSON.parse(readData(strangeFile).toString()) as string[]) : []

t.test('the strange texts are at hand', { skip: absent }, async t => {
  t.ok(strangeTexts.length > 500)
})

const queryCharactersMax = 2000
const requestsPerOperation = Math.ceil(400 * soakFactor)

/** What no shape expects. */
const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  2 ** 31,
  2 ** 53,
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff x',
  '9'.repeat(400),
  'x'.repeat(100_000),
  '2026-02-30',
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999+23:59',
  '2026-03-04T10:00:00',
  [],
  [[]],
  Array(2000).fill(1),
  {},
  { toString: 1 },
  JSON.parse('{"constructor": {"prototype": 1}}'),
  ...strangeTexts,
]

const strangeIds = [
  '%00',
  '%ED%A0%80',
  '..%2f..%2fetc',
  'null',
  '%F0%9F%98%80',
  "'%20or%201=1--",
  'x'.repeat(90),
  '-1',
]
const strangeHeaders: readonly Record<string, string>[] = [
  { authorization: 'Bearer' },
  { authorization: 'Basic eDp5' },
  { authorization: `Bearer ${'a.'.repeat(2000)}` },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k'.repeat(1000) },
  { 'idempotency-key': 'key-1' },
  { 'if-match': '*' },
  { 'if-match': '"999999999999"' },
  { 'accept-language': ';;q=,,zh-\u00ff' },
  { accept: 'image/png' },
  { 'content-type': '' },
  { 'content-type': 'application/json; charset=latin1' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'x-forwarded-for': 'nowhere' },
  { cookie: 'jishi_refresh=%00; =; ;;' },
]
const strangeBodies = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '1e999',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '['.repeat(5000),
]

for (const engine of ENGINES) {
  t.test(`${engine}: no request of any shape brings the service down to a 5xx`, async t => {
    const faults: unknown[] = []
    const lab = await aLab(t, engine)
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (fields: object) => void faults.push(fields),
    }
    const { app } = await anAppOn(t, { ...lab.context, log })
    const admin = await lab.holding('site-admin')
    const callers = [admin, lab.member.researcher, lab.member.admin]
    const tokens = await Promise.all(
      callers.map(({ personId }) => app.accessTokenFor({ personId, sessionId: 'ses_1' })),
    )
    const known = { instrumentId: lab.instrumentId(), ...lab.member }
    const ids = Object.fromEntries(
      Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    const asked = new Asked(app.openApi(), { ...ids, personId: admin.personId })
    let answered = 0
    let done = 0
    for (const request of asked.requests()) {
      const headers = { authorization: `Bearer ${tokens[answered % tokens.length]}`, ...request.headers }
      const reply = await app.inject({ ...request, headers })
      answered += 1
      if (reply.statusCode < 300) done += 1
      if (reply.statusCode < 500) continue
      t.fail(`${reply.statusCode} ${String(request.method)} ${JSON.stringify(request.url).slice(0, 200)}`, {
        body: request.body,
        fault: faults.at(-1),
      })
      if (faults.length > 20) break
    }
    t.ok(done > answered / 50, `${answered} requests, of which ${done} were right enough to be done`)
  })
}

/** Requests made from the API description: nearly right, with one or two things wrong. */
class Asked {
  readonly #api: OpenApi
  readonly #samples: Samples
  readonly #roll = dice(20_260_302)
  readonly #ids: readonly string[]

  constructor(api: OpenApi, ids: Readonly<Record<string, string>>) {
    this.#api = api
    this.#ids = Object.values(ids)
    this.#samples = new Samples(api, ids, this.#roll)
  }

  *requests(): Generator<InjectOptions> {
    for (const [path, methods] of Object.entries(this.#api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        for (let count = 0; count < requestsPerOperation; count++)
          yield this.#request(path, method, operation)
      }
    }
  }

  #request(path: string, method: string, operation: Operation): InjectOptions {
    const sent = operation.requestBody === undefined ? undefined : this.#body(operation)
    const inPath = [...strangeIds, ...this.#ids, ...this.#ids]
    const url = path.replaceAll(/\{\w+\}/gu, () => this.#oneOf(inPath)) + this.#query(operation)
    const ifMatch = operation.parameters.some(each => each.name === 'if-match') ? { 'if-match': '"1"' } : {}
    const typed = sent === undefined ? {} : { 'content-type': 'application/json' }
    const strange = this.#roll(6) === 0 ? this.#oneOf(strangeHeaders) : {}
    return {
      method: method.toUpperCase(),
      url,
      headers: { ...ifMatch, ...typed, ...strange },
      ...(sent === undefined ? {} : { body: sent }),
    }
  }

  #query({ parameters }: Operation): string {
    const query = parameters.filter(each => each.in === 'query' && (each.required || this.#roll(2) === 0))
    const parts = query.map(({ name, schema }) => {
      const value = this.#roll(2) === 0 ? this.#samples.of(schema, name) : this.#oneOf(hostile)
      const written = typeof value === 'string' ? value : JSON.stringify(value)
      return `${name}=${encodeURIComponent(written.slice(0, queryCharactersMax).toWellFormed())}`
    })
    if (this.#roll(8) === 0)
      parts.push(this.#oneOf(['a[b]=c', '%00=1', '=', '&&', '__proto__=1', 'limit=1&limit=2', 'cursor=%zz']))
    return parts.length === 0 ? '' : `?${parts.join('&')}`
  }

  #body({ requestBody }: Operation): string {
    if (this.#roll(8) === 0) return this.#oneOf(strangeBodies)
    const [content] = Object.values(requestBody?.content ?? {})
    const body = this.#samples.of(content?.schema ?? {})
    return JSON.stringify(this.#roll(4) === 0 ? body : this.#spoiled(body))
  }

  /** The value with one thing in it, however deep, exchanged for something hostile. */
  #spoiled(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || this.#roll(8) === 0) return this.#oneOf(hostile)
    const names = Object.keys(value)
    if (names.length === 0) return this.#oneOf(hostile)
    const name = this.#oneOf(names)
    const inner = (value as Record<string, unknown>)[name]
    const spoiled = this.#spoiled(inner)
    if (Array.isArray(value))
      return value.map((each, index) => (String(index) === name ? spoiled : (each as unknown)))
    return { ...value, [name]: spoiled }
  }

  #oneOf<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.#roll(choices.length)] as Choice
  }
}

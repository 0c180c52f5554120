import { readFileSync } from 'node:fs'
import type { LightMyRequestResponse } from 'fastify'
import t from 'tap'
import { foldLogin } from '../../src/domain/person.ts'
import { amount } from '../../src/domain/units.ts'
import type { JsonSchema } from '../../src/http/plugins/components.ts'
import type { OpenApi } from '../../src/http/plugins/openapi.ts'
import { ENGINES } from '../support/engines.ts'
import { committedCopy } from '../support/openapi.ts'
import { dataAbsent, readData } from '../support/sharedData.ts'
import { soakFactor } from '../support/soak.ts'
import { aLabApp, bookingOf } from './bookingWire.ts'
import { atVersion, idsOf } from './hosts.ts'
import { type Writing, writingsOn } from './textWritings.ts'

const strangeFile = 'blns/blns.json'
const absent = dataAbsent(strangeFile)
const strangeTexts =
  absent === false ? [...new Set(JSON.parse(readData(strangeFile).toString()) as string[])] : []

/** Names that every object of the language has: they must not be taken for what somebody said. */
const inherited = ['constructor', 'hasOwnProperty', 'toString']

/** Operations that are asked side by side, so that they share the waits for the disk. */
const lanes = 4

/** Text that is never given back, by field. */
const untold: Readonly<Record<string, string>> = {
  'addPerson password': 'a password is kept as a hash',
  'givePassword password': 'a password is kept as a hash',
  'changePassword current': 'a password is kept as a hash',
  'changePassword next': 'a password is kept as a hash',
  'setUp password': 'a password is kept as a hash',
  'setUp token': 'compared with a hash and forgotten',
  'logIn login': 'looked up, not kept',
  'logIn password': 'compared with a hash and forgotten',
}

/** Operations that only answer, and keep nothing of what they are asked. */
const keepsNothing: ReadonlySet<string> = new Set(['previewPolicy'])

/** By promise a login is one person's in whatever case and width it is typed: it is kept folded. */
const folded: ReadonlySet<string> = new Set(['addPerson logins.[].value', 'addLogin value', 'setUp login'])

/** Texts that do where not every text does, by the last step of the field. */
const samples: Readonly<Record<string, string>> = {
  slug: 'a-slug',
  type: 'science-centre',
  role: 'chair',
  zone: 'Asia/Tokyo',
  currency: 'USD',
  foundedOn: '1999-09',
  jurisdiction: 'HK',
  uscc: '91350100M000100Y43',
  ror: 'https://ror.org/03yrm5c26',
  resourceClass: 'microscope',
}

/** Ids and times of day: words of ours, no text. Dates and instants have a `format`. */
const wordPatterns: ReadonlySet<unknown> = new Set([String.raw`^[0-9A-Za-z_-]+$`, String.raw`^\d{2}:\d{2}$`])

/** The codes of problems in which a text itself is what is refused. */
const refusedText: ReadonlySet<string> = new Set(['bad-request', 'invalid-value', 'reason-required'])

const codeForm = /^[a-z]+(?:-[a-z]+)*$/u

/** Steps of a path into a body: into the items of a list, into the values of a record, or to its names. */
const item = '[]'
const entry = '{}'
const names = '{name}'

interface TextField {
  readonly operation: string
  readonly path: readonly string[]
  /** `addPolicy rules.opening.exceptions.[].note` */
  readonly title: string
}

const described = JSON.parse(readFileSync(committedCopy, 'utf8')) as OpenApi
const fields = textFieldsOf(described)
const told = fields.filter(({ operation, title }) => !keepsNothing.has(operation) && !(title in untold))

t.test('the strange texts are at hand', { skip: absent }, async t => {
  t.ok(strangeTexts.length > 500)
})

t.test('what is said to be untold is there', async t => {
  const titles = new Set(fields.map(({ title }) => title))
  const known = [...Object.keys(untold), ...folded]
  t.strictSame(
    known.filter(title => !titles.has(title)),
    [],
  )
})

for (const engine of ENGINES) {
  t.test(`${engine}: each text in each field is kept exactly or refused`, { skip: absent }, async t => {
    const writings = await writingsOn(t, engine)
    t.strictSame(
      new Set(writings.map(({ operation }) => operation)),
      new Set(told.map(({ operation }) => operation)),
      'there is one writing for each operation that takes text',
    )
    const put: FieldPut[] = []
    const waiting = writings.values()
    const lane = async () => {
      for (const writing of waiting) put.push(...(await putAll(writing)))
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    for (const { field, texts, faults } of put)
      t.strictSame(faults, [], `${field.title}: ${texts.length} texts`)
    const used = new Set(put.flatMap(({ texts }) => texts))
    const unused = strangeTexts.filter(text => !used.has(text))
    t.strictSame(unused, [], 'every text was put somewhere')
  })
}

interface FieldPut {
  readonly field: TextField
  readonly texts: readonly string[]
  readonly faults: readonly string[]
}

/** Puts texts into the fields of an operation, one after another: what it works on is its own. */
async function putAll(writing: Writing): Promise<readonly FieldPut[]> {
  const put: FieldPut[] = []
  for (const [index, field] of told.entries()) {
    if (field.operation !== writing.operation) continue
    const texts = [...new Set([...shareOf(index, writing), ...inherited])]
    put.push({ field, texts, faults: await faultsOf(writing, field, texts) })
  }
  return put
}

for (const engine of ENGINES) {
  t.test(`${engine}: a price category that every object has as a name hinders no booking`, async t => {
    const rules = { price: { currency: 'CNY', perUnitMinor: { member: amount(100) } } }
    const { lab, user, staff, wish } = await aLabApp(t, engine, { quota: 'none', rules })
    const terms = await staff.get(`/sharing-terms?instrumentId=${lab.instrumentId()}`)
    const path = `/sharing-terms/${idsOf(terms)[0]}`
    for (const [index, priceCategory] of inherited.entries()) {
      t.equal((await staff.patch(path, { priceCategory }, atVersion(index + 1))).statusCode, 200)
      const times = `1${index}:00/1${index}:30`
      const booked = bookingOf(await user.post('/bookings', wish(times)))
      t.match(booked, { priceCategory, estimatedCost: null })
    }
  })
}

/** The texts of one field: in a short run a part of them, another one for the next field. */
function shareOf(index: number, { slow = false }: Writing): readonly string[] {
  const step = soakFactor === 1 ? 1 : Math.round(fieldsPerText(slow) / soakFactor)
  return strangeTexts.filter((_, place) => place % step === index % step)
}

/** A tenth of the texts in each of more than a hundred fields would take too long. */
const fieldsPerText = (slow: boolean) => (slow ? 5 : 2)

async function faultsOf(writing: Writing, field: TextField, texts: readonly string[]): Promise<string[]> {
  const sample = samples[field.path.at(-1) ?? ''] ?? '寻常 text'
  const plain = await outcomeOf(writing, field, sample)
  if (plain !== 'kept') return [`${field.title} is not even right with ${sample}: ${plain}`]
  const faults: string[] = []
  for (const text of texts) {
    const outcome = await outcomeOf(writing, field, text)
    if (outcome !== 'kept' && outcome !== 'refused') faults.push(`${JSON.stringify(text)}: ${outcome}`)
  }
  return faults
}

/** `kept`, `refused`, or what else became of the text. */
async function outcomeOf(writing: Writing, { path, title }: TextField, text: string): Promise<string> {
  const reply = await writing.send(body => placed(body, path, text) as object)
  if (reply.statusCode >= 300) return isRefusalOfText(reply) ? 'refused' : `${reply.statusCode} ${reply.body}`
  const kept = taken(await writing.stored(reply), path)
  const expected = folded.has(title) ? foldLogin(text) : text
  return kept === expected && expected !== '' ? 'kept' : `kept as ${JSON.stringify(kept)}`
}

interface ProblemSeen {
  readonly type: string
  readonly refusals: readonly { readonly code: string; readonly fault?: string }[]
  readonly faults?: readonly { readonly in: string; readonly code: string }[]
}

function isRefusalOfText(reply: LightMyRequestResponse): boolean {
  const isProblem = String(reply.headers['content-type']).startsWith('application/problem+json')
  if (!isProblem || reply.statusCode < 400 || reply.statusCode >= 500) return false
  const { type, refusals, faults = [] } = reply.json<ProblemSeen>()
  const codes = [...refusals, ...faults].map(({ code }) => code)
  const words = [...codes, ...refusals.flatMap(({ fault }) => fault ?? [])]
  const mute = refusals.some(({ code, fault }) => code === 'invalid-value' && fault === undefined)
  if (mute || codes.length === 0 || !words.every(word => codeForm.test(word))) return false
  return faults.every(fault => fault.in === 'body') && refusedText.has(type.replace('/problems/', ''))
}

/** The body with the text at the end of the path; lists and records on the way hold at least one. */
function placed(body: unknown, path: readonly string[], text: string): unknown {
  const [step, ...rest] = path
  const held: Record<string, unknown> = typeof body === 'object' ? { ...body } : {}
  const [some] = Object.values(held)
  if (step === undefined) return text
  if (step === names) return { [text]: some ?? 1 }
  if (step === item) return [placed(some, rest, text)]
  if (step === entry) return { some: placed(some, rest, text) }
  return { ...held, [step]: placed(held[step], rest, text) }
}

/** What stands at the end of the path. */
function taken(body: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof body !== 'object' || body === null) return body
  if (step === names) return Object.keys(body).join()
  const inner: unknown =
    step === item || step === entry ? Object.values(body)[0] : (body as Record<string, unknown>)[step]
  return taken(inner, rest)
}

/** Every text in the JSON bodies of an API; a name or a text in a record is a field too. */
function textFieldsOf(api: OpenApi): readonly TextField[] {
  const operations = Object.values(api.paths).flatMap(methods => Object.values(methods))
  return operations.flatMap(({ operationId, requestBody }) => {
    const schema = requestBody?.content['application/json']?.schema
    const paths = schema === undefined ? [] : textsIn(api, schema, [])
    const titles = new Set(paths.map(path => path.join('\n')))
    return [...titles].map(joined => {
      const path = joined.split('\n')
      return { operation: operationId, path, title: `${operationId} ${path.join('.')}` }
    })
  })
}

function textsIn(api: OpenApi, schema: JsonSchema, path: readonly string[]): readonly (readonly string[])[] {
  const within = (inner: unknown, ...steps: readonly string[]) =>
    typeof inner === 'object' ? textsIn(api, inner as JsonSchema, [...path, ...steps]) : []
  const { $ref: ref, properties = {} } = schema
  if (typeof ref === 'string') return within(api.components.schemas[ref.slice(ref.lastIndexOf('/') + 1)])
  const choices = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap(each => each ?? [])
  return [
    ...(isFreeText(schema) ? [path] : []),
    ...choices.flatMap(each => within(each)),
    ...Object.entries(properties).flatMap(([name, inner]) => within(inner, name)),
    ...within(schema['items'], item),
    ...within(schema['additionalProperties'], entry),
    ...within(schema['propertyNames'], names),
  ]
}

function isFreeText(schema: JsonSchema): boolean {
  const isText = [schema['type']].flat().includes('string')
  const isWord = 'enum' in schema || 'const' in schema || 'format' in schema
  return isText && !isWord && !wordPatterns.has(schema['pattern'])
}

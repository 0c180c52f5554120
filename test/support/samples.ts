import type { JsonSchema } from '../../src/http/plugins/components.ts'
import type { OpenApi } from '../../src/http/plugins/openapi.ts'

/** Numbers that look like chance and are the same in every run. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Texts that fit the patterns and formats of the API, tried in turn. */
const texts = [
  '2026-03-04',
  '2026-03-04T10:00:00+08:00',
  '"1"',
  '09:00',
  'CNY',
  'CN',
  'a-slug',
  'Asia/Shanghai',
  'text',
]

/**
 * A value that a JSON Schema lets pass, as far as one can be made up: with it a request gets past the shapes
 * and reaches operations and the database. Names that end in `Id` are taken from `ids`, by name.
 */
export class Samples {
  readonly #api: OpenApi
  readonly #ids: Readonly<Record<string, string>>
  readonly #roll: (sides: number) => number

  constructor(api: OpenApi, ids: Readonly<Record<string, string>>, roll: (sides: number) => number) {
    this.#api = api
    this.#ids = ids
    this.#roll = roll
  }

  of(schema: JsonSchema, name = ''): unknown {
    const ref = schema['$ref']
    if (typeof ref === 'string') return this.of(this.#named(ref), name)
    const choices = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined
    if (choices !== undefined) return this.of(this.#oneOf(choices), name)
    const words = schema['enum'] as readonly unknown[] | undefined
    if (words !== undefined) return this.#oneOf(words)
    if ('const' in schema) return schema['const']
    switch (schema['type']) {
      case 'object':
        return this.#object(schema)
      case 'array':
        return [this.of(schema['items'] as JsonSchema, name)]
      case 'integer':
      case 'number':
        return Math.max(Number(schema['minimum'] ?? 1), Number(schema['exclusiveMinimum'] ?? 0) + 1)
      case 'boolean':
        return this.#roll(2) === 0
      case 'null':
        return null
      case 'string':
        return this.#text(schema, name)
      default:
        return {}
    }
  }

  #object({ properties = {}, required = [] }: JsonSchema) {
    const taken = Object.entries(properties).filter(
      ([name]) => required.includes(name) || this.#roll(2) === 0,
    )
    return Object.fromEntries(taken.map(([name, schema]) => [name, this.of(schema, name)]))
  }

  #text(schema: JsonSchema, name: string): string {
    const id = this.#ids[name]
    if (id !== undefined) return id
    if (schema['format'] === 'date') return '2026-03-04'
    if (schema['format'] === 'date-time')
      return /end|until|to/iu.test(name) ? '2026-03-04T11:00:00+08:00' : (texts[1] as string)
    if (name === 'zone') return 'Asia/Shanghai'
    const { pattern } = schema
    const fits = new RegExp(typeof pattern === 'string' ? pattern : '', 'u')
    return texts.toReversed().find(text => fits.test(text)) ?? 'text'
  }

  #named(ref: string): JsonSchema {
    return this.#api.components.schemas[ref.slice(ref.lastIndexOf('/') + 1)] ?? {}
  }

  #oneOf<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.#roll(choices.length)] as Choice
  }
}

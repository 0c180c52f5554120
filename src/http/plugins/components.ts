import { strict as assert } from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'

export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly description?: string
}

type Direction = 'input' | 'output'

/** The named shapes of an API description. A shape has a name when its meta has an `id`. */
export class Components {
  readonly #schemas = new Map<string, JsonSchema>()

  /** The JSON Schema of a shape; named parts become references. */
  use(shape: z.ZodType, direction: Direction): JsonSchema {
    const { properties } = this.#convert(z.object({ shape }), direction)
    return properties?.['shape'] ?? {}
  }

  /** The JSON Schema of an object's parts, for parameters. */
  inline(shape: z.ZodType): JsonSchema {
    return this.#convert(shape, 'input')
  }

  /** All named shapes, by name. */
  schemas(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }

  #convert(shape: z.ZodType, io: Direction): JsonSchema {
    const { $defs = {}, $schema: _, ...rest } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
    for (const [name, named] of Object.entries($defs)) this.#add(name, pointed(named))
    return pointed(rest)
  }

  #add(name: string, schema: JsonSchema) {
    const { id: _, ...rest } = schema
    const known = this.#schemas.get(name)
    assert(known === undefined || isDeepStrictEqual(known, rest), `two different shapes are called ${name}`)
    this.#schemas.set(name, rest)
  }
}

/** Points references at the document's components, and drops what is for our own use. */
function pointed(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (keyword, value: unknown) => {
    if (keyword === 'contentType') return undefined
    return keyword === '$ref' && typeof value === 'string'
      ? value.replace('#/$defs/', '#/components/schemas/')
      : value
  }) as JsonSchema
}

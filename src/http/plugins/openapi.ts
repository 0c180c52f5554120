import { strict as assert } from 'node:assert'
import { STATUS_CODES } from 'node:http'
import type { RouteOptions } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { z } from 'zod'
import { writeQuery } from '../../contract/common.ts'
import { problem } from '../../contract/problems.ts'
import { Components, type JsonSchema } from './components.ts'

/** An OpenAPI 3.1 document, as far as the house makes one. */
export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: object
  }
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>

declare module 'fastify' {
  interface FastifyInstance {
    /** The description of every route registered so far. */
    openApi(): OpenApi
  }
}

interface Shapes {
  readonly body?: z.ZodType
  readonly querystring?: z.ZodType
  readonly params?: z.ZodType
  readonly headers?: z.ZodType
  readonly response?: Readonly<Record<string, z.ZodType>>
}

/** Pages and probes beside it are not part of the API. */
const api = '/api/'

const description =
  'Research alliances share instruments: conflict-free booking, quota accounting, utilization reports. ' +
  'Every POST takes an Idempotency-Key; every request that writes takes ?dryRun=true.'

/**
 * Collects the routes as they are registered and describes them from the same shapes that check them. Routes
 * without a schema (pages, probes) are not part of the API. Requests that write without a query of their own
 * get `dryRun`.
 */
export const openApi = fastifyPlugin(
  async app => {
    const routes: RouteOptions[] = []
    app.addHook('onRoute', route => {
      if (!route.url.startsWith(api) || route.schema === undefined || route.method === 'HEAD') return
      if (route.method !== 'GET' && route.config?.public !== true) route.schema.querystring ??= writeQuery
      routes.push(route)
    })
    app.decorate('openApi', () => describe(routes))
  },
  { name: 'openApi', fastify: '5.x' },
)

function describe(routes: readonly RouteOptions[]): OpenApi {
  const components = new Components()
  const paths: Record<string, Record<string, Operation>> = {}
  const sorted = routes.toSorted((a, b) => (a.url < b.url ? -1 : 1))
  for (const route of sorted) {
    const path = route.url.replaceAll(/:(\w+)/gu, '{$1}')
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: operationOf(route, components) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Jishi 机时', version: '1', description },
    paths,
    components: {
      schemas: components.schemas(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

function operationOf(route: RouteOptions, components: Components): Operation {
  const { operationId, summary, description: about, tags, ...shapes } = route.schema ?? {}
  assert(operationId !== undefined && summary !== undefined, `${route.url} lacks operationId or summary`)
  const { body, querystring, params, headers, response } = shapes as Shapes
  return {
    operationId,
    summary,
    ...(about === undefined ? {} : { description: about }),
    tags: tags ?? [],
    security: route.config?.public === true ? [] : [{ bearer: [] }],
    parameters: [
      ...parametersOf('path', params, components),
      ...parametersOf('query', querystring, components),
      ...parametersOf('header', headers, components),
      ...(route.method === 'POST' && route.config?.public !== true ? [idempotencyKey] : []),
    ],
    ...(body === undefined ? {} : { requestBody: requestBodyOf(body, components) }),
    responses: responsesOf(response ?? {}, components),
  }
}

const idempotencyKey: Parameter = {
  name: 'idempotency-key',
  in: 'header',
  required: false,
  description: 'With the same key, the same request happens once; later ones get the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

function parametersOf(
  at: Parameter['in'],
  shape: z.ZodType | undefined,
  components: Components,
): Parameter[] {
  if (shape === undefined) return []
  const { properties = {}, required = [] } = components.inline(shape)
  return Object.entries(properties).map(([name, { description: about, ...schema }]) => ({
    name,
    in: at,
    required: at === 'path' || required.includes(name),
    ...(about === undefined ? {} : { description: about }),
    schema,
  }))
}

const requestBodyOf = (body: z.ZodType, components: Components) => ({
  required: !body.safeParse(undefined).success,
  content: { [contentTypeOf(body)]: { schema: components.use(body, 'input') } },
})

function responsesOf(
  replies: Readonly<Record<string, z.ZodType>>,
  components: Components,
): Operation['responses'] {
  const told = Object.entries(replies).map(([status, shape]) => {
    const about = shape.meta()?.description ?? STATUS_CODES[status] ?? status
    if (shape instanceof z.ZodUndefined) return [status, { description: about }] as const
    const content = { [contentTypeOf(shape)]: { schema: components.use(shape, 'output') } }
    return [status, { description: about, content }] as const
  })
  const content = { 'application/problem+json': { schema: components.use(problem, 'output') } }
  return { ...Object.fromEntries(told), default: { description: 'A problem (RFC 9457)', content } }
}

/** `text/csv` and the like stand in the shape's meta. */
function contentTypeOf(shape: z.ZodType): string {
  const named = shape.meta()?.['contentType']
  return typeof named === 'string' ? named : 'application/json'
}

import { strict as assert } from 'node:assert'
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Actor } from '../../operations/perform.ts'
import type { Instant } from '../../domain/units.ts'
import { BadRequest } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, and how: for operations. Only on routes that need a log-in. */
    readonly actor: Actor
    /** The log-in itself; absent on public routes. */
    caller: Caller | undefined
  }
}

/** Whose access token came with the request, and of which session. */
export interface Caller {
  readonly personId: string
  readonly sessionId: string
  /** When the token ends. */
  readonly until: Instant
}

const keyShape = /^[\x21-\x7e]{1,200}$/u
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Gives each request its actor: the caller, the Idempotency-Key with a fingerprint, the wish for a dry run.
 */
export const actors = fastifyPlugin(
  async app => {
    app.decorateRequest('caller')
    app.decorateRequest('actor', { getter: actorOf })
  },
  { name: 'actors', fastify: '5.x' },
)

/** The log-in of a request; asserts that the route is not public. */
export function callerOf(request: FastifyRequest): Caller {
  assert(request.caller !== undefined, 'a public route has no caller')
  return request.caller
}

function actorOf(this: FastifyRequest): Actor {
  const { personId } = callerOf(this)
  if (reading.has(this.method)) return { personId }
  const { dryRun } = this.query as { readonly dryRun?: boolean }
  const once = onceOf(this)
  return { personId, ...(once === undefined ? {} : { once }), ...(dryRun === true ? { dryRun } : {}) }
}

function onceOf(request: FastifyRequest): Actor['once'] {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !keyShape.test(key)) {
    throw new BadRequest({ in: 'headers', path: '/idempotency-key', code: 'invalid-format' })
  }
  const content = canonical([request.method, request.url, request.body ?? null])
  return { key, fingerprint: createHash('sha256').update(content).digest('base64url') }
}

/** JSON with sorted names, so that the same request written in another order is the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

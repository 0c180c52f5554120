import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  FastifyTypeProvider,
  RawServerDefault,
} from 'fastify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import type { z } from 'zod'
import type { Context } from '../../context.ts'

/** Lets a route's zod shapes give the types of its body, query, parameters, headers and replies. */
export interface ZodTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  readonly serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown
}

/** The app as route files see it. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypes
>

/** A route file: adds the routes of one noun, below `/api/v1`. */
export type Routes = (app: App, context: Context) => void

declare module 'fastify' {
  interface FastifySchema {
    /**
     * The operation's name in the API description, `bookInstrument`: unique, camelCase, a verb and a noun.
     */
    readonly operationId?: string
    /** One line: what it does. */
    readonly summary?: string
    readonly description?: string
    readonly tags?: readonly string[]
  }
  interface FastifyContextConfig {
    /** Open to callers who have not logged in. */
    readonly public?: boolean
  }
}

/** What does not fit the shape of a request; the problem document names each fault with its path. */
export class InputFaults extends Error {
  readonly issues: readonly z.core.$ZodIssue[]
  /** Set by fastify: which part of the request was read. */
  validationContext?: string

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('the request does not fit its shape')
    this.name = 'InputFaults'
    this.issues = issues
  }
}

/** Reads a part of a request by its zod shape. Fastify gives a body that was left out as null. */
export const readByShape: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  data => {
    const said: unknown = httpPart === 'body' && data === null ? undefined : data
    const read = schema.safeParse(said, { reportInput: true })
    return read.success ? { value: read.data } : { error: new InputFaults(read.error.issues) }
  }

/**
 * Writes a reply by its zod shape: what the contract does not name never leaves the house. A reply that does
 * not fit is a broken promise of ours and becomes a 500.
 */
export const writeByShape: FastifySerializerCompiler<z.ZodType> =
  ({ schema }) =>
  reply =>
    JSON.stringify(schema.parse(reply))

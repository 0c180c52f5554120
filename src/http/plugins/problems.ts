import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Context } from '../../context.ts'
import {
  faultWords,
  type Language,
  languageFor,
  problemWords,
  refusalWords,
} from '../../contract/messages/languages.ts'
import type { ProblemCode } from '../../contract/messages/words.ts'
import type { Alternative, Fault, Problem } from '../../contract/problems.ts'
import { refusalOnWire } from '../../contract/refusals.ts'
import { type Refusal, type RefusalCode, Refused } from '../../domain/refusal.ts'
import { WriteFailed } from '../../store/writeFailed.ts'
import { sqlStateOf } from '../../store/violations.ts'
import { InputFaults } from './shapes.ts'

const retryAfterSeconds = 1

/** Status of a refusal by its code; the others are 422: understood, well-formed, and against a rule. */
const STATUS: Partial<Record<RefusalCode, number>> = {
  'slot-taken': 409,
  'capacity-exceeded': 409,
  'pool-full': 409,
  'quota-exhausted': 409,
  'already-exists': 409,
  'wrong-state': 409,
  'in-use': 409,
  'version-stale': 412,
  'not-found': 404,
  'not-allowed': 403,
  'credentials-wrong': 401,
  'session-ended': 401,
}
const statusOf = (code: RefusalCode) => STATUS[code] ?? 422

const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  unauthenticated: 401,
  'no-such-route': 404,
  'not-acceptable': 406,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  unavailable: 503,
  internal: 500,
}

/** SQLSTATE classes in which the database could not be had: connection, resources, shutdown, lost races. */
const unavailableStates = /^(?:08|53|57P|40001|40P01)/u
const unreachableCodes: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/**
 * A refusal together with what could be had instead, told on the instrument's clock; routes that know better
 * spans throw it.
 */
export class RefusedWithAlternatives extends Refused {
  readonly alternatives: readonly Alternative[]
  readonly zone: string

  constructor(refusals: readonly Refusal[], alternatives: readonly Alternative[], zone: string) {
    super(refusals)
    this.name = 'RefusedWithAlternatives'
    this.alternatives = alternatives
    this.zone = zone
  }
}

/** The caller did not ask for the media type that alone is sent here. */
export class NotAcceptable extends Error {
  readonly statusCode = 406
}

/** The caller has no token, or none that is good. */
export class Unauthenticated extends Error {}

/** More tries than a limit allows, counted outside the limits of routes. */
export class TooManyTries extends Error {
  readonly statusCode = 429
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('too many tries')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A request that cannot be read, found outside the shapes. */
export class BadRequest extends Error {
  readonly fault: Omit<Fault, 'message'>

  constructor(fault: Omit<Fault, 'message'>) {
    super(fault.code)
    this.fault = fault
  }
}

/**
 * Turns whatever went wrong into a problem document (RFC 9457). The only place that knows which code has
 * which status. What is not expected is logged under the request's id, and nothing of it is told.
 */
export const problems = fastifyPlugin<{ context: Context }>(
  async (app, { context }) => {
    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const problem = problemOf(error, request)
      if (problem.status >= 500) context.log.error(faultForLog(error, request), 'request failed')
      return send(reply, problem, error)
    })
    app.setNotFoundHandler((request, reply) => send(reply, plainProblem('no-such-route', request)))
  },
  { name: 'problems', fastify: '5.x' },
)

/** Answers what fastify finds before it has a route: an address that cannot be decoded. */
export function answerUnrouted(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void send(reply, problemOf(error, request))
}

function send(reply: FastifyReply, problem: Problem, error?: Error) {
  if (error instanceof TooManyTries) reply.header('retry-after', error.retryAfterSeconds)
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  if (problem.status === 503) reply.header('retry-after', retryAfterSeconds)
  const body = JSON.stringify(problem)
  // Serialized here: the shape of a route's replies must not be applied to its problems.
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(body)
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Refused) return refusedProblem(error, request)
  if (error instanceof InputFaults)
    return { ...plainProblem('bad-request', request), faults: faultsOf(error, request) }
  if (error instanceof BadRequest) {
    const problem = plainProblem('bad-request', request)
    return { ...problem, faults: [{ ...error.fault, message: problem.detail }] }
  }
  return plainProblem(codeOf(error), request)
}

function refusedProblem(error: Refused, request: FastifyRequest): Problem {
  const language = languageOf(request)
  const [main] = error.refusals as readonly [Refusal, ...Refusal[]]
  const zone = error instanceof RefusedWithAlternatives ? error.zone : 'UTC'
  const words = refusalWords(language, main, zone)
  return {
    ...frame(main.code, request),
    ...words,
    status: statusOf(main.code),
    refusals: error.refusals.map(refusal => refusalOnWire(refusal, language, zone)),
    ...(error instanceof RefusedWithAlternatives ? { alternatives: [...error.alternatives] } : {}),
  }
}

function plainProblem(code: ProblemCode, request: FastifyRequest): Problem {
  const words = problemWords(languageOf(request), code)
  return { ...frame(code, request), ...words, status: PROBLEM_STATUS[code], refusals: [] }
}

const frame = (code: string, request: FastifyRequest) => ({
  type: `/problems/${code}`,
  instance: request.url,
  requestId: request.id,
})

const languageOf = (request: FastifyRequest): Language => languageFor(request.headers['accept-language'])

const PARTS: Readonly<Record<string, Fault['in']>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'headers',
}

function faultsOf(error: InputFaults, request: FastifyRequest): Fault[] {
  const part = PARTS[error.validationContext ?? 'body'] ?? 'body'
  const language = languageOf(request)
  return error.issues.map(issue => ({
    in: part,
    path: pointerTo(issue.path),
    code: issue.code === 'custom' ? issue.message : issue.code.replaceAll('_', '-'),
    message: faultWords(language, issue),
  }))
}

/** JSON pointer (RFC 6901) of a path within a part of the request. */
const pointerTo = (path: readonly PropertyKey[]) =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function codeOf(error: FastifyError): ProblemCode {
  if (error instanceof Unauthenticated) return 'unauthenticated'
  if (isUnavailable(error)) return 'unavailable'
  switch (error.statusCode) {
    case 404:
      return 'no-such-route'
    case 406:
      return 'not-acceptable'
    case 413:
      return 'body-too-large'
    case 415:
      return 'unsupported-media-type'
    case 429:
      return 'too-many-requests'
    case 503:
      return 'unavailable'
    default:
      return (error.statusCode ?? 500) < 500 ? 'bad-request' : 'internal'
  }
}

function isUnavailable(error: FastifyError): boolean {
  if (error instanceof WriteFailed) return true
  return unavailableStates.test(sqlStateOf(error) ?? '') || unreachableCodes.has(error.code)
}

/** The innermost cause: the driver's wrapping repeats the statement's values, which may be personal. */
function faultForLog(error: Error, request: FastifyRequest) {
  let cause = error
  for (let depth = 0; cause.cause instanceof Error && depth < 10; depth++) cause = cause.cause
  const { name, message, stack } = cause
  const route = request.routeOptions.url ?? STATUS_CODES[404]
  return { requestId: request.id, method: request.method, route, error: { name, message, stack } }
}

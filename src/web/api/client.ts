import createClient from 'openapi-fetch'
import type { paths } from '../../../docs/openapi.d.ts'
import { connection } from './connection.ts'
import { ApiProblem, type ProblemBody, ServerAway } from './problem.ts'
import { session } from './session.ts'

const triesMax = 6
const renewalsMax = 3
const keyBytes = 16
const firstPauseMilliseconds = 250

/** The API, typed by its description; every request goes through `fetchWithSession`. */
export const client = createClient<paths>({ fetch: fetchWithSession })

interface Answer<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/**
 * What was asked for.
 *
 * @throws ApiProblem with what the service said, ServerAway where it could not be reached.
 */
export async function reply<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked
  if (!response.ok) throw new ApiProblem(error as ProblemBody)
  return data as Data
}

/**
 * Sends a request as the reader. A token that has run out is renewed and the request sent again; where the
 * session is over, it waits for the reader to log in, so that a form is not lost. While the service is away
 * it is tried a few times: a write carries its key, so that it happens once whatever was heard of it.
 */
async function fetchWithSession(request: Request): Promise<Response> {
  request.headers.set('accept-language', document.documentElement.lang)
  if (request.method === 'POST') request.headers.set('idempotency-key', newKey())
  for (let renewals = 0; ; renewals++) {
    const answer = await sendPatiently(request)
    if (answer.status !== 401 || renewals === renewalsMax) return answer
    if (!(await session.refresh())) await session.renewed()
  }
}

/** Nobody else's. Browsers make a `randomUUID` only for pages that came over TLS. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(keyBytes))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')

async function sendPatiently(request: Request): Promise<Response> {
  const isRepeatable = request.method === 'GET' || request.method === 'POST'
  for (let tries = 1; ; tries++) {
    const answer = await send(request)
    const isAway = answer instanceof ServerAway || answer.status === 503
    // A request that was given up says nothing about the service.
    if (!request.signal.aborted) connection.tell(isAway ? 'away' : 'answered')
    if (!isAway) return answer
    if (!isRepeatable || tries === triesMax) {
      if (answer instanceof ServerAway) throw answer
      return answer
    }
    await pause(firstPauseMilliseconds * 2 ** tries)
  }
}

async function send(request: Request): Promise<Response | ServerAway> {
  const attempt = request.clone()
  if (session.token !== null) attempt.headers.set('authorization', `Bearer ${session.token}`)
  try {
    return await fetch(attempt)
  } catch (cause) {
    return new ServerAway(cause)
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>(resolve => {
    setTimeout(resolve, milliseconds)
  })

import type { components } from '../../../docs/openapi.d.ts'
import { connection } from './connection.ts'
import { ApiProblem, type ProblemBody, ServerAway } from './problem.ts'

export type SessionReply = components['schemas']['Session']

/** Where a reader stands: `ended` had a session, whose work is still on the page. */
export type Standing = 'starting' | 'in' | 'out' | 'ended'

const awayMilliseconds = 2000
const sessionsUrl = '/api/v1/sessions'
const setupUrl = '/api/v1/setup'

/**
 * The reader's session. The access token lives in memory only, the refresh token in a cookie that no script
 * reads. Requests that meet an ended session wait until the reader has logged in again.
 */
class Session {
  #token: string | null = null
  #personId: string | null = null
  #standing: Standing = 'starting'
  #refreshing: Promise<boolean> | null = null
  readonly #listeners = new Set<() => void>()
  #renewals: (() => void)[] = []

  get token() {
    return this.#token
  }

  get standing() {
    return this.#standing
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly read = () => this.#standing

  /** Takes up the session that the cookie remembers, if any; a service that is away is waited for. */
  async start(): Promise<void> {
    try {
      if (!(await this.refresh())) this.#stand('out')
    } catch (error) {
      if (!(error instanceof ServerAway)) throw error
      setTimeout(() => void this.start(), awayMilliseconds)
    }
  }

  /**
   * @throws ApiProblem where login or password is wrong or there were too many tries.
   */
  async logIn(login: string, password: string): Promise<void> {
    await this.#open(sessionsUrl, { login, password })
  }

  /**
   * Enters the first person of a new site, who is logged in at once.
   *
   * @throws ApiProblem where the one-time token is not, or no longer, good.
   */
  async setUp(first: components['schemas']['FirstPerson']): Promise<void> {
    await this.#open(setupUrl, first)
  }

  /**
   * Goes on as somebody else, on the page that `choose` names once they are in, or the first one.
   *
   * @throws ApiProblem where they are not let in.
   */
  async changeTo(login: string, password: string, choose: () => Promise<string>): Promise<void> {
    // Nobody's, until the page is loaded anew below.
    this.#personId = null
    await this.logIn(login, password)
    let page = '/'
    try {
      page = await choose()
    } finally {
      location.assign(page)
    }
  }

  async logOut(): Promise<void> {
    await sent(`${sessionsUrl}/current`, { method: 'DELETE' }, this.#token)
    location.assign('/')
  }

  /** A new access token for the cookie; all askers, also in other tabs, share one exchange at a time. */
  async refresh(): Promise<boolean> {
    this.#refreshing ??= this.#exchangeAlone()
    try {
      return await this.#refreshing
    } finally {
      this.#refreshing = null
    }
  }

  /** Resolves once there is a session again. */
  async renewed(): Promise<void> {
    if (this.#standing === 'in') this.#stand('ended')
    await new Promise<void>(resolve => this.#renewals.push(resolve))
  }

  async #exchangeAlone(): Promise<boolean> {
    // Browsers lend locks to pages that came over TLS only; without, two tabs may come at the same moment.
    if (!isSecureContext) return this.#exchange()
    return navigator.locks.request('jishi.refresh', () => this.#exchange())
  }

  async #exchange(): Promise<boolean> {
    const reply = await sent(`${sessionsUrl}/current/refresh`, { method: 'POST' })
    if (reply.status >= 500) throw new ServerAway(reply.status)
    if (!reply.ok) return false
    this.#take((await reply.json()) as SessionReply)
    return true
  }

  async #open(url: string, body: object): Promise<void> {
    const reply = await sent(url, { method: 'POST', body: JSON.stringify(body) })
    if (!reply.ok) throw new ApiProblem((await reply.json()) as ProblemBody)
    this.#take((await reply.json()) as SessionReply)
  }

  #take({ accessToken, person }: SessionReply) {
    // Somebody else's page must not go on where the first one's stands.
    if (this.#personId !== null && this.#personId !== person.id) location.assign('/')
    this.#personId = person.id
    this.#token = accessToken
    this.#stand('in')
    const waiting = this.#renewals
    this.#renewals = []
    for (const go of waiting) go()
  }

  #stand(standing: Standing) {
    this.#standing = standing
    for (const listener of this.#listeners) listener()
  }
}

async function sent(url: string, init: RequestInit, token: string | null = null): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': document.documentElement.lang }
  if (init.body !== undefined) headers['content-type'] = 'application/json'
  if (token !== null) headers['authorization'] = `Bearer ${token}`
  try {
    const answer = await fetch(url, { ...init, headers })
    connection.tell('answered')
    return answer
  } catch (cause) {
    connection.tell('away')
    throw new ServerAway(cause)
  }
}

export const session = new Session()

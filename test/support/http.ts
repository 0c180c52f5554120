import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import type { Context } from '../../src/context.ts'
import { type AppSettings, buildApp } from '../../src/http/app.ts'
import type { App } from '../../src/http/plugins/shapes.ts'
import { addPerson, type PersonDraft } from '../../src/operations/people.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import type { Engine } from '../../src/store/database.ts'
import { testContext, type TestContext } from './context.ts'

/** The web app on a fresh database, asked through `inject`, with the clock and the data within reach. */
export interface TestApp<Made extends Context = TestContext> {
  readonly app: App
  readonly context: Made
  /** Asks as nobody. */
  readonly ask: (request: InjectOptions) => Promise<LightMyRequestResponse>
  /** Asks as a person; the path is below `/api/v1`. */
  readonly as: (personId: string) => Asking
}

export interface Asking {
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  post(path: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  patch(path: string, body: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  put(path: string, body: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  delete(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

const unhurried: AppSettings = { loginAttemptsMax: 1_000_000, trustProxy: false, processMetrics: false }

/** Builds the app for one test; it closes when the test ends. */
export async function anApp(t: Test, engine: Engine, settings: Partial<AppSettings> = {}): Promise<TestApp> {
  return anAppOn(t, await testContext(t, engine), settings)
}

/** The same on a context that the test has furnished, as `aLab` does. */
export async function anAppOn<Made extends Context>(
  t: Test,
  context: Made,
  settings: Partial<AppSettings> = {},
): Promise<TestApp<Made>> {
  await keepSigningKeyFresh(context)
  const app = await buildApp(context, { ...unhurried, ...settings })
  t.teardown(() => app.close())
  return { app, context, ask: request => app.inject(request), as: personId => asking(app, personId) }
}

export const somePassword = 'correct horse battery'

/** Enters a person who signs in with `login` and `somePassword`. */
export async function aPerson(
  context: Context,
  login: string,
  draft: Partial<PersonDraft> = {},
): Promise<string> {
  const person = await addPerson(context, SYSTEM, {
    name: login,
    nameEn: null,
    email: null,
    phone: null,
    userKind: 'domestic',
    locale: 'zh-CN',
    affiliations: [],
    logins: [{ kind: 'staff-number', value: login }],
    identities: [],
    password: somePassword,
    ...draft,
  })
  return person.id
}

/** A token is signed without a log-in, whose hashing is slow on purpose; `sessions.test.ts` logs in. */
function asking(app: App, personId: string): Asking {
  const ask = async (
    method: InjectOptions['method'],
    path: string,
    rest: Pick<InjectOptions, 'body' | 'headers'>,
  ) => {
    const accessToken = await app.accessTokenFor({ personId, sessionId: 'ses_test' })
    const headers = { ...rest.headers, authorization: `Bearer ${accessToken}` }
    return app.inject({ ...rest, method, url: `/api/v1${path}`, headers })
  }
  return {
    get: (path, headers = {}) => ask('GET', path, { headers }),
    post: (path, body, headers = {}) =>
      ask('POST', path, body === undefined ? { headers } : { body, headers }),
    patch: (path, body, headers = {}) => ask('PATCH', path, { body, headers }),
    put: (path, body, headers = {}) => ask('PUT', path, { body, headers }),
    delete: (path, headers = {}) => ask('DELETE', path, { headers }),
  }
}

import { buildApp } from '../../src/http/app.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import type { TestContext } from './context.ts'
import type { Scope } from './scope.ts'
import { launchServer } from './serverProcess.ts'

const settings = { loginAttemptsMax: 1_000_000, trustProxy: false, processMetrics: false }

/** Servers on one database, asked over HTTP by people who are signed in. */
export interface Fleet {
  readonly addresses: readonly string[]
  /** Asks one of the servers, the next one each time, as a person; the path is below `/api/v1`. */
  post(personId: string, path: string, body: object): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly body: {
    readonly id: string
    readonly type: string
    readonly instrumentId: string
    readonly version: number
    readonly refusals: readonly { readonly code: string }[]
    readonly alternatives?: readonly { instrumentId: string; start: string; end: string }[]
  }
}

/**
 * PostgreSQL: three server processes on the database of `context`. SQLite: the one server that may have the
 * file, listening on a port of its own.
 */
export async function aFleet(t: Scope, context: TestContext): Promise<Fleet> {
  await keepSigningKeyFresh(context)
  const app = await buildApp(context, settings)
  t.teardown(() => app.close())
  const addresses =
    context.db.engine === 'sqlite'
      ? [await app.listen({ host: '127.0.0.1', port: 0 })]
      : await Promise.all([1, 2, 3].map(() => startServer(t, context.url)))
  if (context.db.engine === 'postgres') await app.ready()
  let next = 0
  return {
    addresses,
    post: async (personId, path, body) => {
      const address = addresses[next++ % addresses.length]
      const token = await app.accessTokenFor({ personId, sessionId: 'ses_test' })
      const answer = await fetch(`${address}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: answer.status, body: (await answer.json()) as Answer['body'] }
    },
  }
}

/** Starts `jishi serve` as a process of its own; gives its address once it is ready. */
export async function startServer(t: Scope, url: string): Promise<string> {
  const server = await launchServer(url)
  t.teardown(() => server.stop('SIGTERM'))
  return server.address
}

import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database, Queries } from '../../src/store/database.ts'
import { migrateOver } from '../../src/store/migratePostgres.ts'
import { type PostgresClient, postgresOn } from '../../src/store/postgres.ts'

let template: Promise<Blob> | undefined

/**
 * PostgreSQL within this process, where no server programs are installed: the same engine, one connection.
 */
export async function openStandIn(): Promise<Database> {
  const server = await PGlite.create({
    extensions: { btree_gist },
    loadDataDir: await (template ??= migrated()),
  })
  const turns = new Turns()
  const reading = drizzle({ query: turns.taking(server.query.bind(server)) } as unknown as PGlite)
  const client: PostgresClient = {
    queries: drizzle(server) as unknown as Queries,
    queriesOver: life => {
      const query = (...all: Parameters<PGlite['query']>) => life.queryLater(() => server.query(...all))
      return drizzle({ query } as unknown as PGlite) as unknown as ReturnType<PostgresClient['queriesOver']>
    },
    query: async text => {
      await server.exec(text)
      return {}
    },
    release: () => turns.pass(),
  }
  return postgresOn({
    queries: reading as unknown as Queries,
    connect: async () => {
      await turns.take()
      return client
    },
    end: () => server.close(),
  })
}

/** A migrated data folder, which every stand-in starts from. */
async function migrated(): Promise<Blob> {
  const server = await PGlite.create({ extensions: { btree_gist } })
  const query = async (text: string) => ({ rows: (await server.exec(text)).at(-1)?.rows ?? [] })
  await migrateOver({ query }, { guards: 'require' })
  const folder = await server.dumpDataDir('none')
  await server.close()
  return folder
}

/** One connection, taken in turns: a read from outside waits until the open transaction has ended. */
class Turns {
  #taken = false
  readonly #waiting: (() => void)[] = []

  async take() {
    if (this.#taken) await new Promise<void>(resolve => this.#waiting.push(resolve))
    this.#taken = true
  }

  pass() {
    const next = this.#waiting.shift()
    if (next === undefined) this.#taken = false
    else next()
  }

  /** The same function, which takes a turn for each call. */
  taking<Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) {
    return async (...given: Given): Promise<Answer> => {
      await this.take()
      try {
        return await call(...given)
      } finally {
        this.pass()
      }
    }
  }
}

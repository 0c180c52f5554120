import { strict as assert } from 'node:assert'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { unreachable } from '../domain/refusal.ts'
import {
  Compiler,
  type Database,
  type LockClass,
  type Queries,
  type Reader,
  type Statement,
  type Tx,
} from './database.ts'
import { inLockOrder, LockOrder } from './lockOrder.ts'
import { postgresTables } from './schema/tables.ts'
import { sqlStateOf, translate } from './violations.ts'

const triesMax = 5
const backoffMilliseconds = 10
const connectionsMax = 16
const retryable = new Set(['40001', '40P01'])

/** How connections to PostgreSQL are had: the driver's pool, or a stand-in with the same few methods. */
export interface PostgresPool {
  /** Drizzle over any free connection, for single reads. */
  readonly queries: Queries
  connect(): Promise<PostgresClient>
  end(): Promise<void>
}

export interface PostgresClient {
  /** Drizzle on this one connection. */
  readonly queries: Queries & { execute(query: SQL): Promise<unknown> }
  query(text: string): Promise<{ readonly command?: string }>
  release(error?: Error): void
}

/** Opens PostgreSQL (15 or newer) by its URL. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax })
  // An idle connection that dies is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  const wrapped = new WeakMap<pg.PoolClient, PostgresClient>()
  const wrap = (client: pg.PoolClient): PostgresClient => ({
    queries: drizzle(client) as unknown as PostgresClient['queries'],
    query: text => client.query(text),
    release: error => client.release(error),
  })
  return postgresOn({
    queries: drizzle(pool) as unknown as Queries,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? wrap(client)
      wrapped.set(client, known)
      return known
    },
  })
}

/** The database on any pool of connections. Compiled statements live as long as their connection. */
export function postgresOn(pool: PostgresPool): Database {
  const compilers = new WeakMap<PostgresClient, Compiler>()
  const compilerOf = (client: PostgresClient) => {
    const known = compilers.get(client) ?? new Compiler(client.queries, postgresTables)
    compilers.set(client, known)
    return known
  }
  return {
    engine: 'postgres',
    read: readerOn(pool.queries, new Compiler(pool.queries, postgresTables)),
    transact: work =>
      withRetries(() => inTransaction(pool, 'BEGIN', client => work(newTx(client, compilerOf(client))))),
    snapshot: work =>
      inTransaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', client =>
        work(readerOn(client.queries, compilerOf(client))),
      ),
    close: () => pool.end(),
  }
}

function readerOn(q: Queries, compiler: Compiler): Reader {
  return {
    engine: 'postgres',
    q,
    t: postgresTables,
    run: async <Values extends object, Rows>(wanted: Statement<Values, Rows>, values: Values) => {
      const compiled = compiler.get(wanted as unknown as Statement<never, unknown>)
      return (await compiled.execute(values as Record<string, unknown>)) as Rows
    },
  }
}

function newTx(client: PostgresClient, compiler: Compiler): Tx {
  const order = new LockOrder()
  let depth = 0
  const tx: Omit<Tx, symbol> = {
    ...readerOn(client.queries, compiler),
    lock: async (lockClass, ids) => {
      order.take(lockClass)
      if (ids.length > 0) await client.queries.execute(lockText(lockClass, inLockOrder(ids)))
    },
    attempt: async work => {
      depth += 1
      const name = `attempt_${depth}`
      await client.query(`SAVEPOINT ${name}`)
      try {
        const result = await work()
        await client.query(`RELEASE ${name}`)
        return result
      } catch (error) {
        await client.query(`ROLLBACK TO ${name}`)
        throw translate(error)
      } finally {
        depth -= 1
      }
    },
  }
  return tx as Tx
}

/** Rows are locked in id order; a key that has no row yet is locked by an advisory lock on its hash. */
function lockText(lockClass: LockClass, ids: readonly string[]): SQL {
  const list = sql.join(
    ids.map(id => sql`${id}`),
    sql`, `,
  )
  switch (lockClass) {
    case 'idempotency-key':
      return sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(array[${list}]::text[]) as id`
    case 'instrument':
      return sql`select 1 from instruments where id in (${list}) order by id for no key update`
    case 'lot':
      return sql`select 1 from lots where id in (${list}) order by id for no key update`
    default:
      return unreachable(lockClass)
  }
}

async function inTransaction<Result>(
  pool: PostgresPool,
  begin: string,
  work: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(client)
    const answer = await client.query('COMMIT')
    // A transaction that failed earlier answers COMMIT with ROLLBACK and no error.
    assert(answer.command === undefined || answer.command === 'COMMIT', 'COMMIT did not commit')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: Error) => {
      broken = cause
    })
    throw translate(error)
  } finally {
    client.release(broken)
  }
}

/** Serialization failures and deadlocks are tried again, at most five times, a little later each time. */
async function withRetries<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === triesMax || !retryable.has(sqlStateOf(error) ?? '')) throw error
      await sleep(randomInt(backoffMilliseconds * tries) + 1)
    }
  }
}

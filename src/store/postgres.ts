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
import { Lifeline } from './lifeline.ts'
import { inLockOrder, LockOrder } from './lockOrder.ts'
import { postgresTables } from './schema/tables.ts'
import { sqlStateOf, translate } from './violations.ts'
import { WriteFailed } from './writeFailed.ts'

const triesMax = 5
const backoffMilliseconds = 10
const connectionsMax = 16
const waitForConnectionMilliseconds = 30_000
/** A node that stops in mid-transaction must not keep its locks. */
const idleInTransactionMilliseconds = 30_000
/**
 * A transaction that would commit later than this is rolled back: the sealer of the ledgers counts on it that
 * ids, which tell the time at which they were made, are never much older than their commit.
 */
const transactionMillisecondsMax = 20_000
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
  readonly queries: Queries
  /** The same for one transaction: each query goes over its lifeline. */
  queriesOver(life: Lifeline): Queries & { execute(query: SQL): Promise<unknown> }
  query(text: string): Promise<{ readonly command?: string }>
  release(error?: Error): void
}

export interface PostgresLimits {
  readonly transactionMillisecondsMax: number
}

const usualLimits: PostgresLimits = { transactionMillisecondsMax }

type Query = (...query: unknown[]) => Promise<unknown>

/** Opens PostgreSQL (15 or newer) by its URL. */
export function openPostgres(url: string, limits: PostgresLimits = usualLimits): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: waitForConnectionMilliseconds,
    idle_in_transaction_session_timeout: idleInTransactionMilliseconds,
  })
  // A connection that dies is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const wrapped = new WeakMap<pg.PoolClient, PostgresClient>()
  const driver: PostgresPool = {
    // Queries are typed by the SQLite form of the tables: the kit casts tables, and here their builder.
    queries: drizzle(pool) as unknown as Queries,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? wrap(client)
      wrapped.set(client, known)
      return known
    },
  }
  return postgresOn(driver, limits)
}

/** One connection of its own, for the migrations. The caller ends it. */
export async function connectForMigration(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

function wrap(client: pg.PoolClient): PostgresClient {
  const send: Query = (...query) => client.query(...(query as [string]))
  return {
    queries: drizzle(client) as unknown as Queries,
    queriesOver: life => {
      const query: Query = (...all) => life.queryLater(() => send(...all))
      // All that drizzle asks of a client is `query`.
      return drizzle({ query } as unknown as pg.PoolClient) as unknown as ReturnType<
        PostgresClient['queriesOver']
      >
    },
    query: text => client.query(text),
    release: error => client.release(error),
  }
}

/** The database on any pool of connections. Compiled statements live as long as their connection. */
export function postgresOn(pool: PostgresPool, limits: PostgresLimits = usualLimits): Database {
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
      withRetries(() =>
        inTransaction(pool, 'BEGIN', (client, life) =>
          inTime(limits, () => work(newTx(client, compilerOf(client), life))),
        ),
      ),
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
    run: (wanted, values) => execute(compiler, wanted, values),
  }
}

async function execute<Values extends object, Rows>(
  compiler: Compiler,
  wanted: Statement<Values, Rows>,
  values: Values,
): Promise<Rows> {
  const compiled = compiler.get(wanted)
  return (await compiled.execute(values as Record<string, unknown>)) as Rows
}

function newTx(client: PostgresClient, compiler: Compiler, life: Lifeline): Tx {
  const order = new LockOrder()
  const watched = client.queriesOver(life)
  const send = (text: string) => life.queryLater(() => client.query(text))
  let depth = 0
  const tx: Omit<Tx, symbol> = {
    engine: 'postgres',
    q: watched,
    t: postgresTables,
    run: (wanted, values) => life.queryLater(() => execute(compiler, wanted, values)),
    lock: async (lockClass, ids) => {
      life.query(() => order.take(lockClass))
      if (ids.length > 0) await watched.execute(lockText(lockClass, inLockOrder(ids)))
    },
    attempt: async work => {
      depth += 1
      const name = `attempt_${depth}`
      const goBack = order.mark()
      await send(`SAVEPOINT ${name}`)
      try {
        const result = await life.through(work)
        await send(`RELEASE ${name}`)
        return result
      } catch (error) {
        await client.query(`ROLLBACK TO ${name}; RELEASE ${name}`)
        life.recover()
        goBack()
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
      return sql`
        select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(array[${list}]::text[]) as id`
    case 'instrument':
      return sql`select 1 from instruments where id in (${list}) order by id for no key update`
    case 'ledger':
      return sql`select 1 from ledgers where id in (${list}) order by id for no key update`
    case 'lot':
      return sql`select 1 from lots where id in (${list}) order by id for no key update`
    // The strongest lock: rows that refer to it, new lots and transfers, wait as well.
    case 'period':
      return sql`select 1 from periods where id in (${list}) order by id for update`
    default:
      return unreachable(lockClass)
  }
}

async function inTransaction<Result>(
  pool: PostgresPool,
  begin: string,
  work: (client: PostgresClient, life: Lifeline) => Promise<Result>,
): Promise<Result> {
  const client = await connected(pool)
  const life = new Lifeline()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await life.through(() => work(client, life).finally(() => life.end()))
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

/** @throws WriteFailed, and so rolls the transaction back, where the work took too long to be committed. */
async function inTime<Result>(limits: PostgresLimits, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now()
  const result = await work()
  if (performance.now() - begun > limits.transactionMillisecondsMax) {
    throw new WriteFailed(new Error('the transaction took too long'))
  }
  return result
}

async function connected(pool: PostgresPool): Promise<PostgresClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw translate(error)
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

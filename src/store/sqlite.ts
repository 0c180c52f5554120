import { strict as assert } from 'node:assert'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { Compiler, type Database, type Queries, type Reader, type Statement, type Tx } from './database.ts'
import { WriteQueue } from './groupCommit.ts'
import { LockOrder } from './lockOrder.ts'
import { sqliteTables } from './schema/tables.ts'
import { translate } from './violations.ts'

type Connection = Sqlite.Database

const cacheKibibytes = 65_536
const autocheckpointPages = 16_384
const busyTimeoutMilliseconds = 5_000

export interface SqliteOptions {
  /** 'server' takes the file for itself; 'beside' opens read-only beside a running server. */
  readonly as: 'server' | 'beside'
}

/**
 * Opens a SQLite file: one writer behind a queue with group commit, one read-only connection.
 *
 * @throws Error with a plain sentence when another server holds the file.
 */
export function openSqlite(file: string, options: SqliteOptions): Database {
  const holder = options.as === 'server' ? holdAlone(file) : undefined
  const reading = options.as === 'server' ? undefined : openReading(file)
  const writer = options.as === 'server' ? openWriting(file) : undefined
  const readConnection = reading ?? openReading(file)
  const read = readerOn(readConnection)
  const queue = writer === undefined ? undefined : new SqliteWriter(writer)
  return {
    engine: 'sqlite',
    read,
    transact: work => {
      assert(queue !== undefined, 'this database was opened to read only')
      return queue.transact(work)
    },
    snapshot: async work => {
      const connection = openReading(file)
      try {
        connection.exec('BEGIN')
        return await work(readerOn(connection))
      } finally {
        connection.close()
      }
    },
    close: async () => {
      await queue?.close()
      readConnection.close()
      writer?.close()
      holder?.close()
    },
  }
}

/** A side file held in an exclusive transaction: the kernel frees it even after `kill -9`. */
function holdAlone(file: string): Connection {
  const holder = new Sqlite(`${file}.lock`, { timeout: 0 })
  try {
    holder.pragma('journal_mode = DELETE')
    holder.exec('BEGIN EXCLUSIVE')
    return holder
  } catch (cause) {
    holder.close()
    throw new Error(`another server already uses ${file}; stop it first, or use PostgreSQL for several nodes`, {
      cause,
    })
  }
}

function openWriting(file: string): Connection {
  const connection = new Sqlite(file, { timeout: busyTimeoutMilliseconds })
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma(`cache_size = -${cacheKibibytes}`)
  connection.pragma(`wal_autocheckpoint = ${autocheckpointPages}`)
  return connection
}

function openReading(file: string): Connection {
  const connection = new Sqlite(file, { readonly: true, timeout: busyTimeoutMilliseconds })
  connection.pragma(`cache_size = -${cacheKibibytes}`)
  return connection
}

function readerOn(connection: Connection): Reader {
  const q = drizzle(connection) as unknown as Queries
  const compiler = new Compiler(q, sqliteTables)
  return {
    engine: 'sqlite',
    q,
    t: sqliteTables,
    run: async (wanted, values) => execute(compiler, wanted, values),
  }
}

function execute<Values extends object, Rows>(compiler: Compiler, wanted: Statement<Values, Rows>, values: Values) {
  const compiled = compiler.get(wanted as unknown as Statement<never, unknown>)
  return compiled.execute(values as Record<string, unknown>) as Rows
}

/** The one writer: operations queue, run one after another in savepoints, and share one durable commit. */
class SqliteWriter {
  readonly #connection: Connection
  readonly #queries: Queries
  readonly #compiler: Compiler
  readonly #queue: WriteQueue

  constructor(connection: Connection) {
    this.#connection = connection
    this.#queries = drizzle(connection) as unknown as Queries
    this.#compiler = new Compiler(this.#queries, sqliteTables)
    this.#queue = new WriteQueue({
      begin: () => connection.exec('BEGIN IMMEDIATE'),
      commit: () => connection.exec('COMMIT'),
      abandon: () => {
        if (connection.inTransaction) connection.exec('ROLLBACK')
      },
      isOpen: () => connection.inTransaction,
    })
  }

  transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#queue.add(() => {
      const { tx, end } = this.#newTx()
      return this.#inSavepoint('operation', () => withoutForeignAwaits(() => work(tx))).finally(end)
    })
  }

  close() {
    return this.#queue.close()
  }

  async #inSavepoint<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    this.#connection.exec(`SAVEPOINT ${name}`)
    try {
      const result = await work()
      this.#connection.exec(`RELEASE ${name}`)
      return result
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec(`ROLLBACK TO ${name}; RELEASE ${name}`)
      throw translate(error)
    }
  }

  /** A transaction that answers only while its operation runs: a strayed one must not write into the next. */
  #newTx(): { tx: Tx; end: () => void } {
    const order = new LockOrder()
    let depth = 0
    let live = true
    const queries = this.#queries
    const tx: Omit<Tx, symbol> = {
      engine: 'sqlite',
      get q() {
        assert(live, 'this transaction has ended')
        return queries
      },
      t: sqliteTables,
      run: async (wanted, values) => {
        assert(live, 'this transaction has ended')
        return execute(this.#compiler, wanted, values)
      },
      lock: async lockClass => order.take(lockClass),
      attempt: async work => {
        depth += 1
        try {
          return await this.#inSavepoint(`attempt_${depth}`, work)
        } finally {
          depth -= 1
        }
      },
    }
    const end = () => {
      live = false
    }
    return { tx: tx as Tx, end }
  }
}

/**
 * Runs `work` and aborts it when it awaits anything but its own queries. Those answer in the same turn, so the
 * microtask queue never runs dry before the work ends; a tick that fires earlier proves a foreign await, during
 * which the one write transaction would stand open.
 */
async function withoutForeignAwaits<Result>(work: () => Promise<Result>): Promise<Result> {
  let ended = false
  await null
  const strayed = new Promise<never>((_, reject) => {
    process.nextTick(() => {
      if (!ended) reject(new assert.AssertionError({ message: 'a transaction awaited something foreign' }))
    })
  })
  strayed.catch(() => undefined)
  try {
    return await Promise.race([work(), strayed])
  } finally {
    ended = true
  }
}

import { strict as assert } from 'node:assert'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { Compiler, type Database, type Queries, type Reader, type Statement, type Tx } from './database.ts'
import { withoutForeignAwaits } from './foreignAwaits.ts'
import { WriteQueue } from './groupCommit.ts'
import { Lifeline } from './lifeline.ts'
import { LockOrder } from './lockOrder.ts'
import { sqliteTables } from './schema/tables.ts'
import { withSteadyPlan } from './steadyPlans.ts'
import { translate } from './violations.ts'

type Connection = Sqlite.Database

const cacheKibibytes = 65_536
const autocheckpointPages = 16_384
const busyTimeoutMilliseconds = 5_000

/**
 * Whether a commit is on disk before it is answered. Where all is thrown away if it does not come to its end,
 * it need not be.
 */
export type Commits = 'durable' | 'unsynced'

/** The right to write a file, held by one server at a time. */
export interface Hold {
  release(): void
}

/**
 * Opens a SQLite file for the server that holds it: one writer behind a queue with group commit, one
 * read-only connection. Closing the database releases the hold.
 */
export function openSqlite(file: string, hold: Hold, commits: Commits): Database {
  const connection = openWriting(file, commits)
  const writer = new SqliteWriter(connection)
  const beside = openSqliteBeside(file)
  return {
    ...beside,
    read: readerOutside(writer, beside.read),
    transact: async work => {
      writer.assertOutside()
      return writer.transact(work)
    },
    snapshot: async work => {
      writer.assertOutside()
      return beside.snapshot(work)
    },
    close: async () => {
      await writer.close()
      await beside.close()
      connection.close()
      hold.release()
    },
  }
}

/** Opens a SQLite file to read beside the server that holds it. */
export function openSqliteBeside(file: string): Database {
  const connection = openReading(file)
  return {
    engine: 'sqlite',
    read: readerOn(connection),
    transact: async () => assert.fail('this database was opened to read only'),
    snapshot: work => readSnapshot(file, work),
    close: async () => {
      connection.close()
    },
  }
}

/**
 * Takes the file for one server: a side file in an exclusive transaction, which the kernel frees even after
 * `kill -9`.
 *
 * @throws Error with a plain sentence when another server holds the file.
 */
export function holdAlone(file: string): Hold {
  const connection = new Sqlite(`${file}.lock`, { timeout: 0 })
  try {
    connection.pragma('journal_mode = DELETE')
    connection.exec('BEGIN EXCLUSIVE')
    return { release: () => connection.close() }
  } catch (cause) {
    connection.close()
    if (!(cause instanceof Sqlite.SqliteError && cause.code === 'SQLITE_BUSY')) throw cause
    throw new Error(
      `another server already uses ${file}; stop it first, or use PostgreSQL for several nodes`,
      {
        cause,
      },
    )
  }
}

/** Opens a SQLite file bare, to migrate or check it: foreign keys are not looked at. The caller closes it. */
export function openForMigration(file: string): Connection {
  const connection = new Sqlite(file)
  connection.pragma('journal_mode = WAL')
  connection.pragma('foreign_keys = OFF')
  return connection
}

/** On a connection of its own, so that a long read neither sees later commits nor stops shorter reads. */
async function readSnapshot<Result>(
  file: string,
  work: (reader: Reader) => Promise<Result>,
): Promise<Result> {
  const connection = openReading(file)
  try {
    connection.exec('BEGIN')
    return await work(readerOn(connection))
  } finally {
    connection.close()
  }
}

function openWriting(file: string, commits: Commits): Connection {
  const connection = new Sqlite(file, { timeout: busyTimeoutMilliseconds })
  connection.pragma('journal_mode = WAL')
  connection.pragma(`synchronous = ${commits === 'durable' ? 'FULL' : 'OFF'}`)
  connection.pragma('foreign_keys = ON')
  // Otherwise INSERT OR REPLACE would delete rows without asking the triggers that forbid it.
  connection.pragma('recursive_triggers = ON')
  connection.pragma(`cache_size = -${cacheKibibytes}`)
  connection.pragma(`wal_autocheckpoint = ${autocheckpointPages}`)
  return connection
}

/** Opens a SQLite file so that nothing can be written. The caller closes it. */
export function openReading(file: string): Connection {
  const connection = new Sqlite(file, { readonly: true, timeout: busyTimeoutMilliseconds })
  connection.pragma(`cache_size = -${cacheKibibytes}`)
  return connection
}

function readerOn(connection: Connection): Reader {
  const q = queriesOn(connection)
  const compiler = new Compiler(q, sqliteTables)
  return {
    engine: 'sqlite',
    q,
    t: sqliteTables,
    run: async (wanted, values) => execute(compiler, wanted, values),
  }
}

/**
 * The reader for everybody but a running transaction: from within one it would not see the transaction's own
 * work, and on PostgreSQL it would wait for a second connection while the first keeps its locks.
 */
function readerOutside(writer: SqliteWriter, reader: Reader): Reader {
  return {
    ...reader,
    get q() {
      writer.assertOutside()
      return reader.q
    },
    run: async (wanted, values) => {
      writer.assertOutside()
      return reader.run(wanted, values)
    },
  }
}

function execute<Values extends object, Rows>(
  compiler: Compiler,
  wanted: Statement<Values, Rows>,
  values: Values,
) {
  const compiled = compiler.get(wanted)
  return compiled.execute(values as Record<string, unknown>) as Rows
}

/** The one writer: operations queue, run one after another in savepoints, and share one durable commit. */
class SqliteWriter {
  readonly #connection: Connection
  readonly #compiler: Compiler
  readonly #queue: WriteQueue
  #isInside = false

  constructor(connection: Connection) {
    this.#connection = connection
    this.#compiler = new Compiler(queriesOn(connection), sqliteTables)
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
      const life = new Lifeline()
      const tx = this.#newTx(life)
      // The transaction ends with its work and before the savepoint does: what still runs then has strayed.
      const run = async () => {
        this.#isInside = true
        try {
          return await withoutForeignAwaits(() => work(tx))
        } finally {
          this.#isInside = false
          life.end()
        }
      }
      return this.#inSavepoint('operation', life, run)
    })
  }

  /**
   * An operation runs from start to end in one turn of the loop: whoever calls meanwhile is the operation
   * itself.
   */
  assertOutside() {
    assert(!this.#isInside, 'a transaction used the database beside itself; it has its own tx')
  }

  close() {
    return this.#queue.close()
  }

  async #inSavepoint<Result>(name: string, life: Lifeline, work: () => Promise<Result>): Promise<Result> {
    life.query(() => this.#connection.exec(`SAVEPOINT ${name}`))
    try {
      const result = await life.through(work)
      this.#connection.exec(`RELEASE ${name}`)
      return result
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec(`ROLLBACK TO ${name}; RELEASE ${name}`)
      life.recover()
      throw translate(error)
    }
  }

  #newTx(life: Lifeline): Tx {
    const order = new LockOrder()
    const connection = this.#connection
    let queries: Queries | undefined
    let depth = 0
    const tx: Omit<Tx, symbol> = {
      engine: 'sqlite',
      // Made at first use: an operation of compiled statements only needs none.
      get q() {
        queries ??= queriesOver(connection, life)
        return queries
      },
      t: sqliteTables,
      run: async (wanted, values) => life.query(() => execute(this.#compiler, wanted, values)),
      lock: async lockClass => life.query(() => order.take(lockClass)),
      attempt: async work => {
        depth += 1
        const goBack = order.mark()
        try {
          return await this.#inSavepoint(`attempt_${depth}`, life, work)
        } catch (error) {
          goBack()
          throw error
        } finally {
          depth -= 1
        }
      },
    }
    return tx as Tx
  }
}

/** Drizzle, which needs of a connection only that it prepares. */
function queriesOn(connection: { prepare(text: string): unknown }): Queries {
  const client = { prepare: (text: string) => connection.prepare(withSteadyPlan(text)) }
  return drizzle(client as unknown as Connection) as unknown as Queries
}

/** Drizzle for one transaction: each query goes over its lifeline. */
function queriesOver(connection: Connection, life: Lifeline): Queries {
  type Run = (...values: unknown[]) => unknown
  const watch = (made: Sqlite.Statement) => {
    const over =
      (send: Run): Run =>
      (...values) =>
        life.query(() => send(...values))
    const watched = {
      run: over((...values) => made.run(...values)),
      all: over((...values) => made.all(...values)),
      get: over((...values) => made.get(...values)),
      raw: () => watch(made.raw()),
    }
    return watched
  }
  return queriesOn({ prepare: text => life.query(() => watch(connection.prepare(text))) })
}

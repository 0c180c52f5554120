import type { SQL } from 'drizzle-orm'
import { getTableColumns, sql, type Table } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Tables } from './schema/tables.ts'

export type Engine = 'sqlite' | 'postgres'

/** Drizzle's query builder in the shared type: only what both engines have is used. */
export type Queries = Pick<
  BaseSQLiteDatabase<'async', unknown>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>

/** Reads. Outside a transaction each query sees the newest commit; within one, the transaction's own work. */
export interface Reader {
  readonly engine: Engine
  readonly q: Queries
  readonly t: Tables
  /** Runs a statement compiled once per connection. */
  run<Values extends object, Rows>(statement: Statement<Values, Rows>, values: Values): Promise<Rows>
}

/** Lock classes in the only order in which they may be taken. */
export const LOCK_CLASSES = ['idempotency-key', 'instrument', 'ledger', 'lot', 'period'] as const
export type LockClass = (typeof LOCK_CLASSES)[number]

declare const writes: unique symbol

/** A transaction. Only `Database.transact` makes one, so that holding it proves the right to write. */
export interface Tx extends Reader {
  readonly [writes]: true
  /**
   * Locks rows until the transaction ends. Classes only upward; ids are taken in sorted order. Facts that a
   * decision rests on are read after the lock. On SQLite, where one transaction writes at a time, it does
   * nothing.
   */
  lock(lockClass: LockClass, ids: readonly string[]): Promise<void>
  /**
   * Runs `work` in a savepoint: when it throws, what it wrote and locked is gone and the transaction goes on.
   */
  attempt<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface Database {
  readonly engine: Engine
  readonly read: Reader
  /**
   * Runs `work` in one durable transaction: when the promise resolves, everything in it is on disk; when it
   * rejects, nothing is. `work` may run more than once on PostgreSQL and may await nothing but its own
   * queries.
   *
   * @throws Refused when `work` refuses or a guard of the database says no.
   */
  transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Runs `work` on one unchanging view of the data, for long reads that are paged. */
  snapshot<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** A query said once with typed slots; `Database` compiles it once per connection under `name`. */
export interface Statement<Values extends object, Rows> {
  readonly name: string
  readonly build: (q: Queries, t: Tables, slots: Slots<Values>) => Compilable<Rows>
}

export type Slots<Values> = { readonly [Name in keyof Values]: SQL<Values[Name]> }

export interface Compiled {
  execute(values: Record<string, unknown>): unknown
}

export interface Compilable<Rows> extends PromiseLike<Rows> {
  prepare(name?: string): unknown
}

const names = new Set<string>()

/** Declares a hot statement: `statement<{ id: string }>()('bookings.find', (q, t, v) => q.select()…)`. */
export const statement =
  <Values extends object>() =>
  <Rows>(name: string, build: Statement<Values, Rows>['build']): Statement<Values, Rows> => {
    if (names.has(name)) throw new Error(`two statements are called ${name}`)
    names.add(name)
    return { name, build }
  }

/** Slots by name: `v.id` becomes the placeholder `id`. */
const slots = new Proxy({}, { get: (_, name: string) => sql.placeholder(name) })

/** Compiles statements for one connection, each at its first use. */
export class Compiler {
  readonly #queries: Queries
  readonly #tables: Tables
  readonly #compiled = new Map<string, Compiled>()

  constructor(queries: Queries, tables: Tables) {
    this.#queries = queries
    this.#tables = tables
  }

  get(wanted: Statement<never, unknown>): Compiled {
    const known = this.#compiled.get(wanted.name)
    if (known !== undefined) return known
    const built = wanted.build(this.#queries, this.#tables, slots as Slots<never>)
    const compiled = built.prepare(wanted.name) as Compiled
    this.#compiled.set(wanted.name, compiled)
    return compiled
  }
}

/** The one row of an answer, or undefined. */
export const first = <Row>(rows: readonly Row[]): Row | undefined => rows[0]

/**
 * A slot for every column of a table, for inserts of whole rows:
 * `q.insert(t.audit).values(rowSlots(t.audit))`.
 */
export const rowSlots = <Row extends object>(table: Table): Slots<Row> =>
  // Every column's name is a key, which `fromEntries` forgets.
  Object.fromEntries(
    Object.keys(getTableColumns(table)).map(name => [name, sql.placeholder(name)]),
  ) as unknown as Slots<Row>

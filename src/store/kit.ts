import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import type { Amount, Day, Instant, Seconds } from '../domain/units.ts'

/**
 * The column words in which every table is said once. The SQLite form gives the types; the PostgreSQL
 * form below is cast to it once, so that queries are written against one type.
 */
export const sqliteKit = {
  table: lite.sqliteTable,
  text: (name: string) => lite.text(name),
  day: (name: string) => lite.text(name).$type<Day>(),
  instant: (name: string) => lite.integer(name).$type<Instant>(),
  seconds: (name: string) => lite.integer(name).$type<Seconds>(),
  amount: (name: string) => lite.integer(name).$type<Amount>(),
  count: (name: string) => lite.integer(name),
  flag: (name: string) => lite.integer(name, { mode: 'boolean' }),
  json: <Shape>(name: string) => lite.text(name, { mode: 'json' }).$type<Shape>(),
  bytes: (name: string) => lite.blob(name, { mode: 'buffer' }),
  /** The id of a row that must stand in `table`. */
  refersTo: (name: string, table: Identified) =>
    lite
      .text(name)
      .notNull()
      .references(() => table.id),
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  unique: lite.unique,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  /** Column names in `condition` stand bare, so that the text holds on both engines and through a rebuild. */
  check: (name: string, condition: string) => lite.check(name, sql.raw(condition)),
}

export type Kit = typeof sqliteKit

/** A table that others may refer to. */
export interface Identified {
  readonly id: lite.AnySQLiteColumn
}

/** Text that sorts by code point, as SQLite's does, whatever the locale of the cluster. */
const plainText = pg.customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
})

/** JSON kept as text: jsonb would reorder the keys. */
const jsonText = pg.customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: value => JSON.stringify(value),
  fromDriver: value => JSON.parse(value) as unknown,
})

const binary = pg.customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: value => Buffer.from(value),
})

const wholeNumber = (name: string) => pg.bigint(name, { mode: 'number' })

const postgresWords = {
  table: pg.pgTable,
  text: (name: string) => plainText(name),
  day: (name: string) => plainText(name),
  instant: wholeNumber,
  seconds: wholeNumber,
  amount: wholeNumber,
  count: wholeNumber,
  flag: (name: string) => pg.boolean(name),
  json: (name: string) => jsonText(name),
  bytes: (name: string) => binary(name),
  refersTo: (name: string, table: { id: pg.AnyPgColumn }) =>
    plainText(name)
      .notNull()
      .references(() => table.id),
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  unique: pg.unique,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  check: (name: string, condition: string) => pg.check(name, sql.raw(condition)),
}

export const postgresKit = postgresWords as unknown as Kit

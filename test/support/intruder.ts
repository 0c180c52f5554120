import Sqlite from 'better-sqlite3'
import pg from 'pg'
import type { Engine } from '../../src/store/database.ts'

/** Constraints that stand in the way of planting faults; SQLite is told to ignore its own. */
const CONSTRAINTS = ['bookings_no_overlap', 'bookings_live', 'bookings_places', 'transfers_amount']

/**
 * Runs statements as an intruder with the keys to the database would: no trigger, foreign key or check asks
 * anything. Unique indexes in the way must be dropped by the statements themselves.
 */
export async function asIntruder(engine: Engine, url: string, statements: readonly string[]) {
  await (engine === 'sqlite' ? onSqlite(url, statements) : onPostgres(url, statements))
}

async function onSqlite(url: string, statements: readonly string[]) {
  const connection = new Sqlite(url.replace(/^file:/, ''))
  connection.pragma('foreign_keys = OFF')
  connection.pragma('ignore_check_constraints = ON')
  const triggers = connection
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'")
    .all()
  for (const { name } of triggers) connection.exec(`drop trigger ${name}`)
  for (const statement of statements) connection.exec(statement)
  connection.close()
}

async function onPostgres(url: string, statements: readonly string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("set session_replication_role = 'replica'")
  for (const name of CONSTRAINTS) {
    const table = name.slice(0, name.indexOf('_'))
    await client.query(`alter table ${table} drop constraint if exists ${name}`)
  }
  for (const statement of statements) await client.query(statement)
  await client.end()
}

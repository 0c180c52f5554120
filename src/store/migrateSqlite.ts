import Sqlite from 'better-sqlite3'
import { compareGuards, guardsOf, migrationsOf, pending } from './migrations.ts'

/**
 * Brings a SQLite file to the newest schema and re-applies the guards.
 *
 * A table rebuild drops triggers silently and, with foreign keys on, deletes child rows: so keys are off
 * while it runs, checked afterwards, and the guards are compared with the list.
 *
 * @returns the names of the migrations applied now.
 */
export function migrateSqlite(file: string): string[] {
  const connection = new Sqlite(file)
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('foreign_keys = OFF')
    connection.exec('BEGIN IMMEDIATE')
    connection.exec(
      'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL) STRICT',
    )
    const applied = connection.prepare('SELECT name, hash FROM migrations').all() as { name: string; hash: string }[]
    const todo = pending(migrationsOf('sqlite'), applied)
    for (const migration of todo) {
      for (const text of migration.statements) connection.exec(text)
      connection.prepare('INSERT INTO migrations VALUES (?, ?)').run(migration.name, migration.hash)
    }
    connection.exec(guardsOf('sqlite'))
    const orphans = connection.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new Error(`${orphans.length} rows would lose the row they belong to`)
    const triggers = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()
    compareGuards(triggers as string[])
    connection.exec('COMMIT')
    return todo.map(migration => migration.name)
  } finally {
    connection.close()
  }
}

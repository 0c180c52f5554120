import { type Applied, compareGuards, type Guard, type MigrateOptions, planOf } from './migrations.ts'
import { openForMigration } from './sqlite.ts'

/**
 * Brings a SQLite file to the newest schema, in one transaction.
 *
 * A table rebuild drops triggers silently and, with foreign keys on, deletes child rows: so keys are off
 * while it runs, checked afterwards, and the guards are compared with the list.
 *
 * @returns the names of the migrations applied now.
 */
export function migrateSqlite(file: string, options: MigrateOptions): string[] {
  const connection = openForMigration(file)
  try {
    connection.exec('BEGIN IMMEDIATE')
    connection.exec(
      'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL) STRICT',
    )
    const applied = connection.prepare<[], Applied>('SELECT name, hash FROM migrations').all()
    const note = connection.prepare('INSERT OR REPLACE INTO migrations VALUES (?, ?)')
    const { migrations, guards, guardsAreDue } = planOf('sqlite', applied, options)
    for (const migration of migrations) {
      for (const text of migration.statements) connection.exec(text)
      note.run(migration.name, migration.hash)
    }
    if (guardsAreDue) {
      connection.exec(guards.text)
      note.run(guards.name, guards.hash)
    }
    // Reads every row there is: many minutes for a million bookings, so not at a start that changes nothing.
    const orphans = migrations.length > 0 ? (connection.pragma('foreign_key_check') as unknown[]) : []
    if (orphans.length > 0) throw new Error(`${orphans.length} rows would lose the row they belong to`)
    const triggers = connection.prepare<[], Guard>(
      "SELECT name, sql AS text FROM sqlite_schema WHERE type = 'trigger'",
    )
    compareGuards(guards.text, triggers.all())
    connection.exec('COMMIT')
    return migrations.map(migration => migration.name)
  } finally {
    connection.close()
  }
}

import { strict as assert } from 'node:assert'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from './database.ts'
import { migratePostgres } from './migratePostgres.ts'
import { migrateSqlite } from './migrateSqlite.ts'
import { openPostgres } from './postgres.ts'
import { type Commits, type Hold, holdAlone, openSqlite, openSqliteBeside } from './sqlite.ts'

export const isPostgres = (url: string) => url.startsWith('postgres://') || url.startsWith('postgresql://')

/** The path in a SQLite address. */
export const fileOf = (url: string) => url.replace(/^file:/, '')

/**
 * Opens the database for a server: migrated, guarded and, on SQLite, held alone.
 *
 * @param commits - `unsynced` for a SQLite file that is thrown away if it is not finished.
 * @throws Error with a plain sentence when another server holds the file, when the database is newer than
 *   this program, or when a guard is missing.
 */
export async function openForServer(url: string, commits: Commits = 'durable'): Promise<Database> {
  if (isPostgres(url)) {
    await migratePostgres(url, { guards: 'require' })
    return openPostgres(url)
  }
  return heldAlone(fileOf(url), (file, hold) => {
    migrateSqlite(file, { guards: 'require' })
    return openSqlite(file, hold, commits)
  })
}

/** Opens the database to read beside a running server. */
export function openBeside(url: string): Database {
  if (!isPostgres(url)) return openSqliteBeside(fileOf(url))
  return { ...openPostgres(url), transact: async () => assert.fail('this database was opened to read only') }
}

/**
 * Applies the migrations that are still to come and names them; puts back guards that someone has dropped.
 */
export async function migrate(url: string): Promise<string[]> {
  if (isPostgres(url)) return migratePostgres(url, { guards: 'restore' })
  return heldAlone(fileOf(url), (file, hold) => {
    const applied = migrateSqlite(file, { guards: 'restore' })
    hold.release()
    return applied
  })
}

/** Runs `work` with the file held; it releases the hold, or hands it on, unless it throws. */
function heldAlone<Result>(file: string, work: (file: string, hold: Hold) => Result): Result {
  mkdirSync(dirname(file), { recursive: true })
  const hold = holdAlone(file)
  try {
    return work(file, hold)
  } catch (error) {
    hold.release()
    throw error
  }
}

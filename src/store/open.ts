import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from './database.ts'
import { migratePostgres } from './migratePostgres.ts'
import { migrateSqlite } from './migrateSqlite.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

const isPostgres = (url: string) => url.startsWith('postgres://') || url.startsWith('postgresql://')
const fileOf = (url: string) => url.replace(/^file:/, '')

/** Opens the database for a server: migrated, guarded and, on SQLite, held alone. */
export async function openForServer(url: string): Promise<Database> {
  if (isPostgres(url)) {
    await migratePostgres(url)
    return openPostgres(url)
  }
  const file = fileOf(url)
  mkdirSync(dirname(file), { recursive: true })
  const database = openSqlite(file, { as: 'server' })
  migrateSqlite(file)
  return database
}

/** Opens the database to read beside a running server. */
export function openBeside(url: string): Database {
  return isPostgres(url) ? openPostgres(url) : openSqlite(fileOf(url), { as: 'beside' })
}

/** Applies the migrations that are still to come and names them. */
export async function migrate(url: string): Promise<string[]> {
  return isPostgres(url) ? migratePostgres(url) : migrateSqlite(fileOf(url))
}

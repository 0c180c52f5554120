import pg from 'pg'
import { compareGuards, guardsOf, migrationsOf, pending } from './migrations.ts'

/** Any number: it keeps two nodes that start together from migrating at once. */
const migrationLock = 726_735_001

/** The one method of a connection that a migration needs. */
export interface MigrationClient {
  query(text: string): Promise<{ readonly rows: readonly unknown[] }>
}

/** Brings a PostgreSQL database to the newest schema; the second of two nodes waits and finds nothing to do. */
export async function migratePostgres(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await migrateOver(client)
  } finally {
    await client.end()
  }
}

/** The same over an open connection, which a stand-in for PostgreSQL has only one of. */
export async function migrateOver(client: MigrationClient): Promise<string[]> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
    await client.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, hash text NOT NULL)')
    const { rows } = await client.query('SELECT name, hash FROM migrations')
    const todo = pending(migrationsOf('postgres'), rows as { name: string; hash: string }[])
    for (const migration of todo) {
      for (const text of migration.statements) await client.query(text)
      await client.query(`INSERT INTO migrations VALUES ('${migration.name}', '${migration.hash}')`)
    }
    await client.query(guardsOf('postgres'))
    const guards = await client.query(
      'SELECT tgname::text AS name FROM pg_trigger WHERE NOT tgisinternal UNION SELECT conname::text FROM pg_constraint',
    )
    compareGuards((guards.rows as { name: string }[]).map(row => row.name))
    await client.query('COMMIT')
    return todo.map(migration => migration.name)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

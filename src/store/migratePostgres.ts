import { type Applied, compareGuards, type Guard, type MigrateOptions, planOf } from './migrations.ts'
import { connectForMigration } from './postgres.ts'

/** Any number: it keeps two nodes that start together from migrating at once. */
const migrationLock = 726_735_001

const versionMin = 150_000

/** The one method of a connection that a migration needs. */
export interface MigrationClient {
  query(text: string): Promise<{ readonly rows: readonly unknown[] }>
}

/**
 * Brings a PostgreSQL database to the newest schema; the second of two nodes waits and finds nothing to do.
 */
export async function migratePostgres(url: string, options: MigrateOptions): Promise<string[]> {
  const client = await connectForMigration(url)
  try {
    return await migrateOver(client, options)
  } finally {
    await client.end()
  }
}

/** The same over an open connection, which a stand-in for PostgreSQL has only one of. */
export async function migrateOver(client: MigrationClient, options: MigrateOptions): Promise<string[]> {
  const rowsOf = async <Row>(text: string) => (await client.query(text)).rows as readonly Row[]
  const [version] = await rowsOf<{ number: number }>(
    "SELECT current_setting('server_version_num')::int AS number",
  )
  if (version === undefined || version.number < versionMin)
    throw new Error('PostgreSQL 15 or newer is needed')
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
    await client.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, hash text NOT NULL)')
    const { migrations, guards, guardsAreDue } = planOf(
      'postgres',
      await rowsOf<Applied>('SELECT name, hash FROM migrations'),
      options,
    )
    for (const migration of migrations) {
      for (const text of migration.statements) await client.query(text)
      await client.query(noteOf(migration))
    }
    if (guardsAreDue) {
      await client.query(guards.text)
      await client.query(noteOf(guards))
    }
    compareGuards(guards.text, await rowsOf<Guard>(guardsPresent))
    await client.query('COMMIT')
    return migrations.map(migration => migration.name)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** Names come from our own file names and hashes are hexadecimal, so that nothing in them needs escaping. */
const noteOf = ({ name, hash }: Applied) =>
  `INSERT INTO migrations VALUES ('${name}', '${hash}') ON CONFLICT (name) DO UPDATE SET hash = excluded.hash`

const guardsPresent = `
  SELECT tgname::text AS name, prosrc AS text
  FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal AND tgenabled <> 'D'
  UNION ALL
  SELECT conname::text, '' FROM pg_constraint WHERE conrelid = 'bookings'::regclass`

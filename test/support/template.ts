import pg from 'pg'
import { migratePostgres } from '../../src/store/migratePostgres.ts'
import { type Cluster, startCluster } from './cluster.ts'

/** The database that others begin as a copy of. */
export const migratedName = 'migrated'

/** A cluster with one migrated database, to be copied. */
export async function startTemplate(): Promise<Cluster> {
  const cluster = await startCluster()
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${migratedName}`)
  await client.end()
  await migratePostgres(withDatabase(cluster.url, migratedName), { guards: 'require' })
  return cluster
}

/** The address of another database of the same cluster. */
export const withDatabase = (url: string, name: string): string => url.replace(/[^/]+$/, name)

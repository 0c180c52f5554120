import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database, Engine } from '../../src/store/database.ts'
import { openForServer } from '../../src/store/open.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { serverPrograms } from './cluster.ts'
import { lentCluster } from './environment.ts'
import type { Scope } from './scope.ts'
import { openStandIn } from './standIn.ts'
import { migratedName, startTemplate, withDatabase } from './template.ts'

export const ENGINES: readonly Engine[] = ['sqlite', 'postgres']

/**
 * False where PostgreSQL is played by a stand-in with one connection: nothing can race, be killed or be
 * joined there.
 */
const hasRealPostgres = serverPrograms() !== undefined

/** For tests that need several connections: `t.test(name, { skip: withoutServer(engine) }, …)`. */
export const withoutServer = (engine: Engine): string | false =>
  engine === 'postgres' && !hasRealPostgres && 'PostgreSQL: no server programs here, so nothing can race'

/** A database of one test. A stand-in has no address that another process could open. */
export interface TestDatabase {
  readonly url: string
  readonly db: Database
}

/** A fresh, migrated database that is closed and removed when the test ends. */
export async function openTestDatabase(t: Scope, engine: Engine): Promise<TestDatabase> {
  if (engine === 'postgres' && !hasRealPostgres) return openedFor(t, 'stand-in:', await openStandIn())
  const url = await newTestUrl(t, engine)
  return openedFor(t, url, await (engine === 'sqlite' ? openForServer(url) : openPostgres(url)))
}

/**
 * The address of a database that is removed when the test ends: an empty file, or a migrated PostgreSQL
 * database.
 */
export async function newTestUrl(t: Scope, engine: Engine): Promise<string> {
  if (engine === 'postgres') return newPostgres(t, 'migrated')
  const folder = mkdtempSync(join(tmpdir(), 'jishi-test-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return `file:${join(folder, 'jishi.db')}`
}

function openedFor(t: Scope, url: string, db: Database): TestDatabase {
  t.teardown(() => db.close())
  return { url, db }
}

let cluster: Promise<{ readonly admin: pg.Pool; readonly url: string }> | undefined
let databases = 0

/** A database of its own in the cluster, made as a copy of one that was migrated once. */
export async function newPostgres(t: Scope, content: 'migrated' | 'empty'): Promise<string> {
  const { admin, url } = await (cluster ??= joinCluster())
  const name = `test_${process.pid}_${++databases}`
  const template = content === 'migrated' ? migratedName : 'template0'
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  t.teardown(() => admin.query(`DROP DATABASE ${name} WITH (FORCE)`))
  return withDatabase(url, name)
}

/** The cluster that a whole run shares, or one of this process alone. */
async function joinCluster() {
  const url = lentCluster ?? (await startTemplate()).url
  // Idle connections to the cluster must not keep a test file from ending.
  return { admin: new pg.Pool({ connectionString: url, max: 2, allowExitOnIdle: true }), url }
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import t, { type Test } from 'tap'
import type { Database, Engine } from '../../src/store/database.ts'
import { migratePostgres } from '../../src/store/migratePostgres.ts'
import { migrateSqlite } from '../../src/store/migrateSqlite.ts'
import type { MigrateOptions } from '../../src/store/migrations.ts'
import { migrate, openBeside, openForServer } from '../../src/store/open.ts'
import { ENGINES, newPostgres, newTestUrl, withoutServer } from '../support/engines.ts'
import { outcomeOf } from '../support/outcome.ts'
import { sendRaw } from '../support/rawSql.ts'
import { aBooking, aGrant, anAuditLine, aTransfer, layFoundation } from '../support/rows.ts'

const own = new URL('../../drizzle/', import.meta.url)
const init = (engine: Engine) => readFileSync(new URL(`${engine}/0000_init.sql`, own), 'utf8')

const apply = async (engine: Engine, url: string, options: MigrateOptions) =>
  engine === 'sqlite' ? migrateSqlite(url.replace('file:', ''), options) : migratePostgres(url, options)

/** Does one thing to a database that is otherwise at rest, as a person at its prompt could. */
async function tamper(url: string, text: string) {
  const db = await openForServer(url)
  await db.transact(tx => sendRaw(tx, text))
  await db.close()
}

/** A copy of our migrations with one more. */
function folderWith(t: Test, engine: Engine, migration: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-migrations-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(own, folder, { recursive: true })
  writeFileSync(join(folder, engine, '0001_next.sql'), migration)
  return pathToFileURL(`${folder}/`)
}

/**
 * What drizzle-kit writes on SQLite when a column changes: a new table, the rows copied, the old one dropped.
 */
function rebuildOfBookings(): string {
  const statements = init('sqlite').split('--> statement-breakpoint')
  const [table] = statements.filter(each => each.includes('CREATE TABLE `bookings`'))
  const indexes = statements.filter(each => / INDEX .* ON `bookings`/.test(each))
  return [
    'PRAGMA foreign_keys=OFF;',
    table?.replace('CREATE TABLE `bookings`', 'CREATE TABLE `__new_bookings`'),
    'INSERT INTO `__new_bookings` SELECT * FROM `bookings`;',
    'DROP TABLE `bookings`;',
    'ALTER TABLE `__new_bookings` RENAME TO `bookings`;',
    'PRAGMA foreign_keys=ON;',
    ...indexes,
  ].join('--> statement-breakpoint')
}

const nextMigration = (engine: Engine) =>
  engine === 'sqlite' ? rebuildOfBookings() : 'ALTER TABLE bookings ADD COLUMN mood text;'

const disabling: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    'DROP TRIGGER bookings_no_overlap',
    'DROP TRIGGER bookings_no_overlap_update',
    'DROP TRIGGER lots_moved_by_transfer',
  ],
  postgres: [
    'ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap',
    'DROP TRIGGER transfers_no_delete ON transfers',
    'ALTER TABLE lots DISABLE TRIGGER lots_moved_by_transfer',
    'CREATE OR REPLACE FUNCTION transfers_check() RETURNS trigger LANGUAGE plpgsql AS ' +
      '$$ BEGIN RETURN NEW; END $$',
  ],
}

/** A booking with its run, quota and audit: parents and children on both sides of what is rebuilt. */
async function fill(db: Database) {
  await layFoundation(db)
  await db.transact(async tx => {
    await tx.q.insert(tx.t.bookings).values(aBooking({ from: 9, to: 11 }))
    await tx.q.insert(tx.t.transfers).values(aGrant(7200))
    await tx.q
      .insert(tx.t.transfers)
      .values(aTransfer({ id: 'trf_hold', amount: 3600, bookingId: 'bkg_9_11' }))
    await tx.q.insert(tx.t.audit).values(anAuditLine())
    await sendRaw(tx, runOf('bkg_9_11'))
  })
}

const runOf = (bookingId: string) => `
  INSERT INTO runs (id, booking_id, instrument_id, institution_id, places, starts_at, ends_at, mode, quantity,
    prep_seconds, run_seconds, post_seconds, idle_seconds, evidence, booked_seconds, used_seconds,
    charged_units, agreement_signed, version, created_at)
  SELECT 'run_1', '${bookingId}', 'ist_1', 'ins_1', 1, 1, 2, 'guided', 1, 0, 1, 0, 0, 'metered', 1, 1, 1,
    exclusive, 1, 1 FROM bookings`

const countsOf = async (db: Database) => {
  const { q, t: tables } = db.read
  const rows = [q.select().from(tables.bookings), q.select().from(tables.runs), q.select().from(tables.lots)]
  return JSON.stringify(await Promise.all(rows))
}

for (const engine of ENGINES) {
  const skip = withoutServer(engine)

  t.test(`${engine}: migrating again changes nothing`, { skip }, async t => {
    const url = await newTestUrl(t, engine)
    await (await openForServer(url)).close()
    t.strictSame(await migrate(url), [])
    t.strictSame(await migrate(url), [])
  })

  t.test(`${engine}: an empty database gets every migration, in order`, { skip }, async t => {
    const url = engine === 'sqlite' ? await newTestUrl(t, engine) : await newPostgres(t, 'empty')
    t.equal((await migrate(url))[0], '0000_init')
  })

  t.test(`${engine}: a migration changed after it was applied stops the start`, { skip }, async t => {
    const url = await newTestUrl(t, engine)
    await tamper(url, "UPDATE migrations SET hash = 'other' WHERE name = '0000_init'")
    t.match(await outcomeOf(openForServer(url)), /0000_init was changed after it had been applied/)
  })

  t.test(`${engine}: a database newer than the program stops the start`, { skip }, async t => {
    const url = await newTestUrl(t, engine)
    await tamper(url, "INSERT INTO migrations VALUES ('9999_later', 'hash')")
    t.match(await outcomeOf(openForServer(url)), /the database is newer than this program: it has 9999_later/)
    t.match(await outcomeOf(openForServer(url)), /newer than this/, 'a start that failed holds no file')
  })

  for (const text of disabling[engine]) {
    t.test(`${engine}: after ${text} no server starts until migrate has put it back`, { skip }, async t => {
      const url = await newTestUrl(t, engine)
      await tamper(url, text)
      t.match(await outcomeOf(openForServer(url)), /lacks its guards \w+; jishi migrate puts them back/)
      t.strictSame(await migrate(url), [])
      await (await openForServer(url)).close()
    })
  }

  t.test(`${engine}: an upgrade of a filled database keeps its rows and its guards`, { skip }, async t => {
    const url = await newTestUrl(t, engine)
    const before = await openForServer(url)
    await fill(before)
    const rows = await countsOf(before)
    await before.close()
    const folder = folderWith(t, engine, nextMigration(engine))
    t.strictSame(await apply(engine, url, { guards: 'require', folder }), ['0001_next'])
    t.strictSame(await apply(engine, url, { guards: 'require', folder }), [])
    const beside = openBeside(url)
    t.teardown(() => beside.close())
    t.equal(await countsOf(beside), rows)
    t.match(await outcomeOf(openForServer(url)), /newer than this program/)
    await forgetNext(engine, url)
    const after = await openForServer(url)
    t.teardown(() => after.close())
    const overlapping = after.transact(async tx => {
      await tx.q.insert(tx.t.bookings).values(aBooking({ from: 10, to: 12 }))
    })
    t.equal(await outcomeOf(overlapping), 'slot-taken')
  })

  t.test(`${engine}: a migration that breaks off leaves the database as it was`, { skip }, async t => {
    const url = await newTestUrl(t, engine)
    await (await openForServer(url)).close()
    const folder = folderWith(
      t,
      engine,
      'CREATE TABLE half (id text);--> statement-breakpoint\nCREATE nonsense;',
    )
    t.match(await outcomeOf(apply(engine, url, { guards: 'require', folder })), /syntax error/)
    const db = await openForServer(url)
    t.teardown(() => db.close())
    const half = db.transact(tx => sendRaw(tx, "INSERT INTO half VALUES ('x')"))
    t.match(await outcomeOf(half), /half/)
  })
}

t.test('sqlite: a migration that would leave rows without the row they belong to is refused', async t => {
  const url = await newTestUrl(t, 'sqlite')
  const db = await openForServer(url)
  await fill(db)
  await db.close()
  const folder = folderWith(t, 'sqlite', 'DROP TRIGGER bookings_no_overlap; DELETE FROM bookings;')
  t.match(
    await outcomeOf(apply('sqlite', url, { guards: 'require', folder })),
    /1 rows would lose the row they belong to/,
  )
})

t.test(
  'postgres: of nodes that start together one migrates and the others wait',
  { skip: withoutServer('postgres') },
  async t => {
    const url = await newPostgres(t, 'empty')
    const done = await Promise.all([1, 2, 3].map(() => migratePostgres(url, { guards: 'require' })))
    const working = done.filter(names => names.length > 0)
    t.equal(working.length, 1)
  },
)

/**
 * Forgets the extra migration, which this program has not; no server of ours would open the database to do
 * it.
 */
async function forgetNext(engine: Engine, url: string) {
  const text = "DELETE FROM migrations WHERE name = '0001_next'"
  if (engine === 'sqlite') {
    const connection = new Sqlite(url.replace('file:', ''))
    connection.exec(text)
    connection.close()
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

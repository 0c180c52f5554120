import t from 'tap'
import { sql } from 'drizzle-orm'
import type { Database, Tx } from '../../src/store/database.ts'
import { openBeside, openForServer } from '../../src/store/open.ts'
import { openPostgres, type PostgresClient, type PostgresPool, postgresOn } from '../../src/store/postgres.ts'
import { newTestUrl, openTestDatabase, withoutServer } from '../support/engines.ts'
import { outcomeOf } from '../support/outcome.ts'
import { sendRaw } from '../support/rawSql.ts'
import { aSetting } from '../support/rows.ts'

const skip = withoutServer('postgres')

const put = async (tx: Tx, key: string, value: unknown = 0) => {
  await tx.q.insert(tx.t.settings).values(aSetting(key, value))
}

const setValue = (tx: Tx, key: string, value: number) =>
  sendRaw(tx, `UPDATE settings SET value = '${value}' WHERE key = '${key}'`)

const keysOf = async (db: Database) => (await db.read.q.select().from(db.read.t.settings)).map(row => row.key)

/** Raises an error of the given SQLSTATE, as the server would. */
const raise = (tx: Tx, state: string) =>
  sendRaw(tx, `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`)

/** A gate that several transactions pass only together. */
function aGate(count: number) {
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  let arrived = 0
  return () => {
    if (++arrived >= count) open()
    return opened
  }
}

t.test('of two that wait for each other both get through', { skip }, async t => {
  const { db } = await openTestDatabase(t, 'postgres')
  await db.transact(async tx => {
    await put(tx, 'a')
    await put(tx, 'b')
  })
  const gate = aGate(2)
  let runs = 0
  const crossing = (first: string, second: string, value: number) =>
    db.transact(async tx => {
      runs++
      await setValue(tx, first, value)
      await gate()
      await setValue(tx, second, value)
    })
  await Promise.all([crossing('a', 'b', 1), crossing('b', 'a', 2)])
  t.equal(runs, 3, 'the loser of the deadlock ran again')
  const values = (await db.read.q.select().from(db.read.t.settings)).map(row => row.value)
  t.equal(values[0], values[1], 'one of them wrote both rows last')
})

for (const state of ['40001', '40P01']) {
  t.test(`${state} is tried again, five times at most`, { skip }, async t => {
    const { db } = await openTestDatabase(t, 'postgres')
    let runs = 0
    const never = db.transact(async tx => {
      runs++
      await raise(tx, state)
    })
    t.match(await outcomeOf(never), /WriteFailed/)
    t.equal(runs, 5)
    runs = 0
    await db.transact(async tx => {
      if (++runs < 4) await raise(tx, state)
      await put(tx, 'at last')
    })
    t.strictSame(await keysOf(db), ['at last'])
  })
}

t.test('any other error is not tried again', { skip }, async t => {
  const { db } = await openTestDatabase(t, 'postgres')
  let runs = 0
  const failing = db.transact(async tx => {
    runs++
    await raise(tx, '22012')
  })
  t.notMatch(await outcomeOf(failing), /WriteFailed|done/)
  t.equal(runs, 1)
})

t.test(
  'a connection that the server ends fails its write only, and the next gets a new one',
  { skip },
  async t => {
    const { db } = await openTestDatabase(t, 'postgres')
    const cut = db.transact(async tx => {
      await put(tx, 'lost')
      await sendRaw(tx, 'SELECT pg_terminate_backend(pg_backend_pid())')
    })
    t.match(await outcomeOf(cut), /WriteFailed/)
    const cutBetween = db.transact(async tx => {
      const q = tx.q as unknown as { execute(query: object): Promise<{ rows: { pid: number }[] }> }
      const [own] = (await q.execute(sql`select pg_backend_pid() as pid`)).rows
      await db.transact(other => sendRaw(other, `SELECT pg_terminate_backend(${own?.pid})`))
      await new Promise(resolve => setImmediate(resolve))
      await put(tx, 'lost')
    })
    t.match(await outcomeOf(cutBetween), /WriteFailed/)
    await db.transact(tx => put(tx, 'kept'))
    t.strictSame(await keysOf(db), ['kept'])
  },
)

t.test('a server that cannot be reached is a failure of the world', async t => {
  const db = openPostgres('postgres://jishi@127.0.0.1:65533/nowhere')
  t.teardown(() => db.close())
  t.match(await outcomeOf(db.transact(tx => put(tx, 'a'))), /WriteFailed/)
})

t.test('a commit that the server answers with ROLLBACK is not acknowledged', async t => {
  const client = {
    queriesOver: () => ({}),
    query: async (text: string) => ({ command: text === 'COMMIT' ? 'ROLLBACK' : text }),
    release: () => undefined,
  } as unknown as PostgresClient
  const pool = {
    queries: {},
    connect: async () => client,
    end: async () => undefined,
  } as unknown as PostgresPool
  t.match(await outcomeOf(postgresOn(pool).transact(async () => 'acknowledged')), /COMMIT did not commit/)
})

t.test(
  'sixty that lock the same twenty keys, named in any order, never wait on each other',
  { skip },
  async t => {
    const { db } = await openTestDatabase(t, 'postgres')
    let runs = 0
    const ids = Array.from({ length: 20 }, (_, index) => `key ${index}`)
    const shuffled = (seed: number) => ids.toSorted((a, b) => (hashOf(a, seed) < hashOf(b, seed) ? -1 : 1))
    await Promise.all(
      Array.from({ length: 60 }, (_, seed) =>
        db.transact(async tx => {
          runs++
          await tx.lock('idempotency-key', shuffled(seed))
        }),
      ),
    )
    t.equal(runs, 60, 'nobody had to try again')
  },
)

const hashOf = (text: string, seed: number) =>
  [...text].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 65_521, seed)

t.test('the second of two with one idempotency key waits for the first', { skip }, async t => {
  const { db } = await openTestDatabase(t, 'postgres')
  const once = () =>
    db.transact(async tx => {
      await tx.lock('idempotency-key', ['per_1 once'])
      const known = await tx.q.select().from(tx.t.settings)
      if (known.length === 0) await put(tx, 'once')
      return known.length
    })
  const found = await Promise.all(Array.from({ length: 10 }, once))
  t.strictSame(
    found.toSorted((a, b) => a - b),
    [0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  )
})

t.test('two nodes write into one database; beside them one only reads', { skip }, async t => {
  const url = await newTestUrl(t, 'postgres')
  const [one, two, beside] = [await openForServer(url), await openForServer(url), openBeside(url)]
  for (const each of [one, two, beside]) t.teardown(() => each.close())
  await one.transact(tx => put(tx, 'one'))
  await two.transact(tx => put(tx, 'two'))
  t.strictSame((await keysOf(beside)).toSorted(), ['one', 'two'])
  t.match(await outcomeOf(beside.transact(tx => put(tx, 'three'))), /opened to read only/)
})

t.test('what would commit too late is rolled back, for its ids are too old by then', { skip }, async t => {
  const { url, db } = await openTestDatabase(t, 'postgres')
  const hurried = openPostgres(url, { transactionMillisecondsMax: 0 })
  t.teardown(() => hurried.close())
  await t.rejects(
    hurried.transact(tx => put(tx, 'late')),
    { name: 'WriteFailed' },
  )
  t.strictSame(await keysOf(db), [])
})

import t from 'tap'
import type { Database, Tx } from '../../src/store/database.ts'
import { outcomeOf } from './outcome.ts'
import { aBooking, aSetting, layFoundation } from './rows.ts'
import { openStandIn } from './standIn.ts'

const put = async (tx: Tx, key: string) => {
  await tx.q.insert(tx.t.settings).values(aSetting(key))
}

const keysOf = async (db: Database) => (await db.read.q.select().from(db.read.t.settings)).map(row => row.key)

t.test('the stand-in for PostgreSQL', async t => {
  const db = await openStandIn()
  t.teardown(() => db.close())

  await t.test('carries the same guards and refusals', async t => {
    await layFoundation(db)
    const book = (from: number) => (tx: Tx) =>
      Promise.resolve(tx.q.insert(tx.t.bookings).values(aBooking({ from, to: 12 })))
    await db.transact(book(9))
    t.equal(await outcomeOf(db.transact(book(10))), 'slot-taken')
  })

  await t.test('lets a read from outside wait for the open transaction', async t => {
    const writing = db.transact(async tx => {
      await put(tx, 'a')
      await put(tx, 'b')
    })
    t.strictSame(await keysOf(db), ['a', 'b'])
    await writing
  })

  await t.test('takes back what is refused, alone or in an attempt', async t => {
    await db.transact(async tx => {
      await put(tx, 'c')
      t.match(await outcomeOf(tx.attempt(() => put(tx, 'a'))), /settings/)
    })
    t.match(await outcomeOf(db.transact(tx => put(tx, 'a').catch(() => undefined))), /settings/)
    t.strictSame((await keysOf(db)).toSorted(), ['a', 'b', 'c'])
  })

  await t.test('is fresh each time', async t => {
    const other = await openStandIn()
    t.teardown(() => other.close())
    t.strictSame(await keysOf(other), [])
  })
})

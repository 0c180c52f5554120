import Sqlite from 'better-sqlite3'
import { eq, getTableColumns } from 'drizzle-orm'
import t from 'tap'
import type { Database, Engine, Tx } from '../../../src/store/database.ts'
import { sqliteTables } from '../../../src/store/schema/tables.ts'
import { ENGINES, openTestDatabase } from '../../support/engines.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { aBooking, aGrant, aTransfer, layFoundation } from '../../support/rows.ts'
import { sendRaw } from '../../support/rawSql.ts'

const lotOf = async (db: Database) => {
  const { lots } = db.read.t
  const { granted, held, used, forfeited, expired, carried } = lots
  return (await db.read.q.select({ granted, held, used, forfeited, expired, carried }).from(lots))[0]
}

const post =
  (...rows: readonly ReturnType<typeof aTransfer>[]) =>
  async (tx: Tx) => {
    for (const row of rows) await tx.q.insert(tx.t.transfers).values(row)
  }

for (const engine of ENGINES) {
  t.test(`${engine}: each transfer moves its column of the lot, and a reversal moves it back`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await layFoundation(db)
    const one = (kind: string, amount: number) => aTransfer({ id: `trf_${kind}`, op: 'post', kind, amount })
    const hold = aTransfer({ id: 'trf_hold', amount: 100 })
    await db.transact(post(aGrant(1000), hold, aTransfer({ id: 'trf_hold_2', amount: 50 })))
    t.strictSame(await lotOf(db), { ...empty, granted: 1000, held: 150 })
    const settle = aTransfer({ id: 'trf_settle', op: 'settle', pendingId: 'trf_hold', amount: 80 })
    const release = aTransfer({ id: 'trf_release', op: 'release', pendingId: 'trf_hold_2', amount: 50 })
    await db.transact(post(settle, release, one('overrun', 7), one('forfeit', 20), one('expire', 3)))
    t.strictSame(await lotOf(db), { ...empty, granted: 1000, used: 87, forfeited: 20, expired: 3 })
    const back = (of: string, amount: number) =>
      aTransfer({ id: `back_${of}`, op: 'post', kind: 'reversal', reversalOf: of, amount })
    await db.transact(
      post(back('trf_settle', 80), back('trf_overrun', 7), back('trf_forfeit', 5), back('trf_expire', 3)),
    )
    t.strictSame(await lotOf(db), { ...empty, granted: 1000, forfeited: 15 })
    const grantBack = { sourceLotId: null, destinationLotId: 'lot_1' }
    await db.transact(post({ ...back('trf_grant', 400), ...grantBack }))
    t.strictSame(await lotOf(db), { ...empty, granted: 600, forfeited: 15 })
  })

  t.test(`${engine}: without the trigger that applies them, transfers would move nothing`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await layFoundation(db)
    const on = engine === 'postgres' ? ' ON transfers' : ''
    await db.transact(tx => sendRaw(tx, `DROP TRIGGER transfers_apply${on}`))
    await db.transact(post(aGrant(1000)))
    t.strictSame(await lotOf(db), empty)
  })

  t.test(`${engine}: a booking cannot say of its instrument that it is shared`, async t => {
    const { db, url } = await openTestDatabase(t, engine)
    await layFoundation(db)
    const lying = async (tx: Tx) => {
      await tx.q.insert(tx.t.bookings).values(aBooking({ from: 12, to: 13, exclusive: false }))
    }
    t.match(await outcomeOf(db.transact(lying)), /foreign key/i)
    await db.transact(async tx => {
      await tx.q.insert(tx.t.bookings).values(aBooking({ id: 'bkg_honest' }))
    })
    const sharing = db.transact(async tx => {
      await tx.q.update(tx.t.instruments).set({ exclusive: false }).where(eq(tx.t.instruments.id, 'ist_1'))
    })
    t.match(await outcomeOf(sharing), /foreign key/i, 'nor the instrument change under it')
    t.equal(await lieWithoutForeignKey(engine, db, url, lying), 'done')
  })
}

const empty = { granted: 0, held: 0, used: 0, forfeited: 0, expired: 0, carried: 0 }

/** On SQLite a key cannot be dropped, but a connection of one's own need not look at it. */
async function lieWithoutForeignKey(
  engine: Engine,
  db: Database,
  url: string,
  lying: (tx: Tx) => Promise<void>,
) {
  if (engine === 'postgres') {
    await db.transact(tx => sendRaw(tx, 'ALTER TABLE bookings DROP CONSTRAINT bookings_instrument'))
    return outcomeOf(db.transact(lying))
  }
  const connection = new Sqlite(url.replace('file:', ''))
  connection.pragma('foreign_keys = OFF')
  const columns = Object.values(getTableColumns(sqliteTables.bookings)).map(column => column.name)
  const later = (name: string) => `${name} + 86400000`
  const lie: Readonly<Record<string, string>> = {
    id: "'bkg_lying'",
    exclusive: '0',
    starts_at: later('starts_at'),
    ends_at: later('ends_at'),
    occupied_until: later('occupied_until'),
  }
  const copied = columns.map(name => lie[name] ?? name)
  connection.exec(`INSERT INTO bookings (${columns.join()}) SELECT ${copied.join()} FROM bookings`)
  connection.close()
  return 'done'
}

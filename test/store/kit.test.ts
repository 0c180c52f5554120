import t from 'tap'
import { eq, sum } from 'drizzle-orm'
import { amount } from '../../src/domain/units.ts'
import { ENGINES, openTestDatabase } from '../support/engines.ts'
import { aGrant, aLot, anInstitution, anInstrument, aSetting, layFoundation } from '../support/rows.ts'

/** By code point, where JavaScript's own order, the dictionary's and the alphabet's all differ. */
const inOrder = ['', ' ', 'A', 'Z', 'a', 'z', 'ß', 'é', 'Ａ', '\uffee', '😀', '😀a', '𠮷']

const json = {
  z: 1,
  a: [1, 'two', null, { '10': 1, b: 2 }],
  'quoted "name"': "it's",
  emoji: '😀',
  big: Number.MAX_SAFE_INTEGER,
  fraction: 0.1,
  nothing: null,
}

for (const engine of ENGINES) {
  t.test(`${engine}: json comes back as it went in, its names in their order`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(async tx => {
      await tx.q.insert(tx.t.settings).values([aSetting('a', json), aSetting('b', 'text'), aSetting('c', [])])
    })
    const { q, t: tables } = db.read
    const values = (await q.select().from(tables.settings).orderBy(tables.settings.key)).map(row => row.value)
    t.equal(JSON.stringify(values), JSON.stringify([json, 'text', []]))
  })

  t.test(`${engine}: text is kept to the last code point and sorts by it`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(async tx => {
      for (const key of inOrder.toReversed()) await tx.q.insert(tx.t.settings).values(aSetting(key))
    })
    const { q, t: tables } = db.read
    const keys = (await q.select().from(tables.settings).orderBy(tables.settings.key)).map(row => row.key)
    t.strictSame(keys, inOrder)
    t.strictSame(
      keys,
      inOrder.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    )
    t.equal((await q.select().from(tables.settings).where(eq(tables.settings.key, 'Ａ'))).length, 1)
  })

  t.test(`${engine}: whole numbers are exact up to 2⁵³−1, alone and summed`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await layFoundation(db)
    const most = Number.MAX_SAFE_INTEGER
    await db.transact(async tx => {
      await tx.q.insert(tx.t.lots).values(aLot({ id: 'lot_2', kind: 'supplement', overdraft: amount(1) }))
      await tx.q.insert(tx.t.transfers).values(aGrant(most - 1))
      await tx.q.insert(tx.t.transfers).values(aGrant(1, { id: 'trf_2', destinationLotId: 'lot_2' }))
    })
    const { lots } = db.read.t
    const rows = await db.read.q.select({ granted: lots.granted }).from(lots).orderBy(lots.id)
    t.strictSame(rows, [{ granted: most - 1 }, { granted: 1 }])
    t.strictSame(await db.read.q.select({ all: sum(lots.granted).mapWith(Number) }).from(lots), [
      { all: most },
    ])
  })

  t.test(`${engine}: flags are true and false, absent values null, bytes bytes`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const content = Buffer.from([0, 1, 127, 128, 255])
    await db.transact(async tx => {
      await tx.q.insert(tx.t.institutions).values(anInstitution())
      await tx.q
        .insert(tx.t.instruments)
        .values([anInstrument(), anInstrument({ id: 'ist_2', exclusive: false })])
      await tx.q
        .insert(tx.t.photos)
        .values({ instrumentId: 'ist_1', mediaType: 'image/png', content, updatedAt: 0 as never })
    })
    const { q, t: tables } = db.read
    const flags = await q
      .select({ exclusive: tables.instruments.exclusive, maker: tables.instruments.maker })
      .from(tables.instruments)
      .orderBy(tables.instruments.id)
    t.strictSame(flags, [
      { exclusive: true, maker: null },
      { exclusive: false, maker: null },
    ])
    t.equal(
      (await q.select().from(tables.instruments).where(eq(tables.instruments.exclusive, true))).length,
      1,
    )
    const [photo] = await q.select().from(tables.photos)
    t.ok(Buffer.isBuffer(photo?.content))
    t.ok(photo?.content.equals(content))
  })

  t.test(`${engine}: what was written is given back by the statement itself`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const returned = await db.transact(async tx => {
      await tx.q.insert(tx.t.settings).values([aSetting('a'), aSetting('b')])
      return tx.q.update(tx.t.settings).set({ value: 'new' }).where(eq(tx.t.settings.key, 'a')).returning()
    })
    t.match(returned, [{ key: 'a', value: 'new' }])
    t.equal(returned.length, 1)
  })
}

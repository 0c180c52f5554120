import t from 'tap'
import { eq } from 'drizzle-orm'
import { Refused } from '../../src/domain/refusal.ts'
import { type Database, statement, type Tx } from '../../src/store/database.ts'
import { ENGINES, openTestDatabase, withoutServer } from '../support/engines.ts'
import { outcomeOf } from '../support/outcome.ts'
import { aSetting } from '../support/rows.ts'

const put = async (tx: Tx, key: string) => {
  await tx.q.insert(tx.t.settings).values(aSetting(key))
}

/** A unique index, so that a second one is refused as `already-exists`. */
const putKey = async (tx: Tx, id: string, value: string) => {
  await tx.q
    .insert(tx.t.people)
    .values({ id, searchKey: '', userKind: 'domestic', locale: 'en', version: 1, createdAt: 0 as never })
  await tx.q.insert(tx.t.logins).values({ id, personId: id, kind: 'email', value })
}

const keysOf = async (db: Database) => {
  const { q, t: tables } = db.read
  return (await q.select().from(tables.settings).orderBy(tables.settings.key)).map(row => row.key)
}

const findSetting = statement<{ key: string }>()('test.transactions.find', (q, t, v) =>
  q.select({ key: t.settings.key }).from(t.settings).where(eq(t.settings.key, v.key)),
)

for (const engine of ENGINES) {
  t.test(`${engine}: what is refused leaves nothing behind`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const refused = db.transact(async tx => {
      await put(tx, 'a')
      throw new Refused([{ code: 'reason-required' }])
    })
    t.equal(await outcomeOf(refused), 'reason-required')
    t.strictSame(await keysOf(db), [])
  })

  t.test(`${engine}: the result comes back, and a reader sees what was committed`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const rows = await db.transact(async tx => {
      await put(tx, 'a')
      return tx.run(findSetting, { key: 'a' })
    })
    t.strictSame(rows, [{ key: 'a' }])
    t.strictSame(await db.read.run(findSetting, { key: 'a' }), [{ key: 'a' }])
  })

  t.test(`${engine}: an attempt that fails takes back its own work only`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(async tx => {
      await put(tx, 'before')
      const failed = tx.attempt(async () => {
        await put(tx, 'within')
        throw new Refused([{ code: 'reason-required' }])
      })
      t.equal(await outcomeOf(failed), 'reason-required')
      t.equal(await tx.attempt(async () => 'kept'), 'kept')
      await put(tx, 'after')
    })
    t.strictSame(await keysOf(db), ['after', 'before'])
  })

  t.test(`${engine}: attempts nest, each taking back what is within it`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(async tx => {
      await tx.attempt(async () => {
        await put(tx, 'outer')
        await outcomeOf(
          tx.attempt(async () => {
            await tx.attempt(() => put(tx, 'innermost'))
            throw new Error('no')
          }),
        )
      })
      for (let count = 0; count < 50; count++)
        await outcomeOf(tx.attempt(() => Promise.reject(new Error('no'))))
    })
    t.strictSame(await keysOf(db), ['outer'])
  })

  t.test(`${engine}: a duplicate caught in an attempt lets the rest be stored`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(async tx => {
      await putKey(tx, 'per_1', 'a@example.org')
      t.equal(await outcomeOf(tx.attempt(() => putKey(tx, 'per_2', 'a@example.org'))), 'already-exists')
      await put(tx, 'rest')
    })
    t.strictSame(await keysOf(db), ['rest'])
    t.equal((await db.read.q.select().from(db.read.t.people)).length, 1)
  })

  t.test(`${engine}: a duplicate that is merely swallowed leaves the transaction all the same`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const swallowing = db.transact(async tx => {
      await put(tx, 'before')
      await putKey(tx, 'per_1', 'a@example.org')
      await putKey(tx, 'per_2', 'a@example.org').catch(() => undefined)
    })
    t.equal(await outcomeOf(swallowing), 'already-exists')
    t.strictSame(await keysOf(db), [], 'nothing is acknowledged and nothing is kept')
  })

  t.test(`${engine}: after a swallowed error no further query is answered`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const swallowing = db.transact(async tx => {
      await putKey(tx, 'per_1', 'a@example.org')
      await putKey(tx, 'per_2', 'a@example.org').catch(() => undefined)
      const further = [
        () => put(tx, 'b'),
        () => tx.run(findSetting, { key: 'a' }),
        () => tx.lock('lot', ['x']),
        () => tx.attempt(() => put(tx, 'c')),
      ]
      for (const each of further) t.match(await outcomeOf(each()), /unique|duplicate/i)
    })
    t.equal(await outcomeOf(swallowing), 'already-exists')
  })

  t.test(`${engine}: an attempt does not succeed over an error it swallowed`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(async tx => {
      await putKey(tx, 'per_1', 'a@example.org')
      const swallowing = tx.attempt(async () => {
        await put(tx, 'within')
        await putKey(tx, 'per_2', 'a@example.org').catch(() => undefined)
      })
      t.equal(await outcomeOf(swallowing), 'already-exists')
      await put(tx, 'after')
    })
    t.strictSame(await keysOf(db), ['after'])
  })

  t.test(`${engine}: a transaction that has ended answers nothing`, async t => {
    const { db } = await openTestDatabase(t, engine)
    let kept: Tx | undefined
    let query: PromiseLike<unknown> | undefined
    await db.transact(async tx => {
      kept = tx
      query = tx.q.insert(tx.t.settings).values(aSetting('built before'))
    })
    const tx = kept as Tx
    const ended = [
      async () => query,
      () => put(tx, 'a'),
      () => tx.run(findSetting, { key: 'a' }),
      () => tx.lock('lot', ['x']),
      () => tx.attempt(() => put(tx, 'b')),
    ]
    for (const each of ended) t.match(await outcomeOf(each()), /this transaction has ended|no such savepoint/)
    t.strictSame(await keysOf(db), [])
  })

  t.test(`${engine}: what runs on after one part has failed writes nothing`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const strayed: Promise<unknown>[] = []
    const both = db.transact(async tx => {
      const slow = async () => {
        for (let count = 0; count < 30; count++) await put(tx, `slow ${count}`)
      }
      strayed.push(slow().catch((error: unknown) => error))
      await Promise.all([strayed[0], Promise.reject(new Refused([{ code: 'reason-required' }]))])
    })
    t.equal(await outcomeOf(both), 'reason-required')
    await Promise.all(strayed)
    await db.transact(tx => put(tx, 'later'))
    t.strictSame(await keysOf(db), ['later'])
  })

  t.test(`${engine}: locks are taken upward only`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(async tx => {
      await tx.lock('idempotency-key', ['per_1 once', 'per_1 once'])
      await tx.lock('instrument', ['ist_2', 'ist_1'])
      await tx.lock('instrument', [])
      await tx.lock('ledger', ['ldg_1'])
      const given = tx.attempt(async () => {
        await tx.lock('lot', ['lot_1'])
        throw new Error('given up')
      })
      t.match(await outcomeOf(given), /given up/)
      await tx.lock('ledger', ['ldg_2'])
      await tx.lock('lot', ['lot_1'])
      await tx.lock('lot', ['lot_2'])
    })
    const downward = db.transact(async tx => {
      await tx.lock('lot', ['lot_1'])
      await tx.lock('instrument', ['ist_1'])
    })
    t.match(await outcomeOf(downward), /lock instrument taken after lot/)
  })

  t.test(`${engine}: a snapshot does not see what is committed after it began`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await db.transact(tx => put(tx, 'before'))
    const counts = await db.snapshot(async reader => {
      const first = (await reader.q.select().from(reader.t.settings)).length
      if (withoutServer(engine) === false) await db.transact(tx => put(tx, 'meanwhile'))
      const again = (await reader.run(findSetting, { key: 'meanwhile' })).length
      return [first, again]
    })
    t.strictSame(counts, [1, 0])
  })

  t.test(`${engine}: two statements of one name are a mistake`, async t => {
    t.throws(
      () => statement<object>()('test.transactions.find', (q, t) => q.select().from(t.settings)),
      /two statements are called test\.transactions\.find/,
    )
  })
}

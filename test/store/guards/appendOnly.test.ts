import t from 'tap'
import type { Tx } from '../../../src/store/database.ts'
import { aGrant, anAuditLine, aTransfer } from '../../support/rows.ts'
import { openTestDatabase, ENGINES } from '../../support/engines.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { sendRaw } from '../../support/rawSql.ts'
import { layFoundation } from '../../support/rows.ts'
import { dropTrigger, type GuardTrial, tryGuards } from './mutation.ts'

const written = async (tx: Tx) => {
  await tx.q.insert(tx.t.audit).values(anAuditLine())
  await tx.q.insert(tx.t.transfers).values(aGrant(3600))
  await tx.q.insert(tx.t.transfers).values(aTransfer({ id: 'trf_unsealed', amount: 60 }))
  await tx.q.insert(tx.t.seals).values({ ledgerId: 'led_1', seq: 1, transferId: 'trf_grant', hash: '00' })
}

const changes = { audit: "verb = 'peek'", transfers: 'amount = 1', seals: "hash = 'ff'" } as const
const wheres = { audit: 'true', transfers: "id = 'trf_unsealed'", seals: 'true' } as const
const tables = ['audit', 'transfers', 'seals'] as const

const trials = tables.flatMap((table): GuardTrial[] => [
  {
    rule: `${table}: what is written is not changed`,
    says: new RegExp(`${table}_no_update`),
    drop: dropTrigger(`${table}_no_update`, table),
    given: written,
    breaks: tx => sendRaw(tx, `UPDATE ${table} SET ${changes[table]} WHERE ${wheres[table]}`),
  },
  {
    rule: `${table}: what is written is not deleted`,
    says: new RegExp(`${table}_no_delete`),
    drop: dropTrigger(`${table}_no_delete`, table),
    given: written,
    breaks: tx => sendRaw(tx, `DELETE FROM ${table} WHERE ${wheres[table]}`),
  },
])

tryGuards(t, [
  ...trials,
  {
    rule: 'seals follow each other without a gap',
    says: /seals_gap_free/,
    drop: dropTrigger('seals_gap_free', 'seals'),
    given: written,
    breaks: async tx => {
      await tx.q
        .insert(tx.t.seals)
        .values({ ledgerId: 'led_1', seq: 3, transferId: 'trf_unsealed', hash: '01' })
    },
  },
])

for (const engine of ENGINES) {
  t.test(`${engine}: a whole table cannot be emptied, nor a row replaced`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await layFoundation(db)
    await db.transact(written)
    for (const table of tables) {
      const emptying = engine === 'sqlite' ? `DELETE FROM ${table}` : `TRUNCATE ${table} CASCADE`
      // Seals belong to transfers, so emptying those meets either guard first.
      t.match(await outcomeOf(db.transact(tx => sendRaw(tx, emptying))), /_no_delete/, emptying)
    }
    if (engine === 'postgres') return
    const replacing =
      'INSERT OR REPLACE INTO audit ' +
      "SELECT id, at, actor_id, acted_as, 'peek', noun, noun_id, fields, reason FROM audit"
    t.match(await outcomeOf(db.transact(tx => sendRaw(tx, replacing))), /audit_no_delete/)
  })

  t.test(`${engine}: the next seal is taken, in each ledger by itself`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await layFoundation(db)
    await db.transact(written)
    await db.transact(async tx => {
      await tx.q
        .insert(tx.t.seals)
        .values({ ledgerId: 'led_1', seq: 2, transferId: 'trf_unsealed', hash: '01' })
    })
    const { q, t: tables } = db.read
    t.strictSame(await q.select({ seq: tables.seals.seq }).from(tables.seals).orderBy(tables.seals.seq), [
      { seq: 1 },
      { seq: 2 },
    ])
  })
}

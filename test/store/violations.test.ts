import t from 'tap'
import { getTableColumns } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Refused } from '../../src/domain/refusal.ts'
import type { Tx } from '../../src/store/database.ts'
import { sqliteTables, type Tables } from '../../src/store/schema/tables.ts'
import { ENGINES, openTestDatabase } from '../support/engines.ts'
import { sendRaw } from '../support/rawSql.ts'
import { aBooking, aTransfer, layFoundation } from '../support/rows.ts'

type Name = keyof Tables
type Row = Record<string, unknown>

/** Every unique index, and every key of several columns: what a person may take twice. */
const keys = (Object.keys(sqliteTables) as Name[]).flatMap(table => {
  const { name, indexes, primaryKeys } = getTableConfig(sqliteTables[table] as SQLiteTable)
  const unique = indexes.filter(index => index.config.unique).map(index => index.config.name)
  return [...unique, ...primaryKeys.map(key => key.getName())].map(key => ({ table, noun: name, key }))
})

/**
 * A hold resolved twice has a refusal of its own; a second seal of one number meets the guard against gaps
 * first.
 */
const triedElsewhere = new Set(['transfers_pending', 'seals_ledger_id_seq_pk', 'seals_transfer'])

/** A row in which every column has a value and two rows differ in nothing but their id. */
function fullRow(table: Name, id: string): Row {
  const columns = Object.entries(getTableColumns(sqliteTables[table] as SQLiteTable))
  const row = Object.fromEntries(columns.map(([property, column]) => [property, valueFor(column)]))
  if ('id' in row) row['id'] = id
  return { ...row, ...special(table, id) }
}

function valueFor(column: SQLiteColumn): unknown {
  if (column.name === 'ends_at' || column.name === 'occupied_until') return 2
  if (column.dataType === 'number') return 1
  if (column.dataType === 'boolean') return true
  if (column.dataType === 'json') return {}
  return column.dataType === 'buffer' ? Buffer.from([1]) : 'same'
}

/** What checks and guards ask beyond types. */
function special(table: Name, id: string): Row {
  if (table === 'bookings')
    return { ...aBooking({ id, state: 'cancelled' }), source: 'emhub', externalId: '7' }
  if (table === 'transfers')
    return { ...anOverrun(id), destinationLotId: null, pendingId: null, reversalOf: null }
  if (table === 'lots')
    return { granted: 0, held: 0, used: 0, forfeited: 0, expired: 0, carried: 0, lastTransferId: null }
  return {}
}

/** Of a lot that is not there, so that no balance stands in the way. */
const anOverrun = (id: string) =>
  aTransfer({
    id,
    op: 'post',
    kind: 'overrun',
    amount: 1,
    bookingId: 'bkg_1',
    leg: 0,
    revision: 0,
    sourceLotId: 'none',
  })

/** Rows of other tables are left out of this: what they would have to be is tested elsewhere. */
const withoutForeignKeys = (tx: Tx) =>
  sendRaw(
    tx,
    tx.engine === 'sqlite'
      ? 'PRAGMA defer_foreign_keys = ON'
      : 'SET LOCAL session_replication_role = replica',
  )

for (const engine of ENGINES) {
  t.test(
    `${engine}: each of ${keys.length} unique keys refuses its second row with the same words`,
    async t => {
      const { db } = await openTestDatabase(t, engine)
      await layFoundation(db)
      for (const { table, noun, key } of keys.filter(each => !triedElsewhere.has(each.key))) {
        const twice = db.transact(async tx => {
          await withoutForeignKeys(tx)
          for (const id of ['x_1', 'x_2']) {
            await tx.q.insert(tx.t[table] as SQLiteTable).values(fullRow(table, id))
          }
        })
        const refusal = await twice.catch((error: unknown) => error)
        const said = refusal instanceof Refused ? refusal.refusals[0] : refusal
        t.match(said, { code: 'already-exists', noun }, key)
      }
    },
  )
}

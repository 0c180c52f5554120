import { getTableName } from 'drizzle-orm'
import t from 'tap'
import * as postgres from '../../../drizzle/schema.postgres.ts'
import * as sqlite from '../../../drizzle/schema.sqlite.ts'
import { postgresTables, sqliteTables } from '../../../src/store/schema/tables.ts'

t.test('drizzle-kit sees every table: one that it does not see would get no migration', async t => {
  t.strictSame(Object.keys(sqlite).toSorted(), Object.keys(sqliteTables).toSorted())
  t.strictSame(Object.keys(postgres).toSorted(), Object.keys(postgresTables).toSorted())
})

t.test('no two tables have one name in the database', async t => {
  const names = Object.values(sqliteTables).map(table => getTableName(table))
  t.strictSame(names, [...new Set(names)])
})

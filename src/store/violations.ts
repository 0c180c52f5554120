import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Refusal, Refused } from '../domain/refusal.ts'
import { sqliteTables } from './schema/tables.ts'
import { isOfTheWorld, WriteFailed } from './writeFailed.ts'

/**
 * The database's own "no", by the name of the guard that said it. These are second lines of defence: the
 * rules have refused before with exact numbers, so here only the code is sure.
 */
const GUARDS: Readonly<Record<string, Refusal>> = {
  bookings_no_overlap: { code: 'slot-taken', span: null },
  bookings_capacity: { code: 'capacity-exceeded', capacity: null, free: null, requested: null },
  lots_available: {
    code: 'quota-exhausted',
    needed: null,
    available: null,
    unit: null,
    accountId: null,
    periodId: null,
  },
  transfers_pending: { code: 'hold-already-resolved', transferId: null },
  transfers_settle_exceeds_hold: { code: 'settle-exceeds-hold', held: null, asked: null, unit: null },
  transfers_reversal_exceeds: {
    code: 'reversal-exceeds-original',
    original: null,
    reversed: null,
    unit: null,
  },
  transfers_reversal_of_reversal: { code: 'reversal-of-reversal', transferId: null },
  transfers_period_closed: { code: 'period-closed', periodId: null },
  transfers_ledger_mismatch: { code: 'ledger-mismatch', expected: null, given: null },
}

/**
 * Gives a guard's error as the refusal it stands for and a failure of disk or network as `WriteFailed`; any
 * other error comes back as it is.
 */
export function translate(error: unknown): unknown {
  if (error instanceof WriteFailed) return error
  const guard = guardOf(error)
  if (guard === undefined) return causesOf(error).some(isOfTheWorld) ? new WriteFailed(error) : error
  const refusal = GUARDS[guard]
  if (refusal !== undefined) return new Refused([refusal])
  const unique = UNIQUE_TABLES.get(guard)
  if (unique !== undefined) return new Refused([{ code: 'already-exists', noun: unique, field: guard }])
  return error
}

/** The five-letter SQLSTATE of a PostgreSQL error, wherever in the chain of causes it stands. */
export function sqlStateOf(error: unknown): string | undefined {
  for (const each of causesOf(error)) {
    if ('code' in each && typeof each.code === 'string' && /^[0-9A-Z]{5}$/.test(each.code)) return each.code
  }
  return undefined
}

function guardOf(error: unknown): string | undefined {
  for (const each of causesOf(error)) {
    if ('constraint' in each && typeof each.constraint === 'string') return each.constraint
    if ('code' in each && typeof each.code === 'string' && each.code.startsWith('SQLITE_CONSTRAINT')) {
      return guardInMessage(each.message)
    }
  }
  return undefined
}

/** SQLite names a check or a trigger's word in the message, but a unique index only by its columns. */
function guardInMessage(message: string): string | undefined {
  const columns = /^UNIQUE constraint failed: (.+)$/.exec(message)?.[1]
  if (columns !== undefined) return UNIQUE_COLUMNS.get(columns) ?? columns
  return /^CHECK constraint failed: (\w+)$/.exec(message)?.[1] ?? message
}

function causesOf(error: unknown): (Error & object)[] {
  const chain: Error[] = []
  for (let each = error; each instanceof Error && chain.length < 10; each = each.cause) chain.push(each)
  return chain
}

/** PostgreSQL cuts longer names off without a word. */
const nameLengthMax = 63

const UNIQUE_COLUMNS = new Map<string, string>()
const UNIQUE_TABLES = new Map<string, string>()

for (const table of Object.values(sqliteTables)) {
  if (!(table instanceof SQLiteTable)) continue
  const { name, indexes, primaryKeys } = getTableConfig(table)
  const keys = [
    ...indexes
      .filter(index => index.config.unique)
      .map(({ config }) => ({ name: config.name, columns: config.columns })),
    ...primaryKeys.map(key => ({ name: key.getName(), columns: key.columns })),
  ]
  for (const key of keys) {
    const columns = key.columns.map(column => ('name' in column ? `${name}.${column.name}` : ''))
    const keyName = key.name.slice(0, nameLengthMax)
    UNIQUE_COLUMNS.set(columns.join(', '), keyName)
    UNIQUE_TABLES.set(keyName, name)
  }
}

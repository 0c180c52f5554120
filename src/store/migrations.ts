import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Engine } from './database.ts'

/** One numbered change of the schema. */
export interface Migration {
  readonly name: string
  readonly hash: string
  readonly statements: readonly string[]
}

/** The guards that must stand after every migration, by the names under which both engines carry them. */
export const GUARD_NAMES = [
  'audit_no_delete',
  'audit_no_update',
  'bookings_capacity',
  'bookings_no_overlap',
  'lots_begin_empty',
  'lots_moved_by_transfer',
  'seals_gap_free',
  'seals_no_delete',
  'seals_no_update',
  'transfers_apply',
  'transfers_check',
  'transfers_no_delete',
  'transfers_no_update',
] as const

const folder = new URL('../../drizzle/', import.meta.url)

export function migrationsOf(engine: Engine): Migration[] {
  const home = new URL(`${engine}/`, folder)
  const files = readdirSync(home).filter(file => file.endsWith('.sql'))
  return files.toSorted().map(file => {
    const text = readFileSync(new URL(file, home), 'utf8')
    return {
      name: file.replace(/\.sql$/, ''),
      hash: createHash('sha256').update(text).digest('hex'),
      statements: text.split('--> statement-breakpoint'),
    }
  })
}

export const guardsOf = (engine: Engine) => readFileSync(new URL(`guards.${engine}.sql`, folder), 'utf8')

/** The migrations still to be applied. Throws when one already applied has been changed or is unknown here. */
export function pending(all: readonly Migration[], applied: readonly { name: string; hash: string }[]): Migration[] {
  for (const done of applied) {
    const known = all.find(each => each.name === done.name)
    if (known === undefined) throw new Error(`the database is newer than this program: it has ${done.name}`)
    if (known.hash !== done.hash) throw new Error(`migration ${done.name} was changed after it had been applied`)
  }
  const names = new Set(applied.map(each => each.name))
  return all.filter(each => !names.has(each.name))
}

/** Throws when a guard is missing: the service does not start without one. */
export function compareGuards(present: readonly string[]) {
  const missing = GUARD_NAMES.filter(name => !present.includes(name))
  if (missing.length > 0) throw new Error(`the database lacks its guards ${missing.join(', ')}`)
}

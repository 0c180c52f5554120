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
  'lots_one_ledger',
  'periods_close_once',
  'seals_gap_free',
  'seals_no_delete',
  'seals_no_update',
  'transfers_apply',
  'transfers_check',
  'transfers_no_delete',
  'transfers_no_update',
] as const

const folder = new URL('../../drizzle/', import.meta.url)

function migrationsOf(engine: Engine): Migration[] {
  const home = new URL(`${engine}/`, folder)
  const files = readdirSync(home).filter(file => file.endsWith('.sql'))
  return files.toSorted().map(file => {
    const text = readFileSync(new URL(file, home), 'utf8')
    return {
      name: file.replace(/\.sql$/, ''),
      hash: hashOf(text),
      statements: text.split('--> statement-breakpoint'),
    }
  })
}

const guardsOf = (engine: Engine) => readFileSync(new URL(`guards.${engine}.sql`, folder), 'utf8')

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** The migrations still to be applied. Throws when one already applied has been changed or is unknown here. */
export function pending(all: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const done of applied) {
    const known = all.find(each => each.name === done.name)
    if (known === undefined) throw new Error(`the database is newer than this program: it has ${done.name}`)
    if (known.hash !== done.hash) throw new Error(`migration ${done.name} was changed after it had been applied`)
  }
  const names = new Set(applied.map(each => each.name))
  return all.filter(each => !names.has(each.name))
}

/** Whether a start restores guards that are missing or, as a server must, refuses to go on without them. */
export type GuardCare = 'restore' | 'require'

/** The row under which the guards last applied are noted, beside the migrations. */
const guardsName = 'guards'

/**
 * What is to be done to bring a database up to date. Guards are applied again after every migration and when
 * their text has changed; otherwise they are only compared, so that nobody drops one unnoticed.
 *
 * @throws Error when a migration already applied has been changed or is unknown here.
 */
export function planOf(engine: Engine, applied: readonly Applied[], care: GuardCare): MigrationPlan {
  const migrations = pending(
    migrationsOf(engine),
    applied.filter(each => each.name !== guardsName),
  )
  const guards = { name: guardsName, hash: hashOf(guardsOf(engine)), text: guardsOf(engine) }
  const noted = applied.find(each => each.name === guardsName)
  const isDue = care === 'restore' || migrations.length > 0 || noted?.hash !== guards.hash
  return { migrations, guards: isDue ? guards : undefined }
}

export interface Applied {
  readonly name: string
  readonly hash: string
}

interface MigrationPlan {
  readonly migrations: readonly Migration[]
  readonly guards: (Applied & { readonly text: string }) | undefined
}

/** A trigger or constraint found in a database; `text` is its own part of the guards, empty where none is kept. */
export interface Guard {
  readonly name: string
  readonly text: string
}

/** Throws when a guard is missing or is not the one written here: the service does not start without it. */
export function compareGuards(engine: Engine, present: readonly Guard[]) {
  const written = guardsOf(engine)
  const standing = new Set(present.filter(({ text }) => written.includes(text)).map(({ name }) => name))
  const named = [...written.matchAll(/(?:CREATE TRIGGER|REPLACE TRIGGER|ADD CONSTRAINT) (\w+)/g)]
  const wanted = new Set([...GUARD_NAMES, ...named.map(match => match[1] as string)])
  const missing = [...wanted].filter(name => !standing.has(name))
  if (missing.length > 0) {
    throw new Error(`the database lacks its guards ${missing.join(', ')}; jishi migrate puts them back`)
  }
}

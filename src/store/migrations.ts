import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Engine } from './database.ts'

/** The guards that must stand after every migration, by the names under which both engines carry them. */
const GUARD_NAMES = [
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

const ownFolder = new URL('../../drizzle/', import.meta.url)

/** The row under which the guards last applied are noted, beside the migrations. */
const guardsName = 'guards'

export interface MigrateOptions {
  /** Whether guards that are missing are put back or, as a server must, refused to go on without. */
  readonly guards: 'restore' | 'require'
  /** Where the migrations and guards are; elsewhere than ours in tests of an upgrade. */
  readonly folder?: URL
}

/** What a database notes of a migration that has run on it. */
export interface Applied {
  readonly name: string
  readonly hash: string
}

/** One numbered change of the schema. */
interface Migration extends Applied {
  readonly statements: readonly string[]
}

interface MigrationPlan {
  readonly migrations: readonly Migration[]
  readonly guards: Applied & { readonly text: string }
  /** Whether the guards are to be applied again. */
  readonly guardsAreDue: boolean
}

/**
 * What is to be done to bring a database up to date. Guards are applied again after every migration and when
 * their text has changed; otherwise they are only compared, so that nobody drops one unnoticed.
 *
 * @throws Error when a migration already applied has been changed or is unknown here.
 */
export function planOf(engine: Engine, applied: readonly Applied[], options: MigrateOptions): MigrationPlan {
  const folder = options.folder ?? ownFolder
  const migrations = pending(
    migrationsOf(engine, folder),
    applied.filter(each => each.name !== guardsName),
  )
  const text = readFileSync(new URL(`guards.${engine}.sql`, folder), 'utf8')
  const guards = { name: guardsName, hash: hashOf(text), text }
  const noted = applied.find(each => each.name === guardsName)
  const guardsAreDue = options.guards === 'restore' || migrations.length > 0 || noted?.hash !== guards.hash
  return { migrations, guards, guardsAreDue }
}

/**
 * A trigger or constraint found in a database; `text` is its own part of the guards, empty where none is
 * kept.
 */
export interface Guard {
  readonly name: string
  readonly text: string
}

/** Throws when a guard is missing or is not the one written here: the service does not start without it. */
export function compareGuards(written: string, present: readonly Guard[]) {
  const standing = new Set(present.filter(({ text }) => written.includes(text)).map(({ name }) => name))
  const named = [...written.matchAll(/(?:CREATE TRIGGER|REPLACE TRIGGER|ADD CONSTRAINT) (\w+)/g)]
  const wanted = new Set([...GUARD_NAMES, ...named.map(match => match[1] as string)])
  const missing = [...wanted].filter(name => !standing.has(name))
  if (missing.length > 0) {
    throw new Error(`the database lacks its guards ${missing.join(', ')}; jishi migrate puts them back`)
  }
}

function migrationsOf(engine: Engine, folder: URL): Migration[] {
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

/**
 * The migrations still to be applied. Throws when one already applied has been changed or is unknown here.
 */
function pending(all: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const done of applied) {
    const known = all.find(each => each.name === done.name)
    if (known === undefined) throw new Error(`the database is newer than this program: it has ${done.name}`)
    if (known.hash !== done.hash)
      throw new Error(`migration ${done.name} was changed after it had been applied`)
  }
  const names = new Set(applied.map(each => each.name))
  return all.filter(each => !names.has(each.name))
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

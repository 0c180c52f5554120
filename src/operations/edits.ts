import { strict as assert } from 'node:assert'
import { areInOrder, type Dates } from '../domain/dates.ts'
import { refuse } from '../domain/refusal.ts'
import type { Instant } from '../domain/units.ts'

/** A thing at the version that the caller has seen. */
export interface At {
  readonly id: string
  readonly version: number
}

/** What an edit changes; a field that is left out stays, null empties it. */
export interface Edit<Changes> extends At {
  readonly changes: Partial<Changes>
}

/** Gives the row. @throws Refused `not-found` where there is none. */
export function requireFound<Row>(row: Row | undefined, noun: string, id: string): Row {
  return row ?? refuse({ code: 'not-found', noun, id })
}

/** Gives the row. @throws Refused `not-found` where there is none, `wrong-state` where it is retired. */
export function requireCurrent<Row extends { readonly retiredAt: Instant | null }>(
  row: Row | undefined,
  noun: string,
  id: string,
): Row {
  const found = requireFound(row, noun, id)
  if (found.retiredAt !== null) refuse({ code: 'wrong-state', state: 'retired', allowed: ['current'] })
  return found
}

/**
 * Gives what an update at a version brought back.
 *
 * @param reread - finds the row as it stands now, when the update met another version.
 * @throws Refused `version-stale` when another edit came first.
 */
export async function requireEdited<Row>(
  edited: Row | undefined,
  given: number,
  reread: () => Promise<{ readonly version: number } | undefined>,
): Promise<Row> {
  if (edited !== undefined) return edited
  const current = await reread()
  assert(current !== undefined, 'rows are retired, never deleted')
  return refuse({ code: 'version-stale', current: current.version, given })
}

/** @throws Refused `invalid-value` when the last day lies before the first. */
export function requireInOrder(dates: Dates): void {
  if (!areInOrder(dates)) refuse({ code: 'invalid-value', field: 'endsOn', fault: 'end-before-start' })
}

/** The changes without the fields that were left out, to be laid over the row. */
export const givenOf = <Changes extends object>(changes: Partial<Changes>) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Changes>

/** The names of the fields that are said; the audit keeps names, never values. */
export const fieldsOf = (said: object): string[] => Object.keys(givenOf(said))

/** Left out of a request, or said to be empty. */
export const isNone = (said: unknown): said is null | undefined => said === null || said === undefined

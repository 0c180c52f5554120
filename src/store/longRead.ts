import type { Refusal } from '../domain/refusal.ts'
import type { Reader } from './database.ts'

/** A long read: a function exported by a module, and its arguments as plain data. */
export interface LongRead {
  readonly module: URL
  readonly name: string
  readonly args: unknown
}

/** The form of such a function: it reads one unchanging view and gives plain data or bytes. */
export type LongReader<Args, Result> = (reader: Reader, args: Args) => Promise<Result>

/** A long read as it crosses over to a thread, with the address of the database. */
export interface Task extends Omit<LongRead, 'module'> {
  readonly url: string
  readonly module: string
}

/** How a read in a thread ends: with a result, a refusal, or an error of which only the text crosses over. */
export type ThreadAnswer =
  { readonly done: unknown } | { readonly refusals: readonly Refusal[] } | { readonly failed: string }

/** Calls the function that a long read names. */
export async function runLongRead<Result>(reader: Reader, { module, name, args }: LongRead): Promise<Result> {
  const exports = (await import(module.href)) as Readonly<Record<string, LongReader<unknown, Result>>>
  const work = exports[name]
  if (work === undefined) throw new Error(`${module.href} exports no ${name}`)
  return work(reader, args)
}

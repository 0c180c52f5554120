import type { Context } from '../context.ts'
import type { ImportPart } from '../operations/imports/rows.ts'
import { runImport } from '../operations/imports/run.ts'
import { SYSTEM } from '../operations/perform.ts'
import { createPerson, type PersonToCreate } from './createPerson.ts'

/** Called now and then with how far the work is. */
export type Tell = (done: number, total: number) => void

/**
 * What the command line writes. It runs in the process that holds the database: in the running server, asked
 * over its socket, or in the command's own. Input and result are plain JSON.
 */
export const LOCAL_WORK = {
  import: (context: Context, input: ImportInput, onProgress: Tell) =>
    runImport(context, SYSTEM, input.parts, { dryRun: input.dryRun, onProgress }),
  'create-person': (context: Context, input: PersonToCreate) => createPerson(context, input),
} as const

export interface ImportInput {
  readonly parts: readonly ImportPart[]
  readonly dryRun: boolean
}

export type WorkName = keyof typeof LOCAL_WORK
export type WorkInput<Name extends WorkName> = Parameters<(typeof LOCAL_WORK)[Name]>[1]
export type WorkResult<Name extends WorkName> = Awaited<ReturnType<(typeof LOCAL_WORK)[Name]>>

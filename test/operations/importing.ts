import { readImport } from '../../src/contract/imports/read.ts'
import { type Sheet, writeXlsx } from '../../src/contract/exports/xlsx.ts'
import type { Context } from '../../src/context.ts'
import type { ImportDefaults } from '../../src/domain/imports.ts'
import type { ImportPart } from '../../src/operations/imports/rows.ts'
import { type ImportReport, runImport } from '../../src/operations/imports/run.ts'
import { SYSTEM } from '../../src/operations/perform.ts'

/** Sheets by name: the headings, then the rows. */
export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>

/** Writes the sheets to a workbook and reads it again, as if someone had sent it. */
export async function partsOf(sheets: Sheets, defaults: ImportDefaults = {}): Promise<readonly ImportPart[]> {
  const book = Object.entries(sheets).map(([name, [heading = [], ...rows]]): Sheet => ({
    name,
    heading,
    rows,
  }))
  const { imports, faults } = await readImport(await writeXlsx(book), { defaults })
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return imports
}

export const take = (context: Context, parts: readonly ImportPart[], dryRun = false) =>
  runImport(context, SYSTEM, parts, { dryRun })

/** `noun: created/updated/unchanged/faulty`, one text each. */
export const countsOf = ({ entries }: ImportReport) =>
  entries.map(each => `${each.noun}: ${each.created}/${each.updated}/${each.unchanged}/${each.faulty}`)

/** `row column code value`, one text for each fault. */
export const faultsOf = ({ entries }: ImportReport) =>
  entries.flatMap(({ noun, faults }) =>
    faults.map(({ row, column, code, value }) =>
      [noun, row, column, code, value].filter(word => word !== undefined).join(' '),
    ),
  )

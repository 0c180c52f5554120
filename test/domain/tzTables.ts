import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One row of a table, by the names in its first line. */
export type Row = Readonly<Record<string, string>>

const folder = fileURLToPath(new URL('../../../shared/data/tz-transitions/', import.meta.url))

/** A reason to skip, for `t.test`, or false where the tables can be read. */
export const tablesAbsent: string | false = existsSync(folder)
  ? false
  : 'SKIPPED, NOT TESTED: ../shared/data/tz-transitions is absent'

/** Reads a table of ../shared/data/tz-transitions; its cells hold neither commas nor quotes. */
export function readTable(name: string): Row[] {
  const [header, ...lines] = readFileSync(folder + name, 'utf8')
    .trim()
    .split(/\r?\n/)
  const columns = (header as string).split(',')
  return lines.map(line => {
    const cells = line.split(',')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] as string]))
  })
}

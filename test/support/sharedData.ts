import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** A reason to skip, for `t.test`, or false where the folder of ../shared/data can be read. */
export function dataAbsent(name: string): string | false {
  return existsSync(folder + name) ? false : `SKIPPED, NOT TESTED: ../shared/data/${name} is absent`
}

export const readData = (path: string): Buffer => readFileSync(folder + path)

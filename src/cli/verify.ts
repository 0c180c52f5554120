import { parseArgs } from 'node:util'
import { openBeside } from '../store/open.ts'
import { verifyAll } from '../store/verify/all.ts'
import type { Fault } from '../store/verify/check.ts'
import { type Command, EXIT } from './command.ts'
import { progressOn } from './progress.ts'

const options = { database: { type: 'string' }, json: { type: 'boolean' } } as const

/** Faults that are printed; the count goes on. */
const printedMax = 1_000

export const verify: Command = {
  name: 'verify',
  summary:
    'recompute balances, holds, places and the hash chain from the raw rows, beside a running server: --json',
  run: async (house, args) => {
    const { values } = parseArgs({ args: [...args], options })
    const db = openBeside(values.database ?? house.config.databaseUrl)
    const progress = progressOn(process.stderr, 'verify')
    const faults: Fault[] = []
    let found = 0
    try {
      const { now } = house.contextOn(db).clock
      await db.snapshot(async reader => {
        for await (const fault of verifyAll(reader, { now: now(), progress: progress.show })) {
          found += 1
          if (faults.length < printedMax) faults.push(fault)
        }
      })
    } finally {
      progress.end()
      await db.close()
    }
    if (values.json === true) house.print(JSON.stringify({ found, faults }))
    else for (const line of linesOf(faults, found)) house.print(line)
    return found === 0 ? EXIT.done : EXIT.refused
  },
}

function linesOf(faults: readonly Fault[], found: number): string[] {
  if (found === 0) return ['the books are in order']
  const lines = faults.map(
    ({ fault, noun, id, expected, found: is }) =>
      `${fault}: ${noun} ${id}: expected ${expected}, found ${is}`,
  )
  return [...lines, `${found} faults`]
}

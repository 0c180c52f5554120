/**
 * The speed budgets as ratios, each measured side by side in one run: `npm run bench`, or
 * `npm run bench -- --quick` with fewer bookings and rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookingOverHttp } from './bookingOverHttp.ts'
import { fill } from './fill.ts'
import { type Finding, linesOf } from './findings.ts'
import { growth } from './growth.ts'
import { slotSearch } from './slotSearch.ts'

const quick = process.argv.includes('--quick')
const fewBookings = 10_000
const manyBookings = quick ? 100_000 : 1_000_000
const print = (line: string) => void process.stdout.write(`${line}\n`)
const folder = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
const urlOf = (name: string) => `file:${join(folder, name)}.db`

try {
  const load = loadavg().map(each => each.toFixed(1))
  print(`Node ${process.versions.node}, ${availableParallelism()} cores, load ${load.join(' ')}`)
  tell(await bookingOverHttp(urlOf('http'), quick ? { rounds: 2, seconds: 3 } : { rounds: 5, seconds: 5 }))
  const few = await filled('few', fewBookings)
  const many = await filled('many', manyBookings)
  const label = `${manyBookings} stored against ${fewBookings}`
  const rounds = quick ? 5 : 9
  for (const finding of await growth({ few, many, label }, { rounds, bookingsPerRound: 1024 })) tell(finding)
  tell(await slotSearch(few, quick ? 20 : 60))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function filled(name: string, bookings: number) {
  const site = await fill(urlOf(name), bookings)
  print(`filled with ${bookings} bookings in ${site.seconds.toFixed(0)} s`)
  return site
}

function tell(finding: Finding) {
  for (const line of linesOf(finding)) print(line)
}

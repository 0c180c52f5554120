import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { parseArgs } from 'node:util'
import { type DemonstrationReply, demoAccounts, demoSteps } from '../contract/site.ts'
import { instant } from '../domain/units.ts'
import { openForServer } from '../store/open.ts'
import { type Command, EXIT, type House } from './command.ts'
import { furnishDemonstration } from './demo/furnish.ts'

const folder = 'data'
const file = `${folder}/demo.db`
const accountsFile = `${folder}/demo-accounts.json`
const scenariosFile = `${folder}/demo-scenarios.json`
const unfinishedFile = `${folder}/demo-unfinished.db`
const seedUsual = 20_260_101

export const demo: Command = {
  name: 'demo',
  summary: 'serve a demonstration with fictional data: --fresh makes it anew, --seed another one',
  run: async (house, args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean', default: false }, seed: { type: 'string' } },
    })
    if (values.fresh) remove(file)
    if (!existsSync(file)) await make(house, Number(values.seed ?? seedUsual))
    house.print(`虚构数据 · fictional data. Accounts for each role: ${accountsFile}`)
    await house.serve({ ...house.config, databaseUrl: `file:${file}`, demo: waysIn() })
    return EXIT.done
  },
}

/** What was written when the demonstration was made; without it the page offers nothing. */
const waysIn = (): DemonstrationReply => ({
  accounts: demoAccounts.safeParse(written(accountsFile)).data ?? [],
  scenarios: demoSteps.safeParse(written(scenariosFile)).data ?? [],
})

const written = (path: string): unknown =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined

/**
 * Made under another name and moved when whole, so that a demonstration cut short is not taken for one. Then
 * only is it put on disk for good: a commit need not be, where the next one may never come.
 */
async function make(house: House, seed: number) {
  house.print('Making the demonstration …')
  mkdirSync(folder, { recursive: true })
  remove(unfinishedFile)
  const db = await openForServer(`file:${unfinishedFile}`, 'unsynced')
  const until = house.contextOn(db).clock.now()
  let now = until
  const clock = {
    now: () => now,
    moveTo: (at: number) => {
      now = instant(at)
    },
  }
  const made = await furnishDemonstration({ ...house.contextOn(db, clock), clock }, { seed, until })
  await db.close()
  rename(unfinishedFile, file)
  write(accountsFile, made.accounts)
  write(scenariosFile, made.scenarios)
  for (const { role, login, password } of made.accounts)
    house.print(`  ${role.padEnd(18)} ${login}  ${password}`)
  house.print(`Made with ${made.bookings} bookings.`)
}

const write = (path: string, content: unknown) => writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)

/** A database closed in good order is one file; what stands beside it is empty and goes. */
function rename(from: string, to: string) {
  const opened = openSync(from, 'r+')
  fsyncSync(opened)
  closeSync(opened)
  for (const beside of ['-wal', '-shm', '.lock']) rmSync(`${from}${beside}`, { force: true })
  renameSync(from, to)
}

function remove(database: string) {
  for (const part of ['', '-wal', '-shm', '.lock']) rmSync(`${database}${part}`, { force: true })
}

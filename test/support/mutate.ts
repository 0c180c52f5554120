/**
 * Takes one booking rule after the other out of a copy of the house, and sees whether a test notices: those
 * of the decision, of the operations, or the random commands against the model.
 */
import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const decision = 'src/domain/decideBooking.ts'
const watchers = [
  'test/domain/decideBooking.test.ts',
  'test/operations/bookings/whoBooks.test.ts',
  'test/operations/bookings/override.test.ts',
  'test/property/commands.test.ts',
]

const copy = mkdtempSync(`${tmpdir()}/jishi-mutate-`)
for (const part of ['src', 'test', 'drizzle', 'docs', 'package.json', 'tsconfig.json']) {
  cpSync(`${root}${part}`, `${copy}/${part}`, { recursive: true })
}
symlinkSync(`${root}node_modules`, `${copy}/node_modules`)
const whole = readFileSync(`${copy}/${decision}`, 'utf8')
const order = /const BOOKING_RULES: readonly Rule\[\] = \[\n([^\]]*)\]/u.exec(whole)?.[1] ?? ''
const rules = order.split('\n').filter(line => line.trim() !== '')
assert(rules.length > 20, 'the order of the rules is found')

const unnoticed = rules.filter(rule => {
  writeFileSync(`${copy}/${decision}`, whole.replace(order, order.replace(`${rule}\n`, '')))
  const noticer = watchers.find(test => !passes(test))
  process.stdout.write(`${rule.trim().replace(',', '')}: ${noticer ?? 'NOBODY NOTICED'}\n`)
  return noticer === undefined
})
rmSync(copy, { recursive: true })
process.exitCode = unnoticed.length > 0 ? 1 : 0

function passes(test: string): boolean {
  const run = spawnSync(process.execPath, [`${copy}/${test}`], { cwd: copy, stdio: 'ignore' })
  return run.status === 0
}

/**
 * All tests, then the coverage gates by layer, then one closing line with the counts. Arguments are passed on
 * to tap: `npm test -- test/domain/span.test.ts`; a part of the tests says nothing about coverage and has no
 * gates.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serverPrograms } from './support/cluster.ts'
import { lendCluster } from './support/environment.ts'
import { startTemplate } from './support/template.ts'
import { typeOnlyFiles } from './support/typeOnlyFiles.ts'
import { readTally, tallyLine } from './support/tally.ts'
import { soakFactor } from './support/soak.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const outputFile = '.tap/output.tap'
const fileSecondsMax = soakFactor === 1 ? 7200 : 600

/** The page runs in a browser, where this coverage does not look; `test/browser` walks through it. */
const unseen = 'src/web/**'

interface Gate {
  readonly layer: string
  readonly include: readonly string[]
  readonly thresholds: readonly string[]
}

const gates: readonly Gate[] = [
  {
    layer: 'domain and operations',
    include: ['src/domain/**', 'src/operations/**'],
    thresholds: ['--lines=100', '--branches=99'],
  },
  { layer: 'the whole', include: ['src/**'], thresholds: ['--lines=98'] },
]

const chosen = process.argv.slice(2)
mkdirSync(`${root}.tap`, { recursive: true })

const built = run('vite', ['build', '--logLevel=warn']) && run('tap', ['build'])
// One cluster for all files: each would spend more time on starting its own than many do on testing.
const cluster = serverPrograms() === undefined ? undefined : await startTemplate()
const passed = run(
  'tap',
  [
    'run',
    `--output-file=${outputFile}`,
    `--timeout=${fileSecondsMax}`,
    ...(chosen.length > 0 ? ['--disable-coverage', ...chosen] : []),
  ],
  cluster && lendCluster(cluster.url),
)
await cluster?.stop()
const covered = chosen.length > 0 || gates.map(meets).every(Boolean)

const tally = readTally(readFileSync(root + outputFile, 'utf8'))
writeFileSync(`${root}.tap/skipped.txt`, tally.skipped.map(each => `${each.reason}\t${each.name}\n`).join(''))
for (const each of tally.skipped) print(`skipped: ${each.name} (${each.reason})`)
print(tallyLine(tally, { passed, covered }))
process.exitCode = built && passed && covered ? 0 : 1

function meets(gate: Gate): boolean {
  const met = run('c8', [
    'report',
    '--check-coverage',
    '--skip-full',
    '--temp-directory=.tap/coverage',
    '--all',
    ...gate.include.map(each => `--include=${each}`),
    `--exclude=${unseen}`,
    ...typeOnlyFiles(`${root}src`).map(each => `--exclude=src/${each}`),
    ...gate.thresholds,
  ])
  if (!met) print(`coverage: ${gate.layer} is below its gate`)
  return met
}

/** Runs a program of `node_modules/.bin` with its output on ours; tells whether it ended well. */
function run(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): boolean {
  const bin = `${root}node_modules/.bin/${program}`
  const shell = process.platform === 'win32'
  return spawnSync(bin, args, { cwd: root, stdio: 'inherit', shell, ...(env && { env }) }).status === 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

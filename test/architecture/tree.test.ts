import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { madeByTools, root, writtenPaths } from './house.ts'

const topLevel = new Set([
  'src',
  'drizzle',
  'test',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'drizzle.config.ts',
  'vite.config.ts',
  'README.md',
  'README.zh-CN.md',
  'LICENSE',
  'Dockerfile',
  'compose.yaml',
])

/** A folder, or a file with what it is (`.test`, `.model.test`, `.sqlite`) and its language behind. */
const camelCase = /^[a-z][a-zA-Z0-9]*(?:\.[a-z]+)*$/

/** Whose names are words of another list: the codes of refusals, the tags of languages. */
const namedLikeWhatTheyHold = /^(?:src|test)\/(?:domain\/rules|contract\/messages)\//

/** Paths that exist on one machine only. A letter in brackets keeps this file from finding itself. */
const machinePath = /(?<![\w.~-])\/(?:w[o]rk|h[o]me|U[s]ers|r[o]ot)\//

/** The tree says what it is, not with which tools it was typed. */
const toolName = /\b(?:cl[a]ude|anthr[o]pic|[o]penai|ch[a]tgpt|c[o]pilot|g[e]mini)\b/i

t.test('the top level holds what the map of the house lists', async t => {
  const unknown = readdirSync(root).filter(name => !name.startsWith('.') && !madeByTools.has(name))
  t.strictSame(
    unknown.filter(name => !topLevel.has(name) && !name.endsWith('.log')),
    [],
  )
})

t.test('files and folders are named in camelCase', async t => {
  t.strictSame(misnamed(writtenPaths()), [])
  const paths = [
    'src/store/sharing-terms.ts',
    'test/Support/lab.ts',
    'src/domain/rules/slot-taken.ts',
    'test/a.test.ts',
  ]
  t.strictSame(misnamed(paths), ['src/store/sharing-terms.ts', 'test/Support/lab.ts'])
})

t.test('a booking rule is named like its refusal', async t => {
  const codes = readFileSync(`${root}src/domain/refusal.ts`, 'utf8')
  const rules = readdirSync(`${root}src/domain/rules`).map(name => name.replace(/\.ts$/, ''))
  t.strictSame(
    rules.filter(name => !codes.includes(`'${name}'`)),
    [],
  )
})

t.test('nothing written here belongs to one machine or to one tool', async t => {
  const faults = writtenPaths()
    .filter(path => path !== 'package-lock.json' && !/\.(?:png|jpg|svg|xlsx|woff2|log)$/.test(path))
    .flatMap(path => faultyLines(readFileSync(root + path, 'utf8')).map(line => `${path}:${line}`))
  t.strictSame(faults, [])
  t.strictSame(faultyLines('see /w\u006frk/shared\n/api/w\u006frk/x\nby Cl\u0061ude'), [1, 3])
})

t.test('both migration folders are in step', async t => {
  const [sqlite, postgres] = [migrations('sqlite'), migrations('postgres')]
  t.strictSame(sqlite, postgres, 'same numbers, same names')
  t.strictSame(
    sqlite.map(name => name.slice(0, 4)),
    sqlite.map((_, index) => String(index).padStart(4, '0')),
    'numbered from 0000 without a gap',
  )
  t.not(sqlite.length, 0)
})

for (const engine of ['sqlite', 'postgres']) {
  t.test(`${engine}: the journal names every migration and no other`, async t => {
    const journal = JSON.parse(readFileSync(`${root}drizzle/${engine}/meta/_journal.json`, 'utf8')) as {
      readonly entries: readonly { readonly tag: string }[]
    }
    t.strictSame(
      journal.entries.map(entry => `${entry.tag}.sql`),
      migrations(engine),
    )
  })
}

function migrations(engine: string): string[] {
  return readdirSync(`${root}drizzle/${engine}`)
    .filter(name => name.endsWith('.sql'))
    .toSorted()
}

function misnamed(paths: readonly string[]): string[] {
  return paths
    .filter(
      path => /^(?:src|test)\/.*\.(?:ts|tsx|js|css|html)$/.test(path) && !namedLikeWhatTheyHold.test(path),
    )
    .filter(path => !path.split('/').every(part => camelCase.test(part)))
}

function faultyLines(text: string): number[] {
  return text
    .split('\n')
    .flatMap((line, index) => (machinePath.test(line) || toolName.test(line) ? [index + 1] : []))
}

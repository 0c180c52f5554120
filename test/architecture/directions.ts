import type { House, SourceFile } from './house.ts'

const drivers = /^(?:better-sqlite3|pg|drizzle-orm\/(?:better-sqlite3|node-postgres))$/
const driverFiles = /^src\/store\/(?:sqlite|postgres)\.ts$/

/**
 * Which rooms of `src` may be seen from which: `domain ← store ← operations ← http | jobs | cli`, and
 * `domain ← contract ← http | cli | web`. A room always sees itself; the page sees the API's types besides.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  store: ['domain'],
  operations: ['domain', 'store', 'context'],
  http: ['domain', 'contract', 'store', 'operations', 'context', 'config'],
  jobs: ['domain', 'store', 'operations', 'context', 'config'],
  cli: ['domain', 'contract', 'store', 'operations', 'context', 'config'],
  web: ['domain', 'contract', 'docs'],
  config: ['domain'],
  context: ['domain', 'store'],
  identifiers: ['domain', 'context'],
  main: [
    'domain',
    'contract',
    'store',
    'operations',
    'http',
    'jobs',
    'cli',
    'context',
    'config',
    'identifiers',
  ],
  jishi: ['main'],
  drizzle: ['domain', 'store'],
}

/** Which packages a room may know; a room that is not named may know all that `package.json` lists. */
const mayUse: Readonly<Record<string, RegExp>> = {
  // The last two are tables of Chinese characters: how they are simplified, how they are read.
  domain: /^(?:node:assert|node:crypto|luxon|opencc-js\/t2cn|pinyin-pro)$/,
  contract: /^(?!node:(?:fs|net|http|https|child_process|worker_threads)|drizzle|fastify|@fastify)/,
  store: /^(?!zod|fastify|@fastify)/,
  operations: /^node:/,
  http: /^(?!drizzle)/,
  jobs: /^(?!drizzle|zod|fastify|@fastify)/,
  cli: /^(?!drizzle|fastify|@fastify)/,
  web: /^(?!node:|drizzle|fastify|@fastify)/,
}

/** Imports that point the wrong way, `from → to`. */
export function directionFaults(house: House): string[] {
  return edges(house).flatMap(({ from, to }) => {
    const seen = mayImport[roomOf(from)]
    const allowed = seen === undefined || roomOf(from) === roomOf(to) || seen.includes(roomOf(to))
    return allowed ? [] : [`${from} → ${to}`]
  })
}

/** Packages used in a room that must not know them, or a database driver outside its one file. */
export function packageFaults(house: House): string[] {
  return packageUses(house).flatMap(({ file, name }) => {
    const allowed = mayUse[roomOf(file.path)]?.test(name) ?? true
    const driverAtHome = !drivers.test(name) || driverFiles.test(file.path)
    return allowed && driverAtHome ? [] : [`${file.path} → ${name}`]
  })
}

/** Packages that the service imports and `declared` does not hold: they would be missing in production. */
export function undeclaredPackages(house: House, declared: ReadonlySet<string>): string[] {
  return packageUses(house)
    .filter(({ file, name }) => roomOf(file.path) !== 'web' && !name.startsWith('node:'))
    .filter(({ name }) => !declared.has(packageNameOf(name)))
    .map(({ file, name }) => `${file.path} → ${name}`)
}

/** Who imports `src/main.ts`. */
export function importersOfMain(house: House): string[] {
  return edges(house)
    .filter(edge => edge.to === 'src/main.ts')
    .map(edge => edge.from)
}

/** Each cycle once, as the path that leads back to its first file; imports of types count. */
export function cycles(house: House): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const follow = (path: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(path)
    if (seen >= 0) found.push([...trail.slice(seen), path].join(' → '))
    if (seen >= 0 || done.has(path)) return
    const next = new Set(house.get(path)?.imports.map(each => each.target))
    for (const target of next) if (target !== undefined) follow(target, [...trail, path])
    done.add(path)
  }
  for (const path of house.keys()) follow(path, [])
  return found
}

/** `src/store/kit.ts` lies in `store`, `src/main.ts` is a room of its own, `test/…` in `test`. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? second.replace(/\.(?:ts|js)$/, '') : top
}

function edges(house: House): { from: string; to: string }[] {
  return [...house.values()].flatMap(file =>
    file.imports.flatMap(({ target }) =>
      target !== undefined && /\.(?:ts|tsx|js)$/.test(target) ? [{ from: file.path, to: target }] : [],
    ),
  )
}

function packageUses(house: House): { file: SourceFile; name: string }[] {
  return [...house.values()]
    .filter(file => file.path.startsWith('src/'))
    .flatMap(file =>
      file.imports
        .filter(each => each.target === undefined && each.specifier !== '')
        .map(each => ({ file, name: each.specifier })),
    )
}

function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

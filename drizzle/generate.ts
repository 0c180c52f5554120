import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Turns a change of the schema into one migration for each engine, under the same number and name:
 * `npm run db:generate -- add-waitlist`. On SQLite every table is made STRICT, which drizzle-kit cannot say.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  throw new Error(
    'give the migration a name of small letters and dashes: npm run db:generate -- add-waitlist',
  )
}

const generate = (engine: 'sqlite' | 'postgres', dialect: string) => {
  const kit = fileURLToPath(new URL('../node_modules/drizzle-kit/bin.cjs', import.meta.url))
  const flags = [
    `--dialect=${dialect}`,
    `--schema=./drizzle/schema.${engine}.ts`,
    `--out=./drizzle/${engine}`,
  ]
  execFileSync(process.execPath, [kit, 'generate', ...flags, `--name=${name}`], {
    cwd: root,
    stdio: 'inherit',
  })
}

generate('sqlite', 'sqlite')
generate('postgres', 'postgresql')

const folder = new URL('./sqlite/', import.meta.url)
for (const file of readdirSync(folder).filter(each => each.endsWith('.sql'))) {
  const path = new URL(file, folder)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replaceAll(/(CREATE TABLE [^;]*?\n\))(;)/g, '$1 STRICT$2'))
}

import { parseArgs } from 'node:util'
import { restoreSqlite } from '../store/backup.ts'
import { fileOf, isPostgres } from '../store/open.ts'
import { type Command, EXIT, Misused } from './command.ts'

const options = { database: { type: 'string' }, replace: { type: 'boolean' } } as const

export const restore: Command = {
  name: 'restore',
  summary:
    'put a backup FILE in the place of the database of a stopped server: --replace keeps the old one aside',
  run: async (house, args) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [from, ...others] = positionals
    if (from === undefined || others.length > 0) throw new Misused('name one backup')
    const databaseUrl = values.database ?? house.config.databaseUrl
    if (isPostgres(databaseUrl)) throw new Misused(`PostgreSQL brings its own tool: ${postgresLine}`)
    const aside = await restoreSqlite(
      from,
      fileOf(databaseUrl),
      values.replace === true ? 'set-aside' : 'refuse',
    )
    if (aside !== undefined) house.print(`the database that was there is now ${aside}`)
    house.print(`${fileOf(databaseUrl)} is ${from}, checked; jishi migrate brings it up to date`)
    return EXIT.done
  },
}

const postgresLine = 'pg_restore --clean --if-exists --dbname="$JISHI_DATABASE_URL" jishi.dump'

import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Instant } from '../domain/units.ts'
import { formatInstant } from '../domain/zone.ts'
import { copySqlite } from '../store/backup.ts'
import { fileOf, isPostgres, openBeside } from '../store/open.ts'
import { type Command, EXIT, type House, Misused } from './command.ts'
import { progressOn } from './progress.ts'

const options = { database: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } } as const

export const backup: Command = {
  name: 'backup',
  summary: 'copy the database, checked, beside a running server: --to FILE, --json',
  run: async (house, args) => {
    const { values } = parseArgs({ args: [...args], options })
    const databaseUrl = values.database ?? house.config.databaseUrl
    if (isPostgres(databaseUrl)) throw new Misused(`PostgreSQL brings its own tool: ${postgresLine}`)
    const file = fileOf(databaseUrl)
    const to = values.to ?? join(dirname(file), 'backups', await usualName(house, databaseUrl))
    mkdirSync(dirname(to), { recursive: true })
    const progress = progressOn(process.stderr, 'backup')
    try {
      await copySqlite(file, to, progress.show)
    } finally {
      progress.end()
    }
    const { size: bytes } = statSync(to)
    house.print(values.json === true ? JSON.stringify({ file: to, bytes }) : `${to}: ${bytes} bytes, checked`)
    return EXIT.done
  },
}

/** The address may hold a password, so that it stays in the environment. */
const postgresLine = 'pg_dump --format=custom --file=jishi.dump "$JISHI_DATABASE_URL"'

async function usualName(house: House, databaseUrl: string): Promise<string> {
  const db = openBeside(databaseUrl)
  try {
    return nameAt(house.contextOn(db).clock.now())
  } finally {
    await db.close()
  }
}

/** `jishi-20260302T010000Z.db`: names sort by time and hold no character that a file system minds. */
function nameAt(now: Instant): string {
  const digits = formatInstant('UTC', now).replaceAll(/\D/gu, '')
  return `jishi-${digits.slice(0, 8)}T${digits.slice(8, 14)}Z.db`
}

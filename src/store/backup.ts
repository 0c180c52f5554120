import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { holdAlone, openForMigration, openReading } from './sqlite.ts'

/** Pages copied between two looks at the clock: about 4 MB. */
const pagesPerStep = 1_024

/** Called now and then with the pages copied and those there are. */
export type CopyProgress = (done: number, total: number) => void

/**
 * Copies a SQLite file as it is at one moment, beside a running server, which goes on writing. The copy has
 * been checked whole and is on disk before it gets its name.
 *
 * @throws Error when `to` is there already, when the copy is damaged, or when the disk fails.
 */
export async function copySqlite(file: string, to: string, onProgress?: CopyProgress): Promise<void> {
  if (!existsSync(file)) throw new Error(`there is no database at ${file}`)
  if (existsSync(to)) throw new Error(`${to} is there already`)
  const unfinished = `${to}.unfinished`
  try {
    await copyMoment(file, unfinished, onProgress)
    requireWhole(unfinished)
    toDisk(unfinished)
    renameSync(unfinished, to)
    if (process.platform !== 'win32') toDisk(dirname(to))
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
  }
}

/**
 * Puts a backup in the place of a SQLite file, with the file held so that no server runs or starts meanwhile.
 *
 * @returns the name under which the file that was there is kept, undefined where there was none.
 * @throws Error when a server holds the file, the backup is damaged, or a file is there and shall not be
 *   moved.
 */
export async function restoreSqlite(
  from: string,
  file: string,
  present: 'refuse' | 'set-aside',
): Promise<string | undefined> {
  mkdirSync(dirname(file), { recursive: true })
  const hold = holdAlone(file)
  try {
    if (!existsSync(file)) return await copySqlite(from, file).then(() => undefined)
    if (present === 'refuse') throw new Error(`${file} is there already; --replace sets it aside`)
    const fresh = `${file}.restored`
    await copySqlite(from, fresh)
    const aside = freeName(`${file}.before-restore`)
    // What its log still holds goes into the file before it is moved without the log.
    requireWhole(file)
    renameSync(file, aside)
    renameSync(fresh, file)
    return aside
  } finally {
    hold.release()
  }
}

function freeName(name: string): string {
  let free = name
  for (let count = 2; existsSync(free); count++) free = `${name}-${count}`
  return free
}

/** A read transaction holds the moment; without it each write of the server would begin the copy anew. */
async function copyMoment(file: string, to: string, onProgress?: CopyProgress) {
  const connection = openReading(file)
  try {
    connection.exec('BEGIN')
    connection.pragma('schema_version')
    await connection.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.(totalPages - remainingPages, totalPages)
        return pagesPerStep
      },
    })
  } finally {
    connection.close()
  }
}

/**
 * Tells whether a SQLite file is whole and one of ours.
 *
 * @throws Error with what the database itself finds wrong.
 */
function requireWhole(file: string): void {
  const connection = openForMigration(file)
  try {
    const found = connection.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`${file} is damaged: ${String(found)}`)
    const ours = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get()
    if (ours === undefined) throw new Error(`${file} is no database of Jishi`)
  } finally {
    connection.close()
  }
}

function toDisk(path: string) {
  const descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

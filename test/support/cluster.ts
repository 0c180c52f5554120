import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A private PostgreSQL cluster in a temporary folder, for tests; started as `postgres` when we are root. */
export interface Cluster {
  readonly url: string
  stop(): void
}

const note = join(tmpdir(), 'jishi-test-cluster.json')
const programs = '/usr/lib/postgresql'

/** The folder of the newest PostgreSQL server programs, or undefined where none is installed. */
export function serverPrograms(): string | undefined {
  if (!existsSync(programs)) return undefined
  const newest = readdirSync(programs).toSorted((a, b) => Number(b) - Number(a))[0]
  const bin = newest === undefined ? undefined : join(programs, newest, 'bin')
  return bin !== undefined && existsSync(join(bin, 'initdb')) ? bin : undefined
}

/** The cluster that the test run has started for all its files, if it still answers. */
export function sharedCluster(): Cluster | undefined {
  const bin = serverPrograms()
  if (bin === undefined || !existsSync(note)) return undefined
  const { url } = JSON.parse(readFileSync(note, 'utf8')) as { url: string }
  const answers = spawnSync(join(bin, 'pg_isready'), ['-d', url, '-t', '2']).status === 0
  return answers ? { url, stop: () => undefined } : undefined
}

/** Starts a cluster; durability off, for what is tested is not the disk, unless `durable`. */
export async function startCluster(options: { durable: boolean }): Promise<Cluster> {
  const bin = serverPrograms()
  if (bin === undefined) throw new Error('no PostgreSQL server programs here')
  const folder = mkdtempSync(join(tmpdir(), 'jishi-pg-'))
  const asPostgres = process.getuid?.() === 0
  if (asPostgres) chownSync(folder, ...idsOfPostgres())
  const run = (program: string, flags: string[]) => {
    const path = join(bin, program)
    const [command, all] = asPostgres ? ['runuser', ['-u', 'postgres', '--', path, ...flags]] : [path, flags]
    execFileSync(command as string, all as string[], { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() })
  }
  const port = await freePort()
  const data = join(folder, 'data')
  run('initdb', ['-D', data, '-U', 'jishi', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'])
  const quick = options.durable ? '' : ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200${quick}`
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start'])
  return {
    url: `postgres://jishi@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const shareCluster = (url: string, folder: string) => writeFileSync(note, JSON.stringify({ url, folder }))

function idsOfPostgres(): [number, number] {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return [id('-u'), id('-g')]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

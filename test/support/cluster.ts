import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * A private PostgreSQL cluster in a temporary folder. It ends with the process that started it, however that
 * ends.
 */
export interface Cluster {
  readonly url: string
  stop(): Promise<void>
}

const installations = '/usr/lib/postgresql'
const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const startTriesMax = 200
const startPauseMilliseconds = 50

/**
 * The server runs beside a shell that waits on our end of a pipe: when this process is gone, even by
 * `kill -9`, the pipe closes and the shell ends the server and clears the folder away.
 */
const keeper = 'trap "" INT; "$@" & read -r _; kill -QUIT $!; wait $!; cd /; rm -rf "$FOLDER"'

/** The folder of the newest PostgreSQL server programs, or undefined where none is installed. */
export function serverPrograms(): string | undefined {
  if (!existsSync(installations)) return undefined
  const versions = readdirSync(installations).toSorted((a, b) => Number(b) - Number(a))
  return versions
    .map(version => join(installations, version, 'bin'))
    .find(bin => existsSync(join(bin, 'initdb')))
}

/** Starts a cluster within about a second; durability off, for what is tested is not the disk. */
export async function startCluster(): Promise<Cluster> {
  const bin = serverPrograms()
  if (bin === undefined) throw new Error('no PostgreSQL server programs here')
  const folder = mkdtempSync(join(tmpdir(), 'jishi-pg-'))
  // The server refuses to run as root; it may then be anyone else.
  const owner = process.getuid?.() === 0 ? idsOfPostgres() : undefined
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'jishi', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8']
  execFileSync(join(bin, 'initdb'), initdb, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=400', 'log_min_messages=panic', ...quick]
  const server = [join(bin, 'postgres'), '-D', data, '-p', `${port}`, '-k', folder]
  const shell = spawn('sh', ['-c', keeper, 'keeper', ...server, ...settings.flatMap(each => ['-c', each])], {
    ...owner,
    cwd: folder,
    detached: true,
    env: { FOLDER: folder, PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = once(shell, 'exit')
  shell.unref()
  if (shell.stdin instanceof Socket) shell.stdin.unref()
  const url = `postgres://jishi@127.0.0.1:${port}/postgres`
  await untilItAnswers(url)
  return {
    url,
    stop: async () => {
      shell.ref()
      shell.stdin.end()
      await ended
    },
  }
}

async function untilItAnswers(url: string) {
  for (let tries = 1; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (tries === startTriesMax) throw error
      await sleep(startPauseMilliseconds)
    }
  }
}

function idsOfPostgres() {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
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

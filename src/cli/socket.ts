import { createHash } from 'node:crypto'
import { chmodSync, existsSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Context } from '../context.ts'
import { type Refusal, Refused } from '../domain/refusal.ts'
import { fileOf, isPostgres } from '../store/open.ts'
import { LOCAL_WORK, type Tell, type WorkInput, type WorkName, type WorkResult } from './localWork.ts'

/**
 * Raised with every change of what is said here, or of the work: a command and a server of other releases
 * part.
 */
const protocol = 1

/** The kernel takes no longer path for a socket; macOS is the narrowest. */
const socketPathLengthMax = 103
const requestLengthMax = 128 * 1024 * 1024
const ownerOnly = 0o600

interface Request {
  readonly protocol: number
  readonly work: string
  readonly input: unknown
}

type Reply =
  | { readonly progress: readonly [done: number, total: number] }
  | { readonly done: unknown }
  | { readonly refusals: readonly Refusal[] }
  | { readonly error: string }

/**
 * Where the server of a SQLite file listens for its command line: a socket beside the file that only its
 * owner may open, a named pipe on Windows. Undefined where none is needed (PostgreSQL) or possible (path too
 * long).
 */
function socketPathOf(url: string): string | undefined {
  if (isPostgres(url)) return undefined
  const file = fileOf(url)
  const folder = dirname(file)
  if (!existsSync(folder)) return undefined
  const path = join(realpathSync(folder), basename(file))
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\jishi-${createHash('sha256').update(path.toLowerCase()).digest('hex').slice(0, 32)}`
  }
  const socket = `${path}.sock`
  return Buffer.byteLength(socket) > socketPathLengthMax ? undefined : socket
}

/**
 * Lets the command line work through this process, which holds the database: a socket left by a server that
 * was killed is in nobody's use and goes.
 *
 * @returns what closes it.
 */
export async function listenForCommands(context: Context, url: string): Promise<() => Promise<void>> {
  const path = socketPathOf(url)
  if (path === undefined) return async () => undefined
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', error => context.log.warn({ reason: error.message }, 'a command went away'))
    void serveCommand(context, socket)
  })
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const before = process.umask(0o177)
  server.listen(path)
  process.umask(before)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  if (process.platform !== 'win32') chmodSync(path, ownerOnly)
  return async () => {
    for (const socket of open) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  }
}

async function serveCommand(context: Context, socket: Socket): Promise<void> {
  const line = await firstLine(socket)
  if (line === undefined) return
  const say = (reply: Reply) => void (socket.writable && socket.write(`${JSON.stringify(reply)}\n`))
  say(await replyTo(context, line, (done, total) => say({ progress: [done, total] })))
  socket.end()
}

async function replyTo(context: Context, line: string, tell: Tell): Promise<Reply> {
  try {
    const request = JSON.parse(line) as Request
    if (request.protocol !== protocol || !(request.work in LOCAL_WORK)) {
      return { error: 'the running server is of another release than this command; restart it first' }
    }
    const work = LOCAL_WORK[request.work as WorkName] as Worker
    return { done: await work(context, request.input, tell) }
  } catch (error) {
    if (error instanceof Refused) return { refusals: error.refusals }
    context.log.error({ reason: String(error) }, 'a command failed')
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

type Worker = (context: Context, input: unknown, tell: Tell) => Promise<unknown>

/** A request is one line; whoever sends more than any import can hold is cut off. */
async function firstLine(socket: Socket): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    const end = chunk.indexOf('\n')
    parts.push(end < 0 ? chunk : chunk.subarray(0, end))
    length += chunk.length
    if (end >= 0) return Buffer.concat(parts).toString('utf8')
    if (length > requestLengthMax) socket.destroy()
  }
  return undefined
}

/**
 * Has the running server do `name`. Undefined when no server listens.
 *
 * @throws Refused with the server's refusals; Error when the server failed or went away.
 */
export async function askServer<Name extends WorkName>(
  url: string,
  name: Name,
  input: WorkInput<Name>,
  tell: Tell,
): Promise<{ readonly done: WorkResult<Name> } | undefined> {
  const path = socketPathOf(url)
  const socket = path === undefined ? undefined : await connectTo(path)
  if (socket === undefined) return undefined
  try {
    const request: Request = { protocol, work: name, input }
    socket.write(`${JSON.stringify(request)}\n`)
    for await (const line of createInterface({ input: socket })) {
      const reply = JSON.parse(line) as Reply
      if ('progress' in reply) tell(...reply.progress)
      else if ('done' in reply) return { done: reply.done as WorkResult<Name> }
      else if ('refusals' in reply) throw new Refused(reply.refusals)
      else throw new Error(reply.error)
    }
    throw new Error(
      'the server went away before it answered; what it had kept is kept, run the command again',
    )
  } finally {
    socket.destroy()
  }
}

/** Whether a server holds the database and can be asked. */
export async function isServed(url: string): Promise<boolean> {
  const path = socketPathOf(url)
  const socket = path === undefined ? undefined : await connectTo(path)
  socket?.destroy()
  return socket !== undefined
}

/** A socket file without a listener is what a killed server leaves. */
function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', error => {
      const nobody = 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED')
      if (nobody) resolve(undefined)
      else reject(error)
    })
  })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { environmentWith } from './environment.ts'

const entry = fileURLToPath(new URL('../../src/jishi.js', import.meta.url))

/** `jishi serve` in a process of its own, which can be told to end, or killed. */
export interface ServerProcess {
  readonly address: string
  /** Resolves when the process is gone. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Starts a server on the database at `url`; it is ready when the promise resolves; `log` is its level. */
export async function launchServer(url: string, log = 'error'): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [entry, 'serve', '--port', '0', '--host', '127.0.0.1', '--database', url],
    { env: environmentWith({ JISHI_LOG_LEVEL: log }), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/\S+/u.exec(line)?.[0]
    if (address !== undefined) return { address, stop }
  }
  throw new Error('the server ended before it was ready')
}

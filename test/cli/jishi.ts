import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { runCommand } from '../../src/cli/main.ts'
import { idsFrom } from '../../src/identifiers.ts'
import { at, fakeClock } from '../support/clock.ts'
import { environmentWith } from '../support/environment.ts'

const entry = fileURLToPath(new URL('../../src/jishi.js', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `jishi` on a database as a process of its own, with `input` as its standard input. */
export async function jishi(url: string, args: readonly string[], input = ''): Promise<Ran> {
  const env = environmentWith({ JISHI_DATABASE_URL: url, JISHI_LOG_LEVEL: 'error' })
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: 'pipe' })
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, out, err }
}

/** Runs a command in this process, which is much quicker; the clock stands still. */
export async function jishiHere(databaseUrl: string, args: readonly string[]): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const clock = fakeClock(at('2026-03-02T01:00:00Z'))
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const config = {
    databaseUrl,
    port: 0,
    host: '127.0.0.1',
    zone: 'Asia/Shanghai',
    logLevel: 'silent',
    trustProxy: false,
    loginAttemptsMax: 10,
  } as const
  const code = await runCommand(
    {
      config,
      contextOn: db => ({ db, clock, zone: config.zone, newId: idsFrom(clock), log }),
      serve: async () => undefined,
      print: line => void out.push(line),
      tell: line => void err.push(line),
    },
    args,
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** A folder with files that goes when the test ends. */
export function aFolder(t: Test, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-cli-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { EXIT } from '../src/cli/command.ts'
import { newTestUrl } from './support/engines.ts'
import { environmentWith } from './support/environment.ts'

const program = fileURLToPath(new URL('../src/jishi.js', import.meta.url))

function start(args: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [program, ...args], { env: environmentWith(settings) })
}

/** What the process writes on standard output, up to what `sought` finds. */
async function until(child: ChildProcess, sought: RegExp): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (sought.test(said)) break
  }
  return said
}

t.test('the first start offers a one-time link, and a wish to stop ends it cleanly', async t => {
  const settings = { JISHI_DATABASE_URL: await newTestUrl(t, 'sqlite'), PORT: '0', JISHI_LOG_LEVEL: 'silent' }
  const child = start(['serve'], settings)
  t.teardown(() => child.kill('SIGKILL'))
  const said = await until(child, /setup\?token=\S+\n/u)
  const link = /http\S+setup\?token=\S+/u.exec(said)?.[0] ?? ''
  const site: unknown = await (await fetch(new URL('/api/v1/site', link))).json()
  t.match(site, { isSetUp: false })
  t.equal((await fetch(new URL('/readyz', link))).status, 200)
  child.kill('SIGTERM')
  t.strictSame(await once(child, 'exit'), [EXIT.done, null])
})

t.test('settings that make no sense are named, each in its line', async t => {
  const child = start(['serve'], { JISHI_DATABASE_URL: 'mysql://x', PORT: 'many' })
  let said = ''
  child.stderr?.on('data', chunk => (said += String(chunk)))
  t.strictSame(await once(child, 'close'), [EXIT.failed, null])
  t.match(said, /JISHI_DATABASE_URL: .+\nPORT: /u)
})

t.test('a command that is not there is a misuse', async t => {
  const child = start(['serf'], {})
  t.strictSame(await once(child, 'close'), [EXIT.misused, null])
})

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { environmentWith } from '../support/environment.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const walkThrough = /^```bash\n(.+?)^```/msu.exec(readme)?.[1] ?? ''
const missing = ['bash', 'curl'].find(program => spawnSync(program, ['--version']).status !== 0)
const timeout = 240_000

t.setTimeout(timeout)

t.test(
  'the walk-through of the README works to the letter on a fresh demonstration',
  {
    skip: missing !== undefined && `no ${missing} here`,
    timeout,
  },
  async t => {
    const folder = mkdtempSync(join(tmpdir(), 'jishi-readme-'))
    const demo = spawn(process.execPath, [join(root, 'src/jishi.js'), 'demo'], {
      cwd: folder,
      env: environmentWith({ PORT: '0', JISHI_LOG_LEVEL: 'error' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    t.teardown(() => {
      demo.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    })
    const said: string[] = []
    const address = await readyAddress(demo.stdout, said)
    t.match(said.join('\n'), /虚构数据/u, 'it says that the data is fictional')
    const accounts = JSON.parse(readFileSync(join(folder, 'data/demo-accounts.json'), 'utf8')) as {
      role: string
    }[]
    t.strictSame(
      accounts.map(account => account.role),
      ['researcher', 'lab-manager', 'alliance-admin', 'institution-admin', 'auditor', 'site-admin'],
    )

    const site = await fetch(`${address}/api/v1/site`)
    t.match(await site.json(), { demo: { accounts } }, 'the page offers the same accounts')

    const script = walkThrough.replaceAll('http://127.0.0.1:3000', address)
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      timeout,
    })
    t.equal(run.status, 0, run.stderr)
    // Answers end without a newline, so that a word which a later command prints may stand right behind one.
    const answers = run.stdout
      .split(/(?<=\})(?=\{)|\n/u)
      .map(line => line.replace(/[^}]*$/u, ''))
      .filter(line => line.startsWith('{'))
    const found = (like: RegExp) => answers.find(answer => like.test(answer)) ?? '{}'
    t.match(JSON.parse(found(/"busy"/u)), { items: [{ zone: 'Asia/Shanghai' }] }, 'availability')
    const refused = JSON.parse(found(/problems\/slot-taken/u)) as { alternatives: unknown[]; title: string }
    t.ok(refused.alternatives.length >= 3, 'a refusal offers three alternatives or more')
    t.match(refused.title, /\p{Script=Han}/u, 'in the language asked for')
    t.match(JSON.parse(found(/"state":"cancelled"/u)), { state: 'cancelled' })
    const outage = JSON.parse(found(/"affected"/u)) as { affected: unknown[] }
    t.ok(outage.affected.length >= 1, 'the outage names the bookings it hits')
    t.match(JSON.parse(found(/"documentNumber"/u)), { documentNumber: '示例〔2026〕2号' })
    const csv = readFileSync(join(folder, 'utilization.csv'), 'utf8').split('\r\n')
    t.match(csv[0], /instrument/u)
    t.ok(csv.length > 20, 'a line for each of the twenty instruments')
  },
)

/** Reads what the demonstration says until it is ready. */
async function readyAddress(stdout: NodeJS.ReadableStream, said: string[]): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    said.push(line)
    const address = /ready on (\S+)/u.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(`the demonstration ended: ${said.join('\n')}`)
}

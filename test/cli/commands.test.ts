import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openBeside } from '../../src/store/open.ts'
import { ENGINES, newTestUrl, withoutServer } from '../support/engines.ts'
import { startServer } from '../support/fleet.ts'
import { aFolder, jishi, jishiHere } from './jishi.ts'

const institutions = '单位名称,单位类型,单位编号\n甲大学,高校,A\n乙公司,企业,B\n'
const people = 'login,name,institution\npi@a.example,李老师,A\nS001,王同学,C\n'

async function namesIn(url: string): Promise<readonly string[]> {
  const db = openBeside(url)
  const rows = await db.read.q.select().from(db.read.t.institutions)
  await db.close()
  return rows.map(row => row.name).toSorted()
}

for (const engine of ENGINES) {
  const skip = withoutServer(engine)

  t.test(
    `${engine}: beside a running server files come in, people are made, and can sign in`,
    { skip },
    async t => {
      const url = await newTestUrl(t, engine)
      const address = await startServer(t, url)
      const folder = aFolder(t, { 'institutions.csv': institutions, 'people.csv': people })
      const file = join(folder, 'institutions.csv')

      const tried = await jishi(url, ['import', '--dry-run', file])
      t.match(tried, {
        code: 0,
        out: /2 created, 0 updated, 0 unchanged, 0 faults\ndry run: nothing was kept/,
      })
      t.strictSame(await namesIn(url), [])
      t.match(await jishi(url, ['import', file]), { code: 0, out: /2 created/ })
      t.strictSame(await namesIn(url), ['乙公司', '甲大学'])

      const faulty = await jishi(url, ['import', '--json', join(folder, 'people.csv')])
      const report = JSON.parse(faulty.out) as { entries: { created: number; faults: object[] }[] }
      t.equal(faulty.code, 1)
      t.match(report.entries[0], { created: 1, faults: [{ row: 3, code: 'reference-unknown', value: 'C' }] })

      const secret = 'a password of some length'
      const person = [
        'admin',
        'create-person',
        '--login',
        'boss@a.example',
        '--name',
        '主任',
        '--role',
        'site-admin',
      ]
      const made = await jishi(url, [...person, '--password-stdin', '--json'], `${secret}\n`)
      t.match(JSON.parse(made.out), { person: 'created', role: 'given' })
      const known = await jishi(url, [...person, '--json'])
      t.match(JSON.parse(known.out), { person: 'known', role: 'held' })
      const session = await fetch(`${address}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'boss@a.example', password: secret }),
      })
      t.equal(session.status, 201)
    },
  )

  t.test(`${engine}: without a server a command opens the database itself`, { skip }, async t => {
    const url = await newTestUrl(t, engine)
    const file = join(aFolder(t, { 'institutions.csv': institutions }), 'institutions.csv')
    const migrated = engine === 'sqlite' ? /0000_init/ : /nothing to do/
    t.match(await jishiHere(url, ['migrate']), { code: 0, out: migrated })
    t.match(await jishiHere(url, ['import', file]), { code: 0, out: /2 created/ })
    t.match(await jishiHere(url, ['import', '--dry-run', file]), { code: 0, out: /2 unchanged/ })
  })
}

t.test('sqlite: a backup beside a server that writes is whole and of one moment', async t => {
  const url = await newTestUrl(t, 'sqlite')
  await startServer(t, url)
  const rows = Array.from({ length: 1500 }, (_, n) => `单位${n},企业,U${n}`)
  const folder = aFolder(t, { 'institutions.csv': `单位名称,单位类型,单位编号\n${rows.join('\n')}\n` })
  const to = join(folder, 'backups', 'one.db')
  const importing = jishi(url, ['import', join(folder, 'institutions.csv')])
  const backup = await jishi(url, ['backup', '--to', to, '--json'])
  t.match(backup, { code: 0, err: '' })
  t.strictSame(JSON.parse(backup.out), { file: to, bytes: statSync(to).size })
  t.strictSame(readdirSync(join(folder, 'backups')), ['one.db'], 'and nothing half-done beside it')
  t.match(await importing, { code: 0, out: /1500 created/ })
  t.equal((await jishiHere(url, ['backup', '--to', to])).code, 3, 'a backup is never written over')
  const kept = (await namesIn(`file:${to}`)).length
  t.equal(kept % 50, 0, 'whole transactions')
  t.match(await jishiHere(url, ['restore', to]), { code: 3, err: /another server already uses/ })
})

t.test('sqlite: a backup is put back, and what was there is set aside', async t => {
  const url = await newTestUrl(t, 'sqlite')
  const database = url.slice('file:'.length)
  const folder = aFolder(t, { 'institutions.csv': institutions, 'no.db': 'no database' })
  const to = join(folder, 'one.db')
  await jishiHere(url, ['import', join(folder, 'institutions.csv')])
  t.equal((await jishiHere(url, ['backup', '--to', to])).code, 0)
  await jishiHere(url, ['admin', 'create-person', '--login', 'S1', '--name', '某人'])
  t.match(await jishiHere(url, ['restore', to]), { code: 3, err: /--replace sets it aside/ })
  t.equal((await jishiHere(url, ['restore', join(folder, 'no.db'), '--replace'])).code, 3)
  t.match(await jishiHere(url, ['restore', to, '--replace']), { code: 0, out: /before-restore/ })
  t.ok(existsSync(`${database}.before-restore`))
  t.strictSame(await namesIn(url), ['乙公司', '甲大学'])
  const db = openBeside(url)
  t.strictSame(await db.read.q.select().from(db.read.t.people), [], 'who came after the backup is gone')
  await db.close()
})

t.test('what is not understood is said in one line and ends in 2', async t => {
  const url = await newTestUrl(t, 'sqlite')
  const file = join(aFolder(t, { 'tools.json': '[]' }), 'tools.json')
  for (const [args, said] of [
    [['import'], /name at least one file/],
    [['import', '--noun', 'cats', file], /--noun cats is none of institutions/],
    [['import', file], /--institution says whose/],
    [['import', '--institution', 'A', file], /--zone says where/],
    [['admin', 'create-person', '--login', 'x', '--name', 'x', '--role', 'lab-manager'], /is not held in/],
    [['backup', '--database', 'postgres://u:secret@h/d'], /pg_dump --format=custom/],
    [['frobnicate'], /there is no command/],
  ] as const) {
    const ran = await jishiHere(url, args)
    t.match(ran, { code: 2, err: said, out: '' }, args.join(' '))
    t.notMatch(ran.err, 'secret')
    t.equal(ran.err.split('\n').length, 1)
  }
  t.match(await jishiHere(`file:${file}/x.db`, ['migrate']), { code: 3 }, 'the world failed')
})

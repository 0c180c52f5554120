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


import t from 'tap'
import { readImport } from '../../src/contract/imports/read.ts'
import { ENGINES } from '../support/engines.ts'
import { anAppOn } from '../support/http.ts'
import { aSite } from '../operations/site.ts'
import type { Engine } from '../../src/store/database.ts'
import type { Test } from 'tap'

const csv = { 'content-type': 'text/csv' }
const file = Buffer.from('单位名称,单位类型,单位编号\n甲大学,高校,A\n乙公司,茶馆,B\n')

const rowOf = (institution: string, number: string) =>
  `${institution},资产-${number},质谱仪 ${number},mass-spectrometer,Asia/Shanghai\n`

async function anImportingSite(t: Test, engine: Engine) {
  const site = await aSite(t, engine)
  const { as } = await anAppOn(t, site.context)
  const admin = as((await site.holding('site-admin')).personId)
  return { ...site, as, admin }
}

for (const engine of ENGINES) {
  t.test(`${engine}: a file is tried, then taken; faults name row and column`, async t => {
    const { admin, context } = await anImportingSite(t, engine)
    const count = async () => (await context.db.read.q.select().from(context.db.read.t.institutions)).length
    const tried = await admin.post('/imports?noun=institutions&dryRun=true', file, csv)
    t.match(tried, { statusCode: 200 })
    t.equal(await count(), 0)
    const taken = await admin.post('/imports?noun=institutions', file, csv)
    t.match(taken.json(), {
      dryRun: false,
      unread: [],
      entries: [
        {
          noun: 'institutions',
          created: 1,
          faulty: 1,
          faults: [{ row: 3, column: '单位类型', code: 'not-a-choice', value: '茶馆' }],
        },
      ],
    })
    t.equal(await count(), 1)
    const again = await admin.post('/imports?noun=institutions', file, csv)
    t.match(again.json(), { entries: [{ created: 0, unchanged: 1 }] })
  })

  t.test(`${engine}: only the site's admin imports people and places, and only files`, async t => {
    const { admin, as, institution, holding } = await anImportingSite(t, engine)
    const ours = await holding('institution-admin', 'institution', await institution())
    t.equal((await as(ours.personId).post('/imports?noun=institutions', file, csv)).statusCode, 403)
    t.equal((await admin.post('/imports?noun=cats', file, csv)).statusCode, 400)
    t.equal((await admin.post('/imports?noun=institutions', {})).statusCode, 400)
    t.equal((await admin.post('/imports?zone=Mars/Olympus', file, csv)).statusCode, 422)
    const large = Buffer.alloc(20 * 1024 * 1024 + 1)
    t.equal((await admin.post('/imports', large, csv)).statusCode, 413)
    t.match((await admin.post('/imports', file, csv)).json(), {
      entries: [],
      unread: [{ code: 'noun-unknown' }],
    })
  })

  t.test(`${engine}: those who run instruments import theirs, and nobody else's`, async t => {
    const { as, admin, institution, holding } = await anImportingSite(t, engine)
    const [home, elsewhere] = [await institution({ name: '甲大学' }), await institution({ name: '乙大学' })]
    const manager = as((await holding('lab-manager', 'institution', home)).personId)
    const table = Buffer.from(
      '所属单位,资产编号,仪器名称,资源类别,时区\n' + rowOf('甲大学', '1') + rowOf('乙大学', '2'),
    )
    const taken = await manager.post('/imports?noun=instruments', table, csv)
    t.match(taken.json(), { entries: [{ created: 1, faulty: 1, faults: [{ row: 3, code: 'not-allowed' }] }] })
    t.match((await admin.get(`/instruments?institutionId=${elsewhere}`)).json(), { items: [] })
    const nobody = as((await holding('auditor')).personId)
    t.equal((await nobody.post('/imports?noun=instruments', table, csv)).statusCode, 403)
  })

  t.test(`${engine}: a template is a file that can be sent back`, async t => {
    const { admin } = await anImportingSite(t, engine)
    const empty = await admin.get('/imports/templates/people?format=csv&lang=zh-CN')
    t.match(empty.headers, { 'content-type': /^text\/csv/, 'content-disposition': /people\.csv/ })
    t.match(empty.body, /登录名/)
    const book = await admin.get('/imports/templates/people?lang=en')
    const { imports } = await readImport(book.rawPayload, {})
    t.strictSame(
      imports.map(each => [each.noun, each.imported.faults.map(fault => fault.code)]),
      [['people', ['no-rows']]],
    )
  })
}

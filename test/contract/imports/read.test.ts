import t from 'tap'
import { writeXlsx } from '../../../src/contract/exports/xlsx.ts'
import { readImport } from '../../../src/contract/imports/read.ts'

const csv = (text: string) => Buffer.from(text)

t.test('one workbook of 42 institutions and 2,000 people, sheets in any order', async t => {
  const institutions = Array.from({ length: 42 }, (_, index) => [`示例单位${index}`, '大学', `U${index}`])
  const people = Array.from({ length: 2000 }, (_, index) => [
    `p${index}@example.cn`,
    `人员${index}`,
    `U${index % 42}`,
    '2026-01-01',
  ])
  const workbook = await writeXlsx([
    { name: '说明', heading: ['请先填写单位'], rows: [] },
    { name: '人员', heading: ['登录名', '姓名', '所属单位', '加入日期'], rows: people },
    { name: '单位', heading: ['单位名称', '单位类型', '单位编号'], rows: institutions },
  ])
  const start = performance.now()
  const { imports, faults, sheetsLeft } = await readImport(workbook, {})
  t.comment(`read in ${Math.round(performance.now() - start)} ms`)
  t.strictSame(
    imports.map(({ noun, sheet, imported }) => [noun, sheet, imported.rows.length, imported.faults]),
    [
      ['institutions', '单位', 42, []],
      ['people', '人员', 2000, []],
    ],
  )
  t.strictSame([faults, sheetsLeft], [[], ['说明']])
})

t.test('a noun that is named reads its sheet, or else the first', async t => {
  const workbook = await writeXlsx([
    { name: 'x', heading: ['name', 'kind'], rows: [['A', 'company']] },
    { name: 'groups', heading: ['institution', 'group'], rows: [['A', 'G']] },
  ])
  t.match(await readImport(workbook, { noun: 'groups' }), { imports: [{ noun: 'groups', sheet: 'groups' }] })
  t.match(await readImport(workbook, { noun: 'institutions' }), {
    imports: [{ noun: 'institutions', sheet: 'x', imported: { rows: [{ value: { name: 'A' } }] } }],
  })
})

t.test('a file that does not say what it holds, and one that cannot be read', async t => {
  const unnamed = await readImport(csv('name,kind\nA,company\n'), {})
  t.match(unnamed, { imports: [], faults: [{ row: 0, code: 'noun-unknown' }] })
  t.match(await readImport(csv('PK\u0003\u0004'), {}), { imports: [], faults: [{ code: 'file-unreadable' }] })
  t.match(await readImport(Uint8Array.from([0xff]), { noun: 'people' }), {
    imports: [{ imported: { rows: [], faults: [{ row: 0, code: 'encoding-unknown' }] } }],
  })
})

import t from 'tap'
import { readCsv } from '../../../src/contract/imports/csv.ts'
import { readDrafts } from '../../../src/contract/imports/drafts.ts'
import { bookingFormat } from '../../../src/contract/imports/formats/bookings.ts'
import { grantFormat } from '../../../src/contract/imports/formats/grants.ts'
import { instrumentFormat } from '../../../src/contract/imports/formats/instruments.ts'
import { membershipFormat } from '../../../src/contract/imports/formats/memberships.ts'
import { personFormat } from '../../../src/contract/imports/formats/people.ts'
import { projectFormat } from '../../../src/contract/imports/formats/projects.ts'
import { dataAbsent, readData } from '../../support/sharedData.ts'

const lines = (...rows: string[]) => `${rows.join('\n')}\n`
const table = (text: string) => readCsv(Buffer.from(text))
const host = {
  institution: { kind: 'named', text: '示例大学' },
  zone: 'Asia/Shanghai',
  currency: 'CNY',
} as const

t.test('a GB18030 file with Chinese headings gives instruments', async t => {
  // 资产编号,仪器名称,原值（万元） / A1,质谱仪,12.5, in GBK.
  const gbk = 'd7cab2fab1e0bac52cd2c7c6f7c3fbb3c62cd4add6b5a3a8cdf2d4aaa3a90a41312cd6cac6d7d2c72c31322e350a'
  const { rows, faults } = readDrafts(instrumentFormat, readCsv(Buffer.from(gbk, 'hex')), host)
  t.strictSame(faults, [])
  t.match(rows, [
    { row: 2, value: { assetNumber: 'A1', name: '质谱仪', originalValueMinor: 12_500_000, currency: 'CNY' } },
  ])
})

t.test('headings are known in three languages, by synonym, with a star and in any width', async t => {
  for (const heading of [
    'asset number,name',
    '资产编号*,仪器名称（必填）',
    '資產編號,儀器名稱',
    'innerId,设备名称',
    'assetNumber,ＮＡＭＥ',
  ]) {
    t.strictSame(readDrafts(instrumentFormat, table(`${heading}\nA1,x\n`), host).faults, [], heading)
  }
})

t.test('every fault has its row and the heading as it stands in the file', async t => {
  const text =
    '资产编号,仪器名称,启用日期,容量,使用方式\n,x,,,\nA2,y,2026-02-30,0,\nA3,z,,,共享\nA4,w,,,\nA4,v,,,\n'
  const { rows, faults } = readDrafts(instrumentFormat, table(text), host)
  t.strictSame(faults, [
    { row: 2, column: '资产编号', code: 'value-missing' },
    { row: 3, column: '容量', code: 'number-out-of-range', value: '0' },
    { row: 3, column: '启用日期', code: 'not-a-day', value: '2026-02-30' },
    { row: 4, column: '容量', code: 'value-missing' },
    { row: 6, code: 'row-twice', value: '["示例大学","A4"]' },
  ])
  t.strictSame(
    rows.map(({ row }) => row),
    [5],
    'the good row is there all the same',
  )
})

t.test('a missing or doubled column stops the file, a strange one is noted', async t => {
  const read = (heading: string) => readDrafts(instrumentFormat, table(`${heading}\nA1,x,y\n`), host)
  t.strictSame(read('资产编号,型号').faults.at(-1), { row: 1, column: 'name', code: 'column-missing' })
  t.match(read('资产编号,名称,仪器名称').faults, [{ row: 1, column: '仪器名称', code: 'column-twice' }])
  t.strictSame(read('资产编号,名称,备注').notes, [{ row: 1, column: '备注', code: 'column-ignored' }])
  t.match(readDrafts(instrumentFormat, table('资产编号,名称\n'), host).faults, [{ code: 'no-rows' }])
})

t.test('what the whole file lacks is asked for', async t => {
  const { faults } = readDrafts(instrumentFormat, table('资产编号,名称,原值\nA1,x,100\n'))
  t.strictSame(
    faults.map(({ column, code }) => [column, code]),
    [
      ['institution', 'value-missing'],
      ['zone', 'value-missing'],
      ['currency', 'value-missing'],
    ],
  )
})

t.test('bookings are instants: by offset, by the zone of the row, by the zone given', async t => {
  const text = lines(
    '预约编号,仪器编号,开始时间,结束时间,时区',
    '1,A,2026-03-01T08:00:00Z,2026-03-01T09:00:00Z,',
    '2,A,2026-03-01 08:00,2026-03-01 09:00,',
    '3,A,2026-03-01 08:00,2026-03-01 09:00,UTC',
    '4,A,2026-03-01 09:00,2026-03-01 09:00,',
  )
  const { rows, faults } = readDrafts(bookingFormat, table(text), { ...host, source: 'old' })
  t.strictSame(
    rows.map(({ value }) => new Date(value.start).toISOString().slice(11, 16)),
    ['08:00', '00:00', '08:00'],
  )
  t.match(faults, [{ row: 5, column: '结束时间', code: 'end-before-start' }])
})

t.test('grants are whole smallest units, for an institution, group or project', async t => {
  const text = lines(
    'alliance,document number,resource class,period,institution,group,project,amount,unit',
    'a,1,ms,2026,U,,,120.5,小时',
    'a,2,ms,2026,U,G,,10,笼位天',
    'a,3,ms,2026,U,,P,1.0001,h',
    'a,4,ms,2026,U,G,P,1,h',
    'a,5,ms,2026,U,,,0,h',
  )
  const { rows, faults } = readDrafts(grantFormat, table(text))
  t.match(rows, [
    { value: { amount: 433_800, unit: 'second', holder: { kind: 'institution' } } },
    { value: { amount: 10, unit: 'day', holder: { kind: 'group' } } },
  ])
  t.strictSame(
    faults.map(({ row, code }) => [row, code]),
    [
      [4, 'number-too-fine'],
      [5, 'value-conflict'],
      [6, 'number-out-of-range'],
    ],
  )
})

t.test('memberships, people and projects', async t => {
  const membership = readDrafts(
    membershipFormat,
    table(
      lines(
        '成员单位,角色,角色名称,加入日期,退出日期',
        'U,理事长单位；发起单位,盟主,2020-01-01,',
        'V,政府观察员,,2020-01-01,2019-01-01',
        'W,政府观察员,,2020-01-01,',
      ),
    ),
    { alliance: 'a' },
  )
  t.match(membership.rows, [
    {
      value: { alliance: 'a', roles: [{ role: 'chair', label: '盟主' }, { role: 'founder' }] },
    },
    { value: { roles: [{ role: 'observer' }] } },
  ])
  t.match(membership.faults, [{ row: 3, column: '退出日期', code: 'end-before-start' }])
  const people = readDrafts(personFormat, table('登录名,姓名\nA@B.cn,张三\n13800000000,\nT0042,李四\n'), host)
  t.strictSame(
    people.rows.map(({ value }) => [value.login, value.loginKind]),
    [
      ['a@b.cn', 'email'],
      ['13800000000', 'phone'],
      ['t0042', 'staff-number'],
    ],
  )
  const projects = readDrafts(
    projectFormat,
    table(
      lines(
        '课题编号,课题名称,课题组,开始日期,经费编号',
        'P1,x,G,2026-01-01,1;2、3；4',
        'P2,x,G,2026-01-01,1;2;3;4;5',
      ),
    ),
    host,
  )
  t.match(projects.rows, [
    { value: { code: 'P1', group: { name: 'G' }, fundingCodes: ['1', '2', '3', '4'], members: [] } },
  ])
  t.match(projects.faults, [{ row: 3, column: '经费编号', code: 'too-many-values' }])
})

t.test(
  '54 instruments of an analysis centre keep their names to the last blank',
  { skip: dataAbsent('zh-instrument-names') },
  async t => {
    const text = readData('zh-instrument-names/instruments.csv').toString().replace('machine_id', '设备编号')
    const { rows, faults } = readDrafts(instrumentFormat, table(text), host)
    t.strictSame([rows.length, faults], [54, []])
    t.equal(rows.find(({ value }) => value.assetNumber === '71')?.value.name.at(-1), ' ')
  },
)

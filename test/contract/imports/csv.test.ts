import t from 'tap'
import { readCsv } from '../../../src/contract/imports/csv.ts'
import { importBytesMax, importRowsMax } from '../../../src/contract/imports/limits.ts'
import type { Table } from '../../../src/contract/imports/table.ts'
import { dataAbsent, readData } from '../../support/sharedData.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
const codes = (table: Table) => table.faults.map(({ row, column, code }) => ({ row, column, code }))
const records = ({ heading, rows }: Table) =>
  rows.map(({ cells }) => Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ''])))

const spectrum = [
  'comma_in_quotes',
  'empty',
  'empty_crlf',
  'escaped_quotes',
  'json',
  'newlines',
  'newlines_crlf',
  'quotes_and_newlines',
  'simple',
  'simple_crlf',
  'utf8',
]

for (const name of spectrum) {
  t.test(`csv-spectrum: ${name}`, { skip: dataAbsent('csv-spectrum') }, async t => {
    const expected: unknown = JSON.parse(readData(`csv-spectrum/json/${name}.json`).toString())
    const text = readData(`csv-spectrum/csvs/${name}.csv`).toString()
    // The copies at hand have lost their CRs, which are what these vectors are about.
    const asNamed = name.endsWith('_crlf') ? text.replaceAll(/\r?\n/gu, '\r\n') : text
    t.strictSame(records(readCsv(bytes(asNamed))), expected)
  })
}

t.test('csv-spectrum: location_coordinates', { skip: dataAbsent('csv-spectrum') }, async t => {
  const json = readData('csv-spectrum/json/location_coordinates.json').toString()
  const expected = JSON.parse(json) as Record<string, string>
  // The vector's JSON gives another telephone number than its CSV does; the rest agrees.
  const right = { ...expected, 'Contact Phone Number': '2095257564' }
  t.strictSame(records(readCsv(readData('csv-spectrum/csvs/location_coordinates.csv'))), [right])
})

t.test('UTF-8 is read with and without a byte order mark', async t => {
  for (const mark of ['', '\uFEFF']) t.strictSame(readCsv(bytes(`${mark}名称\n质谱仪\n`)).heading, ['名称'])
})

t.test('GB18030 is read where the bytes are no UTF-8, four-byte characters too', async t => {
  // 名称 / 质谱仪 in GBK, and U+20087, which only GB18030 has.
  const gbk = [0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xd6, 0xca, 0xc6, 0xd7, 0xd2, 0xc7, 0x95, 0x32, 0x90, 0x31, 0x0a]
  const table = readCsv(Uint8Array.from(gbk))
  t.strictSame([table.heading, table.rows[0]?.cells], [['名称'], ['质谱仪𠂇']])
})

t.test('bytes that are neither are a fault, and nothing is guessed', async t => {
  t.strictSame(codes(readCsv(Uint8Array.from([0x61, 0xff, 0xff]))), [
    { row: 0, column: undefined, code: 'encoding-unknown' },
  ])
})

t.test('semicolons and tabs part cells where the heading has no comma', async t => {
  t.strictSame(readCsv(bytes('a;b\n1;2,5\n')).rows[0]?.cells, ['1', '2,5'])
  t.strictSame(readCsv(bytes('a\tb\n1\t2,5\n')).rows[0]?.cells, ['1', '2,5'])
})

t.test('empty rows are left out and the others keep their numbers', async t => {
  t.strictSame(
    readCsv(bytes('a,b\n1,2\n\n,\n3,4\n')).rows.map(({ row }) => row),
    [2, 5],
  )
})

t.test('a broken quote is a fault with its row', async t => {
  const [first] = codes(readCsv(bytes('a,b\n1,2\n"3,4\n')))
  t.match(first, { code: 'csv-malformed' })
})

t.test('what the databases cannot hold is a fault of its cell', async t => {
  t.strictSame(codes(readCsv(bytes('a,b\n1,x\u0000y\n2,3\n'))), [
    { row: 2, column: 'b', code: 'text-not-allowed' },
  ])
  t.strictSame(codes(readCsv(bytes(`a,b\n1,${'x'.repeat(4001)}\n`))), [
    { row: 2, column: 'b', code: 'cell-too-long' },
  ])
  t.strictSame(codes(readCsv(bytes('a,b\n1,2,3\n'))), [{ row: 2, column: '3', code: 'row-too-wide' }])
})

t.test('a file beyond the limits is refused whole', async t => {
  t.match(codes(readCsv(new Uint8Array(importBytesMax + 1))), [{ code: 'file-too-large' }])
  t.match(codes(readCsv(bytes(`a\n${'1\n'.repeat(importRowsMax + 1)}`))), [{ code: 'too-many-rows' }])
  t.equal(readCsv(bytes(`a\n${'1\n'.repeat(importRowsMax)}`)).rows.length, importRowsMax)
  t.match(codes(readCsv(bytes(`${'a,'.repeat(201)}\n`))), [{ code: 'too-many-columns' }])
})

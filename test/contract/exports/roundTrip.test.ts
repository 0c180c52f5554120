import t, { type Test } from 'tap'
import { csvChunks, csvChunksOf } from '../../../src/contract/exports/csv.ts'
import type { ExportRow } from '../../../src/contract/exports/cell.ts'
import { writeXlsx } from '../../../src/contract/exports/xlsx.ts'
import { readTables } from '../../../src/contract/imports/file.ts'
import type { Table } from '../../../src/contract/imports/table.ts'
import { dataAbsent, readData } from '../../support/sharedData.ts'

const readTable = async (bytes: Uint8Array) => (await readTables(bytes))[0]?.table as Table

const csv = (rows: readonly ExportRow[]) =>
  [...csvChunks(['n', 's'], rows, { byteOrderMark: 'left-out' })].join('')

/** What is hard on quotes, guards, XML and the workbook writer. */
// prettier-ignore
const awkward = [
  "'=x", "''=x", "'x", "'", '=', '-5', '+1', '@a', '\tx', '\rx', '\nx', '＝1', '－1', '＋1', '＠1',
  'a\rb', 'a\r\nb', ' ', '\u3000', '\uFEFF', '_x0041_', '_x005F_', 'hasOwnProperty',
  '__proto__', 'constructor',
  '\u0001', '\uFFFE', '𠂇', '"', '""', 'a,b;c\td', ' outer ',
]

async function roundTrips(t: Test, strings: readonly string[]) {
  const rows = strings.map((text, index) => [index, text])
  const files = {
    csv: Buffer.from(csv(rows)),
    xlsx: await writeXlsx([{ name: 's', heading: ['n', 's'], rows }]),
  }
  for (const [kind, bytes] of Object.entries(files)) {
    const table = await readTable(bytes)
    t.strictSame(table.faults, [], kind)
    t.strictSame(
      table.rows.map(({ cells }) => cells[1] ?? ''),
      strings,
      kind,
    )
  }
}

t.test('awkward text comes back byte for byte', async t => roundTrips(t, awkward))

t.test('naughty strings come back byte for byte', { skip: dataAbsent('blns') }, async t =>
  roundTrips(t, JSON.parse(readData('blns/blns.json').toString()) as string[]),
)

t.test('formula-like text gets an apostrophe, numbers stay numbers', async t => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    const line = csv([[-5, `${start}1`]])
      .split('\r\n')
      .slice(1)
      .join('\r\n')
    t.match(line, /^-5,"?'/u, JSON.stringify(start))
  }
})

t.test('no payload begins a cell as a formula', { skip: dataAbsent('csv-injection') }, async t => {
  const payloads = readData('csv-injection/csv-payload.txt').toString().split(/\r?\n/u)
  const { rows } = await readTable(Buffer.from(csv(payloads.map(text => [0, `'${text}`]))))
  t.strictSame(
    rows.map(({ cells }) => cells[1]),
    payloads.map(text => `'${text}`),
  )
  for (const text of payloads) t.notMatch(csv([[0, text]]), /,"?[=+\-@]/u)
})

t.test('CSV is RFC 4180: CRLF, doubled quotes, and a byte order mark where it is asked for', async t => {
  const chunks = csvChunks(
    ['a', 'b'],
    [
      ['x"y', null],
      ['', true],
    ],
    { byteOrderMark: 'put' },
  )
  t.equal([...chunks].join(''), '\uFEFFa,b\r\n"x""y",\r\n"",true\r\n')
})

t.test('pages come out as they come in, and the heading even of none', async t => {
  async function* pages() {
    yield [[1], [2]]
    yield [[3]]
  }
  const text = (await Array.fromAsync(csvChunksOf(['n'], pages(), { byteOrderMark: 'left-out' }))).join('')
  t.equal(text, 'n\r\n1\r\n2\r\n3\r\n')
  t.equal(csv([]), 'n,s\r\n')
})

import { crc32, deflateRawSync } from 'node:zlib'
import t from 'tap'
import writeWorkbook from 'write-excel-file/node'
import { writeXlsx } from '../../../src/contract/exports/xlsx.ts'
import { readTables } from '../../../src/contract/imports/file.ts'
import type { Table } from '../../../src/contract/imports/table.ts'

const readTable = async (bytes: Uint8Array) => (await readTables(bytes))[0]?.table as Table

/** A zip archive with one part, as small as the format allows. */
function archive(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const sizes = (at: Buffer, offset: number) => {
    at.writeUInt32LE(crc32(content), offset)
    at.writeUInt32LE(packed.length, offset + 4)
    at.writeUInt32LE(content.length, offset + 8)
    at.writeUInt16LE(name.length, offset + 12)
  }
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  sizes(local, 14)
  const directory = Buffer.alloc(46)
  directory.writeUInt32LE(0x02014b50, 0)
  directory.writeUInt16LE(8, 10)
  sizes(directory, 16)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  const label = Buffer.from(name)
  return Buffer.concat([local, label, packed, directory, label, end])
}

const sheet = 'xl/worksheets/sheet1.xml'

t.test('cells come as text: numbers as written, dates as days or wall times', async t => {
  const workbook = await writeWorkbook([
    ['n', 'd', 'w', 'f', 's'],
    [
      1.5,
      { value: new Date('2026-03-01T00:00:00Z'), format: 'yyyy-mm-dd' },
      { value: new Date('2026-03-01T08:30:00Z'), format: 'yyyy-mm-dd hh:mm' },
      true,
      ' 热分析仪 ',
    ],
    [0.1 + 0.2, null, null, null, 'x'],
  ]).toBuffer()
  const { rows, faults } = await readTable(workbook)
  t.strictSame(faults, [])
  t.strictSame(rows[0]?.cells, ['1.5', '2026-03-01', '2026-03-01T08:30:00', 'true', ' 热分析仪 '])
  t.equal(rows[1]?.cells[0], '0.3', 'binary noise is not what was typed')
})

t.test('a long code typed as a number has lost digits: a fault of its cell', async t => {
  const workbook = await writeWorkbook([['code'], [123_456_789_012_345_680], ['good']]).toBuffer()
  const { rows, faults } = await readTable(workbook)
  t.match(faults, [{ row: 2, column: 'code', code: 'digits-lost' }])
  t.strictSame(rows, [{ row: 3, cells: ['good'] }])
})

t.test('rows keep their numbers over gaps', async t => {
  const { rows } = await readTable(await writeWorkbook([['a'], [null], ['x']]).toBuffer())
  t.strictSame(rows, [{ row: 3, cells: ['x'] }])
})

t.test('what is no workbook is a fault, never an exception', async t => {
  const good = await writeXlsx([{ name: 'a', heading: ['a'], rows: [['x']] }])
  const broken = [
    Buffer.from('PK\u0003\u0004 and nothing more'),
    good.subarray(0, good.length / 2),
    Buffer.concat([good.subarray(0, 200), Buffer.alloc(50), good.subarray(250)]),
    archive('readme.xml', Buffer.from('<a/>')),
    archive(sheet, Buffer.from('<worksheet><sheetData><row r="1"><c')),
  ]
  for (const bytes of broken) {
    const { rows, faults } = await readTable(bytes)
    t.strictSame([rows.length, faults.length], [0, 1])
  }
})

t.test('a small file that unfolds to much is refused before it is read', async t => {
  const bomb = archive(sheet, Buffer.alloc(201 * 1024 * 1024))
  t.ok(bomb.length < 1024 * 1024)
  t.match((await readTable(bomb)).faults, [{ row: 0, code: 'file-too-large' }])
})

t.test('a row or column far away is refused before the gap is filled', async t => {
  const rowFar = archive(
    sheet,
    Buffer.from('<worksheet><sheetData><row r="999999999"></row></sheetData></worksheet>'),
  )
  t.match((await readTable(rowFar)).faults, [{ code: 'too-many-rows' }])
  const cellFar = archive(
    sheet,
    Buffer.from('<worksheet><sheetData><row r="1"><c r="ZZZZZ1"/></row></sheetData></worksheet>'),
  )
  t.match((await readTable(cellFar)).faults, [{ code: 'too-many-columns' }])
})

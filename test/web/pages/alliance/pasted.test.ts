import t from 'tap'
import type { Schema } from '../../../../src/web/api/schemas.ts'
import { readPasted } from '../../../../src/web/pages/alliance/quota/pasted.ts'

type Institution = Schema<'Institution'>

const member = (id: string, name: string, more: Partial<Institution> = {}): Institution => ({
  id,
  name,
  nameEn: null,
  kind: 'university',
  jurisdiction: 'CN',
  uscc: null,
  ror: null,
  ownId: null,
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  retiredAt: null,
  ...more,
})

const members = [
  member('ins_a', '甲大学', { nameEn: 'Alpha University', uscc: '121000004000020000' }),
  member('ins_b', '乙研究所', { ownId: 'B-7' }),
  member('ins_c', '同名'),
  member('ins_d', '同名'),
]

const hours = (typed: number) => Math.round(typed * 3600)
const read = (text: string) => readPasted(text, members, hours)

t.test('two columns of a spreadsheet are read, with or without a heading', async t => {
  const expected = [
    { institutionId: 'ins_a', amount: 3600 },
    { institutionId: 'ins_b', amount: 4_446_000 },
  ]
  t.strictSame(read('单位\t小时\n甲大学\t1\n乙研究所\t1,235\n'), { shares: expected, faults: [] })
  t.strictSame(read('121000004000020000\t1\r\nb-7\t1235\r\n').shares, expected, 'by code, in any case')
  t.strictSame(read('Alpha University, 1\n乙研究所，1235').shares, expected, 'by hand, with commas')
  t.strictSame(read('Alpha University 1\n乙研究所　1235').shares, expected, 'by hand, with blanks')
  t.strictSame(read('甲大学\t１.５').shares, [{ institutionId: 'ins_a', amount: 5400 }], 'full width')
})

t.test('each line that cannot be read is told with its number', async t => {
  const { faults } = read('甲大学\t1\n丙公司\t2\n\n同名\t3\n乙研究所\t零\n甲大学\t4\n乙研究所\t5')
  t.strictSame(faults, [
    { line: 2, kind: 'unknown', words: '丙公司' },
    { line: 4, kind: 'ambiguous', words: '同名' },
    { line: 5, kind: 'notANumber', words: '零' },
    { line: 6, kind: 'twice', words: '甲大学' },
    { line: 7, kind: 'twice', words: '乙研究所' },
  ])
  t.strictSame(read('甲大学\t0').faults, [{ line: 1, kind: 'notANumber', words: '0' }])
  t.strictSame(read('丙公司\t2').faults, [{ line: 1, kind: 'unknown', words: '丙公司' }], 'no heading')
  t.strictSame(read(''), { shares: [], faults: [] })
})

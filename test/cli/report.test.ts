import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import t from 'tap'
import { COLUMNS } from '../../src/domain/report/columns.ts'
import { UTILIZATION_COLUMNS } from '../../src/contract/exports/utilization.ts'
import { REPORT_WORDS } from '../../src/contract/messages/reportColumns.ts'
import { ENGINES, withoutServer } from '../support/engines.ts'
import { afterTheMonth, writeExampleMonth } from '../support/exampleMonth.ts'
import { aHistory } from '../support/history.ts'
import { aFolder, jishi } from './jishi.ts'

const month = [
  'report',
  'utilization',
  '--from',
  '2026-10-01',
  '--to',
  '2026-11-01',
  '--as-of',
  '2026-11-01T00:00:00Z',
]

for (const engine of ENGINES) {
  t.test(
    `${engine}: jishi report reads beside a running server`,
    { skip: withoutServer(engine) },
    async t => {
      const history = await aHistory(t, engine, afterTheMonth)
      const { id } = await writeExampleMonth(history)
      const { url } = history.context
      const csv = await jishi(url, [...month, '--group-by', 'institution,month'])
      t.equal(csv.code, 0, csv.err)
      const rows = parse<Record<string, string>>(csv.out, { columns: true })
      t.strictSame(
        rows.map(row => [row['user_institution_name'], row['used_s'], row['open_s']]),
        [
          ['', '0', String(308 * 3600)],
          ['东道研究所', String(126 * 3600), ''],
          ['成员大学', String(63 * 3600), ''],
          ['某公司', String(21 * 3600), ''],
        ],
      )
      const file = join(aFolder(t), 'october.xlsx')
      const xlsx = await jishi(url, [
        ...month,
        '--instrument',
        id,
        '--format',
        'xlsx',
        '--lang',
        'zh-CN',
        '--out',
        file,
      ])
      t.match(xlsx.err, /october\.xlsx: 1 rows/)
      const sheets = await readWorkbook(readFileSync(file))
      t.equal(sheets.length, 2)
      const wrong = await jishi(url, ['report', 'utilization', '--from', 'yesterday', '--to', '2026-11-01'])
      t.match(wrong, { code: 2, err: /--from/ })
    },
  )
}

t.test('every column has a heading in each language', async t => {
  t.strictSame(
    UTILIZATION_COLUMNS.slice(0, COLUMNS.length),
    COLUMNS.map(({ name }) => name),
  )
  for (const [language, { columns }] of Object.entries(REPORT_WORDS)) {
    t.strictSame(Object.keys(columns), UTILIZATION_COLUMNS, language)
  }
})

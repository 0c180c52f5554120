import t from 'tap'
import { csvChunks } from '../../../src/contract/exports/csv.ts'
import { LANGUAGES } from '../../../src/contract/messages/languages.ts'
import { readCsv } from '../../../src/contract/imports/csv.ts'
import { readDrafts } from '../../../src/contract/imports/drafts.ts'
import { readTables } from '../../../src/contract/imports/file.ts'
import { readImport } from '../../../src/contract/imports/read.ts'
import { columnsOf, FORMATS } from '../../../src/contract/imports/formats.ts'
import { csvTemplate, exampleRow, xlsxTemplate } from '../../../src/contract/imports/templates.ts'
import { IMPORT_NOUNS } from '../../../src/domain/imports.ts'

for (const noun of IMPORT_NOUNS) {
  for (const language of LANGUAGES) {
    t.test(`${noun}, ${language}: the template's headings are known, and its example imports`, async t => {
      const template = csvTemplate(noun, language)
      const filled =
        template + [...csvChunks(exampleRow(noun).map(String), [], { byteOrderMark: 'left-out' })].join('')
      // Formats of the nouns differ in type only; any of them reads its own columns.
      const { rows, faults, notes } = readDrafts(
        FORMATS[noun] as typeof FORMATS.institutions,
        readCsv(Buffer.from(filled)),
      )
      t.strictSame({ rows: rows.length, faults, notes }, { rows: 1, faults: [], notes: [] })
      const bytes = await xlsxTemplate(noun, language)
      const workbook = (await readTables(bytes))[0]?.table
      t.match(await readImport(bytes, {}), { imports: [{ noun }], faults: [], sheetsLeft: [String] })
      t.strictSame(workbook?.heading, readCsv(Buffer.from(template)).heading)
    })
  }

  t.test(`${noun}: no heading means two columns`, async t => {
    const owner = new Map<string, string>()
    for (const [key, { titles, synonyms }] of Object.entries(columnsOf(noun))) {
      for (const word of [key, ...Object.values(titles), ...synonyms]) {
        const folded = word
          .normalize('NFKC')
          .toLowerCase()
          .replaceAll(/[\s_-]/gu, '')
        t.equal(owner.get(folded) ?? key, key, word)
        owner.set(folded, key)
      }
    }
  })
}

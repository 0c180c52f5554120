import type { ImportNoun } from '../../domain/imports.ts'
import { csvChunks } from '../exports/csv.ts'
import { type Sheet, writeXlsx } from '../exports/xlsx.ts'
import type { Language } from '../messages/languages.ts'
import type { Presence } from './columns.ts'
import { columnsOf } from './formats.ts'

/**
 * An empty table with the headings of a noun, as CSV with a byte order mark: what a person fills in and
 * sends back. Headings that every row needs carry a star, which the reader does not mind.
 */
export function csvTemplate(noun: ImportNoun, language: Language): string {
  return [...csvChunks(headingsOf(noun, language), [], { byteOrderMark: 'put' })].join('')
}

/** The same as a workbook, with a second sheet that explains every column and shows an example. */
export function xlsxTemplate(noun: ImportNoun, language: Language): Promise<Buffer> {
  const headings = headingsOf(noun, language)
  const sheet: Sheet = { name: noun, heading: headings, rows: [] }
  const words = sheetWords[language]
  const rows = Object.entries(columnsOf(noun)).map(([key, { titles, needed, example }]) => [
    titles[language],
    words[needed],
    example,
    key,
  ])
  return writeXlsx([sheet, { name: words.sheet, heading: words.heading, rows }])
}

/** A filled row under the template's headings; it imports without a fault. */
export function exampleRow(noun: ImportNoun): readonly string[] {
  return Object.values(columnsOf(noun)).map(column => column.example)
}

function headingsOf(noun: ImportNoun, language: Language): string[] {
  return Object.values(columnsOf(noun)).map(
    ({ titles, needed }) => titles[language] + (needed === 'required' ? '*' : ''),
  )
}

interface SheetWords extends Readonly<Record<Presence, string>> {
  readonly sheet: string
  readonly heading: readonly string[]
}

const sheetWords: Readonly<Record<Language, SheetWords>> = {
  en: {
    sheet: 'Columns',
    heading: ['Column', 'Needed', 'Example', 'Key'],
    required: 'required',
    given: 'required, unless given for the whole file',
    optional: 'optional',
  },
  'zh-CN': {
    sheet: '填写说明',
    heading: ['列', '是否必填', '示例', '键'],
    required: '必填',
    given: '必填（已为整个文件指定时除外）',
    optional: '选填',
  },
  'zh-Hant': {
    sheet: '填寫說明',
    heading: ['欄', '是否必填', '示例', '鍵'],
    required: '必填',
    given: '必填（已為整個檔案指定時除外）',
    optional: '選填',
  },
}

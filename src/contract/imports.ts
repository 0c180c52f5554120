import { z } from 'zod'
import { IMPORT_NOUNS } from '../domain/imports.ts'
import { flagText, text } from './common.ts'
import { LANGUAGES } from './messages/languages.ts'
import { refusalBody } from './problems.ts'

const referenceCharactersMax = 200

/** Media types under which a file of rows comes; which of both it is, the file itself says. */
export const IMPORT_MEDIA_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const

/** The file as it is. */
export const importBody = z
  .custom<Uint8Array>(content => content instanceof Uint8Array)
  .meta({ contentType: 'application/octet-stream', description: 'CSV or XLSX, at most 20 MiB.' })

export const importQuery = z.strictObject({
  noun: z
    .enum(IMPORT_NOUNS)
    .optional()
    .meta({ description: 'What the file holds; left out, the sheets of a workbook say it by their names.' }),
  dryRun: flagText.optional(),
  institution: text(referenceCharactersMax).optional().meta({
    description: 'For rows that name none: USCC, ROR, own id or exact name.',
  }),
  alliance: text(referenceCharactersMax)
    .optional()
    .meta({ description: 'For rows that name none: its slug.' }),
  zone: text(referenceCharactersMax)
    .optional()
    .meta({ description: 'For rows that name none: an IANA zone.' }),
  currency: text(referenceCharactersMax).optional(),
  source: text(referenceCharactersMax)
    .optional()
    .meta({ description: 'The system that bookings come from.' }),
})

const count = z.int().min(0)

/** Why a row was not taken. Row 1 is the heading, row 0 the whole file. */
const rowFault = z
  .object({
    row: count,
    column: z.string().optional(),
    code: z.string(),
    value: z.string().optional(),
    refusal: refusalBody.optional(),
  })
  .meta({ id: 'RowFault' })

const importEntry = z
  .object({
    noun: z.string(),
    /** The sheet it stood on. */
    origin: z.string().optional(),
    created: count,
    updated: count,
    unchanged: count,
    faulty: count,
    faults: z.array(rowFault),
  })
  .meta({ id: 'ImportEntry' })

const importNote = z
  .object({ row: count, column: z.string(), code: z.string(), value: z.string().optional() })
  .meta({ id: 'ImportNote' })

/** What became of the rows of a file; `unread` says why nothing of it could be read. */
export const importReport = z
  .object({
    dryRun: z.boolean(),
    entries: z.array(importEntry),
    unread: z.array(rowFault),
    sheetsLeft: z.array(z.string()),
    notes: z.array(importNote),
  })
  .meta({ id: 'ImportReport' })
export type ImportReportReply = z.input<typeof importReport>

export const templateParams = z.object({ noun: z.enum(IMPORT_NOUNS) })
export const templateQuery = z.strictObject({
  format: z.enum(['csv', 'xlsx']).optional(),
  lang: z.enum(LANGUAGES).optional(),
})

export const templateFile = z
  .custom<Uint8Array>(content => content instanceof Uint8Array)
  .meta({
    contentType: 'application/octet-stream',
    description: 'An empty table with the headings of the noun.',
  })

import type { ImportFile } from '../../contract/imports/read.ts'
import type { ImportReportReply } from '../../contract/imports.ts'
import type { Language } from '../../contract/messages/languages.ts'
import { refusalOnWire } from '../../contract/refusals.ts'
import type { RowFault } from '../../operations/imports/rows.ts'
import type { ImportReport } from '../../operations/imports/run.ts'

/** What became of an uploaded file, with refusals as problems show them. */
export const presentImport = (
  report: ImportReport,
  file: ImportFile,
  language: Language,
): ImportReportReply => ({
  dryRun: report.dryRun,
  entries: report.entries.map(entry => ({
    ...entry,
    faults: entry.faults.map(fault => faultOnWire(fault, language)),
  })),
  unread: [...file.faults],
  sheetsLeft: [...file.sheetsLeft],
  notes: file.imports.flatMap(({ imported }) => imported.notes),
})

const faultOnWire = ({ refusal, ...fault }: RowFault, language: Language) => ({
  ...fault,
  ...(refusal !== undefined && { refusal: refusalOnWire(refusal, language) }),
})

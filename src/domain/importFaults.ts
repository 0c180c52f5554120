/** One word for each thing that can be wrong with a file, a row or a cell. */
export type ImportFaultCode =
  | 'file-too-large'
  | 'file-unreadable'
  | 'encoding-unknown'
  | 'csv-malformed'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'no-rows'
  | 'noun-unknown'
  | 'column-missing'
  | 'column-twice'
  | 'row-too-wide'
  | 'row-twice'
  | 'cell-too-long'
  | 'cell-unreadable'
  | 'text-not-allowed'
  | 'blank-text'
  | 'digits-lost'
  | 'value-missing'
  | 'value-conflict'
  | 'not-a-day'
  | 'not-an-instant'
  | 'wall-time-skipped'
  | 'wall-time-repeated'
  | 'not-a-zone'
  | 'not-a-number'
  | 'number-too-fine'
  | 'number-out-of-range'
  | 'not-a-choice'
  | 'not-a-code'
  | 'not-a-currency'
  | 'not-an-email'
  | 'not-a-uscc'
  | 'not-a-ror'
  | 'too-many-values'
  | 'end-before-start'
  | 'not-as-documented'
  | 'reference-unknown'
  | 'reference-ambiguous'

/** Why a row, or with row 1 or 0 the heading or the whole file, cannot be taken. */
export interface ImportFault {
  /** As a spreadsheet numbers it: the heading is row 1. In JSON the place in the list. 0: the whole file. */
  readonly row: number
  /** The heading as it stands in the file; the column's key where the file has no such column. */
  readonly column?: string
  readonly code: ImportFaultCode
  /** What stood there, cut to 80 characters. */
  readonly value?: string
}

/** What was read but has no place in a draft; it stops nothing. */
export interface ImportNote {
  readonly row: number
  readonly column: string
  readonly code: 'column-ignored' | 'not-mapped'
  readonly value?: string
}

export interface ImportedRow<Draft> {
  readonly row: number
  readonly value: Draft
}

/** Rows without a fault, beside every fault of the others: a person mends the file once. */
export interface Imported<Draft> {
  readonly rows: readonly ImportedRow<Draft>[]
  readonly faults: readonly ImportFault[]
  readonly notes: readonly ImportNote[]
}

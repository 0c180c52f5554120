import type { Booking, BookingDraft } from '../../../api/queries/bookings.ts'
import type { Person } from '../../../api/queries/people.ts'
import { LOG_COLUMNS } from './logText.ts'

/** One line of a paper log book as it is typed. */
export interface LogRow {
  /** Only to tell the lines apart while they are edited. */
  readonly key: number
  readonly person: string
  readonly project: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly samples: string
  readonly remark: string
  /** Chosen among people of one name. */
  readonly personId: string | null
  readonly outcome: Outcome
}

/** What came of a line; what is typed anew is not yet judged. */
export type Outcome =
  | { readonly kind: 'new' }
  | { readonly kind: 'fine'; readonly draft: BookingDraft }
  | { readonly kind: 'kept'; readonly booking: Booking }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
  | { readonly kind: 'unclear'; readonly people: readonly Person[] }
  | { readonly kind: 'refused'; readonly error: Error }

export const emptyRow = (key: number): LogRow => ({
  key,
  person: '',
  project: '',
  date: '',
  from: '',
  to: '',
  samples: '',
  remark: '',
  personId: null,
  outcome: { kind: 'new' },
})

export const isEmptyRow = (row: LogRow) => LOG_COLUMNS.every(column => row[column].trim() === '')

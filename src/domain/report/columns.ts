import { DateTime } from 'luxon'
import type { Span } from '../span.ts'
import type { Amount, Instant } from '../units.ts'
import type { InstrumentTime, UserTime } from './time.ts'

/**
 * Names the meaning of every figure. It changes with any formula, order of precedence or column, and rollups
 * and exports carry it: two files are comparable when it is the same.
 */
export const definitionsVersion = '1'

/** From the ledger, in the unit of the row. */
export interface Charges {
  readonly charged: Amount
  readonly forfeited: Amount
  readonly overrun: Amount
}

/**
 * One line of an export. Null means that the row is not broken down by that key, or that the figure has no
 * meaning for it: open time belongs to no user institution. So no column adds up to more than there was.
 */
export interface ReportRow {
  readonly period: Span
  /** IANA zone of the host, in which the period's edges are told. */
  readonly zone: string
  readonly allianceId: string | null
  readonly hostInstitutionId: string | null
  readonly instrumentId: string | null
  readonly resourceClass: string | null
  /** What `charges` are counted in. */
  readonly unit: string | null
  readonly userInstitutionId: string | null
  readonly userCategory: string | null
  readonly projectId: string | null
  readonly time: InstrumentTime | UserTime
  readonly charges: Charges | null
  /** The last sealed ledger row that the report has seen; null where no ledger stands behind it. */
  readonly asOfSeq: number | null
}

/** Text is to be guarded against formula injection by the writer; integers are exact. */
export type Cell = string | number | null

export interface Column {
  readonly name: string
  readonly type: 'text' | 'instant' | 'integer' | 'flag'
  readonly cell: (row: ReportRow) => Cell
}

/** The stable columns of every CSV, XLSX and JSON export, in this order; new ones are appended at the end. */
export const COLUMNS: readonly Column[] = [
  { name: 'period_start', type: 'instant', cell: row => localIso(row.period.start, row.zone) },
  { name: 'period_end', type: 'instant', cell: row => localIso(row.period.end, row.zone) },
  { name: 'tz', type: 'text', cell: row => row.zone },
  { name: 'alliance', type: 'text', cell: row => row.allianceId },
  { name: 'host_institution', type: 'text', cell: row => row.hostInstitutionId },
  { name: 'instrument', type: 'text', cell: row => row.instrumentId },
  { name: 'class', type: 'text', cell: row => row.resourceClass },
  { name: 'unit', type: 'text', cell: row => row.unit },
  { name: 'user_institution', type: 'text', cell: row => row.userInstitutionId },
  { name: 'user_category', type: 'text', cell: row => row.userCategory },
  { name: 'project', type: 'text', cell: row => row.projectId },
  { name: 'open_s', type: 'integer', cell: instrumentCell('openSeconds') },
  { name: 'planned_down_s', type: 'integer', cell: instrumentCell('plannedDownSeconds') },
  { name: 'unplanned_down_s', type: 'integer', cell: instrumentCell('unplannedDownSeconds') },
  { name: 'available_s', type: 'integer', cell: instrumentCell('availableSeconds') },
  { name: 'reserved_s', type: 'integer', cell: row => row.time.reservedSeconds },
  { name: 'used_s', type: 'integer', cell: row => row.time.usedSeconds },
  { name: 'used_in_reservation_s', type: 'integer', cell: row => row.time.usedInReservationSeconds },
  { name: 'no_show_s', type: 'integer', cell: row => row.time.noShowSeconds },
  { name: 'late_cancel_s', type: 'integer', cell: row => row.time.lateCancelSeconds },
  { name: 'early_finish_s', type: 'integer', cell: row => row.time.earlyFinishSeconds },
  { name: 'idle_s', type: 'integer', cell: instrumentCell('idleSeconds') },
  { name: 'sessions', type: 'integer', cell: row => row.time.runs },
  { name: 'bookings', type: 'integer', cell: row => row.time.bookings },
  { name: 'no_shows', type: 'integer', cell: row => row.time.noShows },
  { name: 'cancels_late', type: 'integer', cell: row => row.time.lateCancels },
  { name: 'charged_units', type: 'integer', cell: row => row.charges?.charged ?? null },
  { name: 'forfeit_units', type: 'integer', cell: row => row.charges?.forfeited ?? null },
  { name: 'overrun_units', type: 'integer', cell: row => row.charges?.overrun ?? null },
  { name: 'shared_flag', type: 'flag', cell: sharedFlag },
  { name: 'as_of_seq', type: 'integer', cell: row => row.asOfSeq },
]

/** A row's cells in the order of `COLUMNS`. */
export const cellsOf = (row: ReportRow): Cell[] => COLUMNS.map(column => column.cell(row))

/** Columns that only a row of the whole instrument has. */
function instrumentCell(column: Exclude<keyof InstrumentTime, keyof UserTime>) {
  return ({ time }: ReportRow): Cell => ('openSeconds' in time ? time[column] : null)
}

/** 1 when the user is not the host; null unless the row names both. */
function sharedFlag({ userInstitutionId, hostInstitutionId }: ReportRow): Cell {
  if (userInstitutionId === null || hostInstitutionId === null) return null
  return userInstitutionId === hostInstitutionId ? 0 : 1
}

/** RFC 3339 with the zone's offset at that moment. */
const localIso = (at: Instant, zone: string): string | null =>
  DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true })

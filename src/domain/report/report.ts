import type { Instant } from '../units.ts'
import type { ReportRow } from './columns.ts'
import type { GroupKey, LedgerHead } from './grouping.ts'
import type { ReportWindow } from './periods.ts'
import type { Reach } from './reach.ts'
import type { InstrumentTime } from './time.ts'

/** A thing's name, in Chinese and, where it has one, in English. */
export interface Name {
  readonly name: string
  readonly nameEn: string | null
}

/** Which instruments a report is about. */
export interface InstrumentChoice {
  readonly reach: Reach
  /** The host. */
  readonly institutionId: string | null
  readonly instrumentId: string | null
  /** Only those shared into this alliance at any time of the window. */
  readonly allianceId: string | null
}

/** What is asked, as plain data that can be sent to another thread. */
export interface ReportRequest extends InstrumentChoice {
  readonly window: ReportWindow
  readonly groupBy: readonly GroupKey[]
  /** Later time has not happened: the moment of asking, or an earlier one to ask the same again. */
  readonly asOf: Instant
  /** 'raw' reads no rollup, for comparing. */
  readonly from?: 'rollups' | 'raw'
}

/** A report with everything that says what it is of. */
export interface UtilizationReport {
  readonly rows: readonly ReportRow[]
  readonly total: InstrumentTime
  readonly instruments: number
  /** Zones of the hosts, in which the edges of the periods are told. */
  readonly zones: readonly string[]
  /** How far the ledgers of the alliance asked about are sealed. */
  readonly ledgers: readonly LedgerHead[]
  readonly names: Readonly<Record<string, Name>>
  readonly definitionsVersion: string
}

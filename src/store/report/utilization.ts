import { strict as assert } from 'node:assert'
import { refuse } from '../../domain/refusal.ts'
import { definitionsVersion, type ReportRow } from '../../domain/report/columns.ts'
import { isByUser, type LedgerHead, type ReportCell, ReportRows } from '../../domain/report/grouping.ts'
import { partitionOf } from '../../domain/report/partition.ts'
import { monthsOf, windowIn } from '../../domain/report/periods.ts'
import { sightOf } from '../../domain/report/reach.ts'
import type { ReportRequest, UtilizationReport } from '../../domain/report/report.ts'
import {
  monthOf,
  planWindow,
  type RolledDays,
  sumOf,
  wholeMonthsIn,
  type WindowPlan,
} from '../../domain/report/rollup.ts'
import type { Utilization } from '../../domain/report/time.ts'
import { intersectSpans, span, type Span } from '../../domain/span.ts'
import { localDay } from '../../domain/zone.ts'
import type { Reader } from '../database.ts'
import { chargesOf, type InstrumentCharges, ledgerHeads } from './charges.ts'
import { readFacts } from './facts.ts'
import { instrumentPages } from './instrumentPages.ts'
import type { ReportedInstrument } from './instruments.ts'
import { namesOf } from './names.ts'
import { rolledDays, sumDays, sumMonths } from './rollups.ts'

/** Rows of one report; more are asked for in parts. */
const reportRowsMax = 200_000

/**
 * Adds up the time of all instruments within reach: clean days from rollups, the rest from raw rows. To be
 * called on one snapshot, in a thread of its own: it takes as long as there are instruments.
 *
 * @throws Refused `invalid-value` when there would be more than `reportRowsMax` rows.
 */
export async function utilizationReport(reader: Reader, request: ReportRequest): Promise<UtilizationReport> {
  const { groupBy, allianceId, asOf } = request
  const ledgers = allianceId === null ? [] : await ledgerHeads(reader, allianceId)
  const rows = new ReportRows({ by: new Set(groupBy), allianceId, asOf })
  const zones = new Set<string>()
  let count = 0
  for await (const page of instrumentPages(reader, request)) {
    for (const [zone, instruments] of Map.groupBy(page, each => each.zone)) {
      const window = windowIn(zone, request.window)
      if (window === undefined) continue
      zones.add(zone)
      count += instruments.length
      const periods = groupBy.includes('month') ? monthsOf(zone, window) : [window]
      for (const cell of await cellsOf(reader, request, { zone, instruments, window, periods, ledgers })) {
        rows.add(cell)
      }
      if (rows.size > reportRowsMax)
        refuse({ code: 'invalid-value', field: 'groupBy', fault: 'too-many-rows' })
    }
  }
  const closed = rows.close()
  return {
    rows: closed,
    total: rows.total(),
    instruments: count,
    zones: [...zones].toSorted(),
    ledgers,
    names: await namesIn(reader, closed),
    definitionsVersion,
  }
}

/** Instruments of one zone and what is to be told of them. */
interface Part {
  readonly zone: string
  readonly instruments: readonly ReportedInstrument[]
  readonly window: Span
  /** They follow one another and make the window. */
  readonly periods: readonly Span[]
  readonly ledgers: readonly LedgerHead[]
}

async function cellsOf(reader: Reader, request: ReportRequest, part: Part): Promise<ReportCell[]> {
  const { instruments, periods, ledgers } = part
  const parts = await partsOf(reader, request, part)
  const charges = await chargesByCell(reader, part)
  return instruments.flatMap(instrument =>
    periods.map((period, index) => {
      const ofClass = ledgers.filter(each => each.resourceClass === instrument.resourceClass)
      const ledger = ofClass.length === 1 ? ofClass[0] : undefined
      const name = cellName(instrument.id, index)
      return {
        instrument,
        period,
        sight: sightOf(request.reach, instrument),
        figures: added(parts.get(name) ?? []),
        ledger,
        charges: ledger === undefined ? [] : (charges.get(name) ?? []),
      }
    }),
  )
}

const cellName = (instrumentId: string, period: number) => `${instrumentId} ${period}`

const added = (parts: readonly Utilization[]): Utilization =>
  parts.length === 1 ? (parts[0] as Utilization) : sumOf(parts)

async function chargesByCell(reader: Reader, { instruments, periods, ledgers }: Part) {
  const found = await chargesOf(reader, {
    ledgerIds: ledgers.map(({ ledgerId }) => ledgerId),
    instrumentIds: instruments.map(({ id }) => id),
    periods,
  })
  return Map.groupBy(found, (each: InstrumentCharges) => cellName(each.instrumentId, each.period))
}

/** The parts of every cell: sums of clean days, and partitions of what must be read raw. */
async function partsOf(
  reader: Reader,
  request: ReportRequest,
  part: Part,
): Promise<Map<string, Utilization[]>> {
  const { zone, instruments, window, periods } = part
  const parts = new Map<string, Utilization[]>()
  const put = (name: string, figures: Utilization) => {
    const known = parts.get(name)
    if (known === undefined) parts.set(name, [figures])
    else known.push(figures)
  }
  const rolled = request.from === 'raw' ? new Map<string, RolledDays>() : await rolledIn(reader, part)
  const plans = instruments.map(instrument => {
    const days = rolled.get(instrument.id)
    return { instrument, plan: planWindow(zone, window, days), isClean: days?.dirty.length === 0 }
  })
  for (const sum of await sumsOf(reader, request, part, plans)) {
    put(cellName(sum.instrumentId, sum.period), sum.figures)
  }
  const raw = plans.flatMap(({ instrument, plan }) =>
    clustersOf(plan.rawSpans).map(spans => ({ instrument, spans, hull: hullOf(spans) })),
  )
  for (const alike of Map.groupBy(raw, ({ hull }) => `${hull.start} ${hull.end}`).values()) {
    const reading = { window: (alike[0] as (typeof alike)[number]).hull, asOf: request.asOf }
    const facts = await readFacts(
      reader,
      alike.map(({ instrument }) => instrument),
      reading,
    )
    for (const [index, { instrument, spans }] of alike.entries()) {
      const of = facts[index]
      assert(of?.instrumentId === instrument.id)
      for (const [number, period] of periods.entries()) {
        for (const each of intersectSpans(spans, [period])) {
          put(cellName(instrument.id, number), partitionOf(of, each))
        }
      }
    }
  }
  return parts
}

/** Raw time further apart than this is read apart: a first and a last day shall not bring the year. */
const gapMilliseconds = 7 * 86_400_000

function clustersOf(spans: readonly Span[]): Span[][] {
  const clusters: Span[][] = []
  for (const each of spans) {
    const last = clusters.at(-1)
    const end = last?.at(-1)?.end
    if (last === undefined || end === undefined || each.start - end > gapMilliseconds) clusters.push([each])
    else last.push(each)
  }
  return clusters
}

const hullOf = (spans: readonly Span[]) => span(spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0)

const rolledIn = (reader: Reader, { zone, instruments, window }: Part) =>
  rolledDays(
    reader,
    instruments.map(({ id }) => id),
    {
      range: { from: localDay(zone, window.start), before: localDay(zone, window.end) },
      definitions: definitionsVersion,
    },
  )

/** How the window of one instrument is read. */
interface Planned {
  readonly instrument: ReportedInstrument
  readonly plan: WindowPlan
  /** No day of the window is dirty, so that whole months may be read. */
  readonly isClean: boolean
}

/** Sums of clean days by period; the days of most instruments are the same, and clean throughout. */
async function sumsOf(
  reader: Reader,
  { groupBy }: ReportRequest,
  { zone, periods }: Part,
  plans: readonly Planned[],
) {
  const by = periods.length === 1 ? 'range' : 'month'
  const users = isByUser(groupBy) ? 'told' : 'left-out'
  const sums: PeriodSum[] = []
  for (const alike of Map.groupBy(plans, daysOf).values()) {
    const { plan, isClean } = alike[0] as Planned
    if (plan.days === undefined) continue
    const order = { ids: alike.map(({ instrument }) => instrument.id), by, users } as const
    const { months, days } = isClean ? wholeMonthsIn(plan.days) : { months: undefined, days: [plan.days] }
    const rolled = months === undefined ? [] : await sumMonths(reader, order, months)
    for (const range of days) rolled.push(...(await sumDays(reader, order, range)))
    for (const { instrumentId, month, figures } of rolled) {
      const period =
        by === 'range' ? 0 : periods.findIndex(each => monthOf(localDay(zone, each.start)) === month)
      sums.push({ instrumentId, period, figures })
    }
  }
  return sums
}

interface PeriodSum {
  readonly instrumentId: string
  readonly period: number
  readonly figures: Utilization
}

const daysOf = ({ plan, isClean }: Planned) => `${plan.days?.from} ${plan.days?.before} ${isClean}`

function namesIn(reader: Reader, rows: readonly ReportRow[]) {
  const ids = (pick: (row: ReportRow) => readonly (string | null)[]) =>
    new Set(rows.flatMap(pick).filter(id => id !== null))
  return namesOf(reader, {
    instruments: ids(row => [row.instrumentId]),
    institutions: ids(row => [row.hostInstitutionId, row.userInstitutionId]),
    alliances: ids(row => [row.allianceId]),
  })
}

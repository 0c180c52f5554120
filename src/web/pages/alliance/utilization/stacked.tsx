import { useCallback, useMemo } from 'react'
import { type ReportAsked, type Utilization, useUtilization } from '../../../api/queries/reports.ts'
import { Waiting } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { dayOf, firstOfMonth, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import {
  type Breakdown,
  breakdownOf,
  type Grouping,
  others,
  type Place,
  rest,
  type Series,
} from './breakdown.ts'
import { BreakdownTable } from './breakdownTable.tsx'
import { Chart } from './chart.tsx'
import { axisLook, type ChartLook, commonOption, legendLook } from './chartLook.ts'
import { chartHours } from './figures.ts'

interface StackedProps {
  readonly asked: ReportAsked
  readonly groupBy: Grouping
  readonly zone: string
}

/** Whose use it was, month by month or instrument by instrument. */
export function Stacked({ asked, groupBy, zone }: StackedProps) {
  const { utilization: words } = useStaffWords()
  const report = useUtilization({ ...asked, groupBy: ['institution', groupBy] })
  const isNotOver = asked.end > firstOfMonth(dayOf(now(), zone))
  const isMerged = report.data?.rows.some(each => each.userInstitutionId === others) === true
  return (
    <Section title={words.stacked}>
      {isNotOver && isMerged && <p className="quiet">{words.notOver}</p>}
      {report.data === undefined ? (
        <Waiting error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <StackedChart report={report.data} groupBy={groupBy} />
      )}
    </Section>
  )
}

function StackedChart({ report, groupBy }: { readonly report: Utilization; readonly groupBy: Grouping }) {
  const { utilization: words } = useStaffWords()
  const breakdown = useMemo(() => breakdownOf(report.rows, groupBy), [report, groupBy])
  const names = useBreakdownNames(report, groupBy)
  const { placeName, seriesName } = names
  const draw = useCallback(
    (look: ChartLook) => stackedOption(breakdown, { placeName, seriesName, hours: words.hoursUnit }, look),
    [breakdown, placeName, seriesName, words],
  )
  return (
    <Chart label={groupBy === 'month' ? words.stackedByMonth : words.stackedByInstrument} draw={draw}>
      <BreakdownTable breakdown={breakdown} groupBy={groupBy} {...names} />
    </Chart>
  )
}

function useBreakdownNames({ names }: Utilization, groupBy: Grouping) {
  const { utilization: words } = useStaffWords()
  const nameOf = useNameOf()
  const placeName = useCallback(
    ({ key, instrumentId }: Place) => {
      if (groupBy === 'month') return key
      return instrumentId === null ? words.ofInstruments : nameOf(names[instrumentId]) || instrumentId
    },
    [groupBy, names, nameOf, words],
  )
  const seriesName = useCallback(
    ({ key }: Series) => {
      if (key === others) return words.others
      return key === rest ? words.rest : nameOf(names[key]) || key
    },
    [names, nameOf, words],
  )
  return { placeName, seriesName }
}

interface Texts {
  readonly placeName: (place: Place) => string
  readonly seriesName: (series: Series) => string
  readonly hours: string
}

const legendCharactersMax = 28
/** Longer names stand aslant under their bars. */
const axisCharactersMax = 8
const slanted = { rotate: 40, width: 130, overflow: 'truncate' as const }

function stackedOption({ places, series }: Breakdown, texts: Texts, look: ChartLook) {
  const common = commonOption(look)
  const names = places.map(texts.placeName)
  const isLong = names.some(name => name.length > axisCharactersMax)
  return {
    ...common,
    tooltip: { ...common.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { ...legendLook(look), formatter: shortened },
    grid: { top: 56, left: 8, right: 16, bottom: 8, containLabel: true },
    xAxis: {
      ...axisLook(look),
      type: 'category',
      data: names,
      axisLabel: { ...axisLook(look).axisLabel, ...(isLong && slanted) },
    },
    yAxis: { ...axisLook(look), type: 'value', name: texts.hours },
    series: series.map(each => ({
      name: texts.seriesName(each),
      type: 'bar',
      stack: 'used',
      barMaxWidth: 48,
      data: each.seconds.map(chartHours),
    })),
  }
}

/** Legends have little room; the table has the whole name. */
const shortened = (name: string) =>
  name.length > legendCharactersMax ? `${name.slice(0, legendCharactersMax)}…` : name

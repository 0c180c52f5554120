import { useCallback, useMemo } from 'react'
import type { Utilization, UtilizationRow } from '../../../api/queries/reports.ts'
import { ScrollBox, Section } from '../../../kit/page.tsx'
import { hoursText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'
import { Chart } from './chart.tsx'
import { axisLook, type ChartLook, commonOption, legendLook } from './chartLook.ts'
import { chartHours, usePercent } from './figures.ts'

const COLUMNS = {
  open: 'openSeconds',
  available: 'availableSeconds',
  used: 'usedSeconds',
  members: 'usedByMembersSeconds',
  outside: 'usedByOutsidersSeconds',
  idle: 'idleSeconds',
  offHours: 'offHoursSeconds',
} as const
type Column = keyof typeof COLUMNS

type Month = { readonly month: string; readonly own: number } & { readonly [Key in Column]: number }

/** The columns of the table; what owners had is what is left of used time. */
const TOLD = ['open', 'available', 'used', 'own', 'members', 'outside', 'idle', 'offHours'] as const

/** Months in order; those of several zones are added up. */
function monthsIn(rows: readonly UtilizationRow[]): Month[] {
  const columns = Object.keys(COLUMNS) as Column[]
  return [...Map.groupBy(rows, ({ period }) => period.start.slice(0, 'yyyy-mm'.length))].map(
    ([month, alike]) => {
      const sums = columns.map(column => [
        column,
        alike.reduce((sum, { time }) => sum + (time[COLUMNS[column]] ?? 0), 0),
      ])
      return { month, ...Object.fromEntries(sums) } as Month
    },
  )
}

const shareOf = ({ used, available }: Month) => (available === 0 ? null : used / available)

/** Use and utilization from month to month. */
export function Trend({ report }: { readonly report: Utilization }) {
  const { utilization: words } = useStaffWords()
  const locale = useLocale()
  const percent = usePercent()
  const months = useMemo(() => monthsIn(report.rows), [report])
  const draw = useCallback((look: ChartLook) => trendOption(months, words, look), [months, words])
  return (
    <Section title={words.trend}>
      <Chart label={words.trendLabel} draw={draw}>
        <ScrollBox label={words.trendLabel}>
          <table>
            <thead>
              <tr>
                <th>{words.month}</th>
                {TOLD.map(column => (
                  <th key={column} className="number">
                    {words.metrics[column]} <span className="unit">{words.hoursUnit}</span>
                  </th>
                ))}
                <th className="number">{words.metrics.utilization}</th>
              </tr>
            </thead>
            <tbody>
              {months.map(each => (
                <tr key={each.month}>
                  <th scope="row">{each.month}</th>
                  {TOLD.map(column => (
                    <td key={column} className="number">
                      {hoursText(each[column], locale)}
                    </td>
                  ))}
                  <td className="number">{percent(shareOf(each))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </Chart>
    </Section>
  )
}

type TrendWords = ReturnType<typeof useStaffWords>['utilization']

function trendOption(months: readonly Month[], words: TrendWords, look: ChartLook) {
  const common = commonOption(look)
  const axis = axisLook(look)
  return {
    ...common,
    tooltip: { ...common.tooltip, trigger: 'axis' },
    legend: legendLook(look),
    grid: { top: 64, left: 8, right: 8, bottom: 8, containLabel: true },
    xAxis: { ...axis, type: 'category', data: months.map(({ month }) => month) },
    yAxis: [
      { ...axis, type: 'value', name: words.hoursUnit },
      { ...axis, type: 'value', name: '%', min: 0, max: 100, splitLine: { show: false } },
    ],
    series: [
      {
        name: words.metrics.used,
        type: 'bar',
        barMaxWidth: 48,
        data: months.map(({ used }) => chartHours(used)),
      },
      {
        name: `${words.metrics.utilization} (%)`,
        type: 'line',
        yAxisIndex: 1,
        symbolSize: 8,
        data: months.map(each => percentOf(shareOf(each))),
      },
    ],
  }
}

/** To one decimal; a gap where there is no figure. */
const percentOf = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10)

import { useCallback } from 'react'
import { type LoadReport, type ReportAsked, useLoad } from '../../../api/queries/reports.ts'
import { Waiting } from '../../../kit/note.tsx'
import { ScrollBox, Section } from '../../../kit/page.tsx'
import { hoursText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'
import { Chart } from './chart.tsx'
import { axisLook, type ChartLook, commonOption } from './chartLook.ts'
import { chartHours } from './figures.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** When in the week the instruments are used. */
export function HeatMap({ asked }: { readonly asked: ReportAsked }) {
  const { utilization: words } = useStaffWords()
  const load = useLoad(asked)
  return (
    <Section title={words.heat}>
      <p className="quiet">{words.heatHelp}</p>
      {load.data === undefined ? (
        <Waiting error={load.error} onRetry={() => void load.refetch()} />
      ) : (
        <WeekChart load={load.data} />
      )}
    </Section>
  )
}

function WeekChart({ load }: { readonly load: LoadReport }) {
  const { utilization: words } = useStaffWords()
  const locale = useLocale()
  const draw = useCallback((look: ChartLook) => heatOption(load, words, look), [load, words])
  const used = (weekday: number, hour: number) =>
    load.cells.find(cell => cell.weekday === weekday && cell.hour === hour)?.usedSeconds ?? 0
  return (
    <Chart label={words.heatLabel} draw={draw}>
      <ScrollBox label={words.heatLabel}>
        <table className="tight">
          <thead>
            <tr>
              <th>{words.weekday}</th>
              {HOURS.map(hour => (
                <th key={hour} className="number">
                  {hour}
                </th>
              ))}
              <th className="number">
                {words.total} <span className="unit">{words.hoursUnit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map(weekday => (
              <tr key={weekday}>
                <th scope="row">{words.weekdays[weekday - 1]}</th>
                {HOURS.map(hour => (
                  <td key={hour} className="number">
                    {hoursText(used(weekday, hour), locale)}
                  </td>
                ))}
                <td className="number">
                  {hoursText(
                    HOURS.reduce((sum, hour) => sum + used(weekday, hour), 0),
                    locale,
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Chart>
  )
}

type HeatWords = ReturnType<typeof useStaffWords>['utilization']

function heatOption({ cells }: LoadReport, words: HeatWords, look: ChartLook) {
  const common = commonOption(look)
  const axis = { ...axisLook(look), type: 'category', splitArea: { show: false } }
  const most = Math.max(...cells.map(cell => chartHours(cell.usedSeconds)), 1)
  return {
    ...common,
    // Patterns tell series apart; here the shade is the figure.
    aria: { enabled: false },
    grid: { top: 8, left: 8, right: 16, bottom: 64, containLabel: true },
    xAxis: { ...axis, data: HOURS.map(String), name: words.hour },
    yAxis: { ...axis, data: [...words.weekdays], inverse: true },
    visualMap: {
      min: 0,
      max: most,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      text: [`${most} ${words.hoursUnit}`, '0'],
      textStyle: { color: look.ink, fontFamily: look.font },
      inRange: { color: [look.sunk, look.accent] },
    },
    series: [
      {
        type: 'heatmap',
        name: words.metrics.used,
        data: cells.map(({ weekday, hour, usedSeconds }) => [hour, weekday - 1, chartHours(usedSeconds)]),
        itemStyle: { borderColor: look.paper, borderWidth: 1 },
      },
    ],
  }
}

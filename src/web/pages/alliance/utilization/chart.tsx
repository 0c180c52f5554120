import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useStaffWords } from '../../../words/words.tsx'
import { chartLook, type ChartLook } from './chartLook.ts'

interface ChartProps {
  /** What a screen reader says of it. */
  readonly label: string
  /** Its option in the colours of the moment. */
  readonly draw: (look: ChartLook) => EChartsCoreOption
  /** The same figures as a real table. */
  readonly children: ReactNode
}

/** A chart with its table. The charting code is fetched once the first chart is shown. */
export function Chart({ label, draw, children }: ChartProps) {
  const { utilization } = useStaffWords()
  const { place, hasFailed } = useChart(draw)
  return (
    <>
      {hasFailed ? (
        <p className="quiet">{utilization.chartFailed}</p>
      ) : (
        <div className="chart" role="img" aria-label={label} ref={place} />
      )}
      <details className="twin" open={hasFailed}>
        <summary>{`${utilization.table}: ${label}`}</summary>
        {children}
      </details>
    </>
  )
}

function useChart(draw: ChartProps['draw']) {
  const place = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    let made: EChartsType | null = null
    let isWanted = true
    const start = async () => {
      try {
        const { init } = await import('./echarts.ts')
        if (!isWanted || place.current === null) return
        made = init(place.current)
        setChart(made)
      } catch {
        // Offline, or a new release has taken the file away: the table says the same.
        setFailed(true)
      }
    }
    void start()
    return () => {
      isWanted = false
      made?.dispose()
    }
  }, [])
  useEffect(() => {
    if (chart === null) return
    const show = () => chart.setOption(draw(chartLook()), { notMerge: true })
    show()
    const theme = new MutationObserver(show)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] })
    return () => theme.disconnect()
  }, [chart, draw])
  useEffect(() => {
    const box = place.current
    if (chart === null || box === null) return
    const size = new ResizeObserver(() => chart.resize())
    size.observe(box)
    return () => size.disconnect()
  }, [chart])
  return { place, hasFailed }
}

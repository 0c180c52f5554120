import { useMemo } from 'react'
import { prepareRow } from './cells.ts'
import type { Field } from './cursor.ts'
import { dayGrid, type DayGrid, scaleOf, stepOfMinutes } from './geometry.ts'
import { clocksOf, type Speech } from './labels.ts'
import type { TimelineRow, TimelineWords, TimeSpan, Zoom } from './model.ts'
import type { Plan } from './plan.ts'
import type { Viewport } from './useViewport.ts'
import { layoutRows } from './windowing.ts'

/** Below this width the names make room for the time. */
const narrowBelow = 600
const rowHeightMin = 40
const narrowRowHeightMin = 44
const nameWidths = { wide: 208, narrow: 96 }
/** The padding on either side and the line, as the style sheet has them. */
const besideNames = { wide: 25, narrow: 17 }

interface PlanSource {
  readonly rows: readonly TimelineRow[]
  readonly window: TimeSpan
  readonly zoom: Zoom
  readonly zone: string
  readonly snapMinutes: number
  readonly language: string
  readonly words: TimelineWords
}

export function usePlan(source: PlanSource, viewport: Viewport | null): Plan {
  const { rows, zoom, zone, snapMinutes, language, words } = source
  const { start, end } = source.window
  const width = viewport?.width ?? 0
  const isNarrow = width < narrowBelow
  const breadth = isNarrow ? 'narrow' : 'wide'
  const nameWidth = nameWidths[breadth]
  const nameRoom = nameWidth - besideNames[breadth]
  const window = useMemo(() => ({ start, end }), [start, end])
  const prepare = useMemo(
    () =>
      remembering((row: TimelineRow) =>
        prepareRow(row, window, isNarrow ? narrowRowHeightMin : rowHeightMin),
      ),
    [window, isNarrow],
  )
  const prepared = useMemo(() => rows.map(prepare), [rows, prepare])
  const layout = useMemo(() => layoutRows(prepared.map(row => row.height)), [prepared])
  const scale = useMemo(() => scaleOf(window, zoom, width - nameWidth), [window, zoom, width, nameWidth])
  const grids = useMemo(() => gridsOf(window, zoom, snapMinutes), [window, zoom, snapMinutes])
  const field = useMemo<Field>(() => {
    const zoneOf = (row: number): string => (zoom === 'month' ? zone : (prepared[row]?.row.zone ?? zone))
    return { window, rowCount: prepared.length, gridOf: row => grids(zoneOf(row)) }
  }, [window, prepared, grids, zoom, zone])
  const speech = useMemo<Speech>(() => {
    const clockOf = clocksOf(language)
    return { clock: clockOf(zone), clockOf, words }
  }, [language, zone, words])
  return { rows: prepared, layout, scale, zoom, grid: grids(zone), field, nameWidth, nameRoom, speech }
}

/** Days of each zone, made once. A month is worked in days, all else in steps of a few minutes. */
function gridsOf(window: TimeSpan, zoom: Zoom, snapMinutes: number): (zone: string) => DayGrid {
  const step = zoom === 'month' ? 'day' : stepOfMinutes(snapMinutes)
  const made = new Map<string, DayGrid>()
  return zone => {
    const grid = made.get(zone) ?? dayGrid(window, zone, step)
    made.set(zone, grid)
    return grid
  }
}

function remembering<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>()
  return key => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

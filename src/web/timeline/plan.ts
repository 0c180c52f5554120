import type { PreparedRow } from './cells.ts'
import type { Field } from './cursor.ts'
import type { DayGrid, Scale } from './geometry.ts'
import type { Speech } from './labels.ts'
import type { Zoom } from './model.ts'
import type { RowLayout } from './windowing.ts'

export const headHeight = 48

/** Everything about the timeline that does not change while it is scrolled. */
export interface Plan {
  readonly rows: readonly PreparedRow[]
  readonly layout: RowLayout
  readonly scale: Scale
  readonly zoom: Zoom
  /** The days of the axis. */
  readonly grid: DayGrid
  readonly field: Field
  readonly nameWidth: number
  /** What of it a line of a name has. */
  readonly nameRoom: number
  readonly speech: Speech
}

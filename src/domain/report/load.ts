import { dayMilliseconds, weekdayOfSerial } from '../calendar/day.ts'
import type { Span } from '../span.ts'
import { instant, millisecondsPerSecond, type Seconds, seconds, secondsPerHour } from '../units.ts'
import { wallAt } from '../zone.ts'
import type { InstrumentFacts } from './facts.ts'
import { partitionOf } from './partition.ts'
import type { Window } from './timeline.ts'

const hoursPerDay = 24
const hourMilliseconds = secondsPerHour * millisecondsPerSecond

/** Monday 0 o'clock to Sunday 23 o'clock: one cell an hour of the week. */
const cellCount = 7 * hoursPerDay

/** Used place-seconds in one hour of the week, on the clock of the instrument. */
export interface LoadCell {
  /** 1 is Monday. */
  readonly weekday: number
  /** 0–23. */
  readonly hour: number
  readonly usedSeconds: Seconds
}

/**
 * When in the week instruments are used. The cells add up to the used time (U) of the utilization report of
 * the same instruments and window: an hour that a clock shows twice counts twice, one it skips has none.
 */
export class WeekLoad {
  readonly #cells: number[] = Array.from({ length: cellCount }, () => 0)

  /** Adds the use of an instrument in `window`; `facts` must hold all that overlaps it. */
  add(facts: InstrumentFacts, window: Span, zone: string): void {
    partitionOf(facts, window, (stretch, places) => {
      if (places > 0) this.#spread(stretch, places, zone)
    })
  }

  cells(): LoadCell[] {
    return this.#cells.map((used, index) => ({
      weekday: Math.floor(index / hoursPerDay) + 1,
      hour: index % hoursPerDay,
      usedSeconds: seconds(used),
    }))
  }

  /** Clocks are set where an hour begins, so that from one full hour to the next nothing jumps. */
  #spread({ from, to }: Window, places: number, zone: string): void {
    for (let at = from; at < to;) {
      const wall = wallAt(zone, instant(at * millisecondsPerSecond))
      const leftMilliseconds = hourMilliseconds - modulo(wall, hourMilliseconds)
      const next = Math.min(to, at + Math.ceil(leftMilliseconds / millisecondsPerSecond))
      const cell = cellOf(wall)
      this.#cells[cell] = (this.#cells[cell] ?? 0) + places * (next - at)
      at = next
    }
  }
}

function cellOf(wall: number): number {
  const weekday = weekdayOfSerial(Math.floor(wall / dayMilliseconds))
  return (weekday - 1) * hoursPerDay + Math.floor(modulo(wall, dayMilliseconds) / hourMilliseconds)
}

/** The remainder that is never negative: walls before 1970 are. */
const modulo = (value: number, by: number) => ((value % by) + by) % by

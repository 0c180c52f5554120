import { memo, type ReactNode } from 'react'
import { type DayGrid, type Scale, tickHours, ticksOf, xOf } from './geometry.ts'
import type { Speech } from './labels.ts'
import type { TimeSpan } from './model.ts'

/** Room that `09:00` takes, with air. */
const tickRoom = 44
/** From this width on a day is written with its year, and from the next with its month. */
const fullDayWidth = 128
const shortDayWidth = 76

interface AxisProps {
  readonly scale: Scale
  readonly grid: DayGrid
  /** The part of time to render. */
  readonly part: TimeSpan
  readonly nameWidth: number
  readonly speech: Speech
}

/** The head row: the days, each label staying in sight while its day does, and hours beneath. */
export const Head = memo((props: AxisProps & { readonly now: number }) => {
  const { scale, grid, part, nameWidth, speech, now } = props
  const { clock, words } = speech
  const hours = tickHours(scale, tickRoom)
  return (
    <div className="tl-head" role="row" aria-rowindex={1}>
      <div className="tl-corner" role="columnheader" aria-colindex={1}>
        {words.instrument}
      </div>
      {daysIn(grid, part).map((day, index) => {
        const { left, width } = spread(day, scale)
        const [first, second] = dayTexts(speech, day.start, width, { named: index === 0, ticks: hours < 24 })
        return (
          <div
            key={day.date}
            className="tl-day"
            role="columnheader"
            aria-label={clock.day(day.start)}
            style={{ left: nameWidth + left, width }}
          >
            <span className="tl-day-name">{first}</span>
            {second !== undefined && <span className="tl-weekday">{second}</span>}
          </div>
        )
      })}
      {ticksOf(grid, part, hours).map(at => (
        <span key={at} className="tl-tick" aria-hidden="true" style={{ left: nameWidth + xOf(scale, at) }}>
          {clock.time(at)}
        </span>
      ))}
      {now >= scale.window.start && now < scale.window.end && (
        <span className="tl-now-label" aria-hidden="true" style={{ left: nameWidth + xOf(scale, now) }}>
          {`${words.now} ${clock.time(now)}`}
        </span>
      )}
    </div>
  )
})
Head.displayName = 'Head'

/** Lines behind the rows: strong at midnight, faint at the hours that the head names. */
export const Lines = memo(({ scale, grid, part, nameWidth }: AxisProps) => {
  const line = (at: number, className: string): ReactNode => (
    <div key={at} className={className} aria-hidden="true" style={{ left: nameWidth + xOf(scale, at) }} />
  )
  const midnights = daysIn(grid, part).filter(day => day.start > scale.window.start)
  const ticks = ticksOf(grid, part, tickHours(scale, tickRoom))
  return [...midnights.map(day => line(day.start, 'tl-midnight')), ...ticks.map(at => line(at, 'tl-hour'))]
})
Lines.displayName = 'Lines'

function daysIn({ days }: DayGrid, part: TimeSpan): DayGrid['days'] {
  return days.filter(day => day.start < part.end && day.end > part.start)
}

function spread(day: TimeSpan, scale: Scale): { left: number; width: number } {
  const left = xOf(scale, Math.max(day.start, scale.window.start))
  return { left, width: xOf(scale, Math.min(day.end, scale.window.end)) - left }
}

/** A day as briefly as its width asks; with no hours beneath, the weekday takes their line. */
function dayTexts(
  { clock }: Speech,
  at: number,
  width: number,
  { named, ticks }: { named: boolean; ticks: boolean },
): [string, string?] {
  if (ticks) return [width >= fullDayWidth ? clock.day(at) : clock.shortDay(at)]
  const date = clock.day(at).slice(0, '2026-11-23'.length)
  const isFirst = named || date.endsWith('-01')
  if (width >= shortDayWidth) return [date.slice('2026-'.length), clock.weekday(at)]
  return [
    isFirst && width >= 40 ? date.slice('2026-'.length) : date.slice('2026-11-'.length),
    clock.weekday(at),
  ]
}

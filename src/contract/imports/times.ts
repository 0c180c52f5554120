import { isDay } from '../../domain/calendar/day.ts'
import { isKnownZone } from '../../domain/calendar/almanac.ts'
import { type Day, type Instant, instant, millisecondsPerSecond, type TimeOfDay } from '../../domain/units.ts'
import { resolveWallTime } from '../../domain/zone.ts'
import { type CellReader, meaningless, type Meaning, meant } from './cells.ts'

/** A moment as a cell gives it: an instant, or a wall time that still needs its zone. */
export type Moment =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'wall'; readonly day: Day; readonly time: TimeOfDay; readonly second: number }

const separatedDay = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u
const chineseDay = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u
const compactDay = /^(\d{4})(\d{2})(\d{2})$/u

/** A date: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301 or a workbook's own. */
export const day: CellReader<Day> = text => {
  const read = dayIn(
    text
      .normalize('NFKC')
      .trim()
      .replace(/[T ]00:00(?::00)?$/u, ''),
  )
  return read === undefined ? meaningless('not-a-day') : meant(read)
}

function dayIn(text: string): Day | undefined {
  const [, year, , month, date] = separatedDay.exec(text) ?? []
  const [, ...others] = chineseDay.exec(text) ?? compactDay.exec(text) ?? []
  const parts = year === undefined ? others : [year, month ?? '', date ?? '']
  const written = parts.map(part => part.padStart(2, '0')).join('-')
  return isDay(written) ? written : undefined
}

const clock = /(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d+)?)?/u.source
const offset = /(?<offset>Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)/u.source
const momentShape = new RegExp(`^(?<day>.+?)(?:T|\\s+|(?<=日))${clock}${offset}?$`, 'iu')

/** No moment is written longer; the pattern above must not chew on a page of blanks. */
const momentLengthMax = 64

/** A date with a time of day: RFC 3339 with an offset is an instant, without one it is a wall time. */
export const moment: CellReader<Moment> = text => {
  if (text.length > momentLengthMax) return meaningless('not-an-instant')
  const parts = momentShape.exec(text.normalize('NFKC').trim())?.groups
  if (parts === undefined) return meaningless('not-an-instant')
  const on = dayIn(parts['day'] ?? '')
  const hour = Number(parts['hour'])
  const second = Number(parts['second'] ?? 0)
  if (on === undefined || hour > 24 || Number(parts['minute']) > 59 || second > 59)
    return meaningless('not-an-instant')
  const time = `${String(hour).padStart(2, '0')}:${parts['minute']}` as TimeOfDay
  if (hour === 24 && (time !== '24:00' || second > 0)) return meaningless('not-an-instant')
  if (parts['offset'] === undefined) return meant({ kind: 'wall', day: on, time, second })
  return offsetMoment({ on, time, second, offset: parts['offset'], fraction: parts['fraction'] ?? '' })
}

interface OffsetParts {
  readonly on: Day
  readonly time: TimeOfDay
  readonly second: number
  readonly offset: string
  readonly fraction: string
}

function offsetMoment({ on, time, second, offset, fraction }: OffsetParts): Meaning<Moment> {
  const utc = resolveWallTime('UTC', on, time)
  if (utc.kind !== 'instant') return meaningless('not-an-instant')
  const milliseconds = Number(fraction.slice(1, 4).padEnd(3, '0'))
  const at = utc.at - offsetMinutes(offset) * 60_000 + second * millisecondsPerSecond + milliseconds
  return meant({ kind: 'instant', at: instant(at) })
}

function offsetMinutes(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const [sign, hours, minutes] = [offset[0], offset.slice(1, 3), offset.slice(-2)]
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/**
 * Gives a moment its instant. A wall time that the clock skipped is refused, and so is one that it
 * showed twice: the file must then say which, with an offset. Asserts that the zone is known.
 */
export function instantOf(of: Moment, zone: string): Meaning<Instant> {
  if (of.kind === 'instant') return meant(of.at)
  const meaning = resolveWallTime(zone, of.day, of.time)
  if (meaning.kind === 'skipped') return meaningless('wall-time-skipped')
  if (meaning.kind === 'repeated') return meaningless('wall-time-repeated')
  return meant(instant(meaning.at + of.second * millisecondsPerSecond))
}

/** An IANA zone, `Asia/Shanghai`. */
export const zone: CellReader<string> = text =>
  isKnownZone(text.trim()) ? meant(text.trim()) : meaningless('not-a-zone')

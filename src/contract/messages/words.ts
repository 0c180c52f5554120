import type { Refusal, RefusalCode } from '../../domain/refusal.ts'
import type { Span } from '../../domain/span.ts'
import { type Instant, type Seconds, secondsPerDay, secondsPerHour } from '../../domain/units.ts'
import { formatInstant } from '../../domain/zone.ts'

/** Problems that no rule of the house has refused: they lie in the request or in the machine. */
export const PROBLEM_CODES = [
  'bad-request',
  'unauthenticated',
  'no-such-route',
  'not-acceptable',
  'body-too-large',
  'unsupported-media-type',
  'too-many-requests',
  'unavailable',
  'internal',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Faults of input that our own shapes find beside those of zod. */
export type FaultCode =
  | 'not-a-uscc'
  | 'not-a-ror'
  | 'not-well-formed'
  | 'day-out-of-range'
  | 'instant-out-of-range'
  | 'not-a-time-of-day'
  | 'unknown-zone'
  | 'one-of-instrument-or-pool'
  | 'one-of-instrument-or-alliance'
  | 'ends-before-start'
  | 'window-too-long'

/** A title that is the same for each case of the code, and the sentence about this one. */
type Wording<Of> = readonly [title: string, detail: (refusal: Of, clock: Clock) => string]

/** Everything that one language must say; a code without words does not compile. */
export interface Words {
  readonly refusals: { readonly [Code in RefusalCode]: Wording<Extract<Refusal, { code: Code }>> }
  readonly problems: Readonly<Record<ProblemCode, readonly [title: string, detail: string]>>
  readonly faults: Readonly<Record<FaultCode, string>>
}

/** Units of time as a language writes them, largest first. */
export interface TimeUnits {
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
}

const secondsPerMinute = 60
const minuteTextLength = 16
const dayTextLength = 10

/** `2 h 30 min`; nothing is rounded away. */
export function lengthIn(units: TimeUnits, total: Seconds): string {
  const parts = [
    [Math.floor(total / secondsPerDay), units.day],
    [Math.floor((total % secondsPerDay) / secondsPerHour), units.hour],
    [Math.floor((total % secondsPerHour) / secondsPerMinute), units.minute],
    [total % secondsPerMinute, units.second],
  ] as const
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return written.length > 0 ? written.join(' ') : `0 ${units.minute}`
}

/** An amount of quota: seconds as a length, the rest in the words of its unit. */
export function quantityIn(
  units: Readonly<Record<'day' | 'sample', string>>,
  length: (total: Seconds) => string,
  unit: string | null,
  amount: number | string,
): string {
  if (unit === 'second') return length(Number(amount) as Seconds)
  return `${amount} ${unit === 'day' || unit === 'sample' ? units[unit] : (unit ?? '')}`.trim()
}

/** Writes moments as the clocks of one place show them. */
export interface Clock {
  /** `2026-03-01 10:00`; in UTC it says so. */
  readonly moment: (at: Instant) => string
  /** `2026-03-01 10:00–12:00`, and both days where they differ. */
  readonly stretch: (span: Span) => string
}

/** The clocks of a zone: of the instrument where one is spoken of, else UTC. The data beside is exact. */
export function clockOf(zone: string): Clock {
  const note = zone === 'UTC' ? ' UTC' : ''
  const moment = (at: Instant) =>
    `${formatInstant(zone, at).slice(0, minuteTextLength).replace('T', ' ')}${note}`
  const stretch = ({ start, end }: Span) => {
    const [day, last] = [start, end].map(at => formatInstant(zone, at).slice(0, dayTextLength))
    return day === last
      ? `${moment(start).slice(0, minuteTextLength)}–${moment(end).slice(dayTextLength + 1)}`
      : `${moment(start)} – ${moment(end)}`
  }
  return { moment, stretch }
}

/** A number that the database's guard did not know stays out of the sentence. */
export const known = (value: number | string | null, say: (value: number | string) => string) =>
  value === null ? '' : say(value)

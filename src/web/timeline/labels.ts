import { type CellState, cellState, type PreparedRow } from './cells.ts'
import { millisecondsPerHour } from './geometry.ts'
import type { TimelineItem, TimelineOutage, TimelineRow, TimelineWords, TimeSpan } from './model.ts'

/** Writes moments in one language as the clock of one zone shows them. */
export interface Clock {
  readonly zone: string
  /** `09:30` */
  readonly time: (at: number) => string
  /** `2026-11-23 周一` */
  readonly day: (at: number) => string
  /** `11-23 周一`, where the year is plain from what stands around. */
  readonly shortDay: (at: number) => string
  /** `周一` */
  readonly weekday: (at: number) => string
  /** `11-23 周一 09:30–10:30`, with the second day named where it is another. */
  readonly span: (span: TimeSpan) => string
}

/** Everything that labels are made of; changes only with the language or the zone. */
export interface Speech {
  readonly clock: Clock
  readonly clockOf: (zone: string) => Clock
  readonly words: TimelineWords
}

/** A language that writes dates as ISO 8601 does. */
const isoDates = 'sv-SE'

function clockOf(language: string, zone: string): Clock {
  const times = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const weekdays = new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'short' })
  const dates = new Intl.DateTimeFormat(isoDates, { timeZone: zone, dateStyle: 'short' })
  const date = (at: number): string => dates.format(at)
  const day = (at: number): string => `${date(at)} ${weekdays.format(at)}`
  const shortDay = (at: number): string => day(at).slice('2026-'.length)
  const span = ({ start, end }: TimeSpan): string => {
    // An end at midnight belongs to the day before: 24:00 reads as the end of that day.
    const lastDate = date(end - 1)
    const endTime = date(end) === lastDate ? times.format(end) : '24:00'
    const from = `${shortDay(start)} ${times.format(start)}`
    return date(start) === lastDate ? `${from}–${endTime}` : `${from} – ${shortDay(end - 1)} ${endTime}`
  }
  return { zone, time: at => times.format(at), day, shortDay, weekday: at => weekdays.format(at), span }
}

/** A clock for each zone, made once: formats are dear to make and cheap to use. */
export function clocksOf(language: string): (zone: string) => Clock {
  const made = new Map<string, Clock>()
  return zone => {
    const clock = made.get(zone) ?? clockOf(language, zone)
    made.set(zone, clock)
    return clock
  }
}

/** A span in the axis' zone and, where the instrument's clock shows another time, in its own. */
export function timeLabel(span: TimeSpan, zone: string, { clock, clockOf, words }: Speech): string {
  const here = clock.span(span)
  if (zone === clock.zone) return here
  const there = clockOf(zone).span(span)
  return here === there ? here : words.sentence([here, words.localTime(there, zone)])
}

/** A bar in words: what, when, in which state, whose. */
export function itemLabel(item: TimelineItem, row: TimelineRow, speech: Speech): string {
  return itemSentence(item, timeLabel(item, row.zone, speech), speech.words)
}

/** The same with the time written as `time`; without it where the time stands beside. */
export function itemSentence(item: TimelineItem, time: string | undefined, words: TimelineWords): string {
  const parts = [item.title, item.detail, time, words.states[item.state]]
  const more = [item.own && words.own, item.places > 1 && words.places(item.places)]
  return words.sentence([...new Set([...parts, ...more])].filter(part => typeof part === 'string'))
}

export function outageLabel({ planned, reason }: TimelineOutage, words: TimelineWords): string {
  const what = planned ? words.plannedOutage : words.unplannedOutage
  return reason === null ? what : words.because(what, reason)
}

/** A cell as it is read out: instrument, day, time, and whether it is free. */
export function cellLabel(prepared: PreparedRow, cell: TimeSpan, speech: Speech, now: number): string {
  const { row } = prepared
  const { words } = speech
  const state = cellState(prepared, cell)
  const parts = [row.label, timeLabel(cell, row.zone, speech), stateLabel(row, state, speech)]
  return words.sentence(cell.end <= now ? [...parts, words.past] : parts)
}

export function lengthLabel({ start, end }: TimeSpan, words: TimelineWords): string {
  return words.hours(Math.round(((end - start) / millisecondsPerHour) * 100) / 100)
}

function stateLabel(row: TimelineRow, state: CellState, speech: Speech): string {
  const { words } = speech
  const { items, outage, closed, placesLeft } = state
  const hindrance = outage === undefined ? closed && words.closed : outageLabel(outage, words)
  const one = items.length === 1 && items[0]
  const taken = one ? itemLabel(one, row, speech) : items.length > 1 && words.itemsInCell(items.length)
  const left = row.capacity > 1 && hindrance === false && words.placesLeft(placesLeft, row.capacity)
  const said = [hindrance, taken, left].filter(part => typeof part === 'string')
  return said.length > 0 ? words.sentence(said) : words.free
}

import { type ReactNode, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { prepareRow, type PreparedRow } from './cells.ts'
import { dayGrid, stepOfMinutes, type ZoneDay } from './geometry.ts'
import { clocksOf, itemSentence, outageLabel, type Speech, timeLabel } from './labels.ts'
import { entriesOf, type ListEntry } from './listEntries.ts'
import type { TimelineRow, TimelineWords, TimeSpan } from './model.ts'

/** Instruments shown at once; more on demand, so that a day of hundreds opens at once. */
const pageSize = 25
const slotMinutesUsual = 60

export interface TimelineListProps {
  readonly rows: readonly TimelineRow[]
  readonly window: TimeSpan
  /** Zone of the days. */
  readonly zone: string
  readonly now: number
  /** Free time is offered from the next full step of so many minutes on. */
  readonly snapMinutes: number
  /** How long a slot is offered where there is room; an hour unless said otherwise. */
  readonly slotMinutes?: number
  readonly language: string
  readonly words: TimelineWords
  /** Names the list. */
  readonly label: string
  readonly onSelect: (rowId: string, span: TimeSpan) => void
  readonly onOpen: (itemId: string, rowId: string) => void
}

/** The timeline as text: a section for each day, in it what each instrument holds and what is free. */
export function TimelineList(props: TimelineListProps): ReactNode {
  const { rows, zone, now, language, words, label } = props
  const { start, end } = props.window
  const days = useMemo(() => dayGrid({ start, end }, zone, 'day').days, [start, end, zone])
  const speech = useMemo<Speech>(() => {
    const clockOf = clocksOf(language)
    return { clock: clockOf(zone), clockOf, words }
  }, [language, zone, words])
  const today = days.find(day => day.start <= now && now < day.end) ?? days[0]
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map())
  return (
    <section className="tl-list" aria-label={label}>
      {rows.length === 0 && <p className="tl-empty">{words.noRows}</p>}
      {rows.length > 0 &&
        days.map(day => {
          const isOpen = opened.get(day.date) ?? day === today
          const toggle = (open: boolean): void => setOpened(before => new Map(before).set(day.date, open))
          return (
            <details key={day.date} open={isOpen} onToggle={event => toggle(event.currentTarget.open)}>
              <summary>
                <h3>{speech.clock.day(day.start)}</h3>
              </summary>
              {isOpen && <Day {...props} day={day} speech={speech} />}
            </details>
          )
        })}
    </section>
  )
}

interface DayProps extends TimelineListProps {
  readonly day: ZoneDay
  readonly speech: Speech
}

function Day(props: DayProps): ReactNode {
  const { rows, day, words } = props
  const [count, setCount] = useState(pageSize)
  const prepared = useMemo(() => rows.slice(0, count).map(row => prepareRow(row, day, 0)), [rows, day, count])
  const rest = rows.length - prepared.length
  return (
    <>
      {prepared.map(row => (
        <Instrument key={row.row.id} {...props} prepared={row} />
      ))}
      {rest > 0 && (
        <button type="button" className="tl-button" onClick={() => setCount(count + pageSize)}>
          {words.more(Math.min(rest, pageSize))}
        </button>
      )}
    </>
  )
}

function Instrument(props: DayProps & { readonly prepared: PreparedRow }): ReactNode {
  const { prepared, day, now, snapMinutes, words } = props
  const { row } = prepared
  const step = stepOfMinutes(snapMinutes)
  const entries = entriesOf(prepared, day, Math.ceil(now / step) * step)
  return (
    <div className="tl-list-row">
      <h4>
        {row.href === undefined ? row.label : <Link href={row.href}>{row.label}</Link>}
        {row.detail !== undefined && <span className="tl-detail">{row.detail}</span>}
      </h4>
      {entries.length === 0 && <p className="tl-detail">{words.nothing}</p>}
      <ul>
        {entries.map(entry => (
          <Entry key={`${entry.kind}-${entry.span.start}-${entry.id}`} {...props} entry={entry} />
        ))}
      </ul>
    </div>
  )
}

interface EntryProps extends DayProps {
  readonly prepared: PreparedRow
  readonly entry: ListEntry
}

function Entry(props: EntryProps): ReactNode {
  const { entry, speech, words, onSelect, onOpen, slotMinutes = slotMinutesUsual } = props
  const { row } = props.prepared
  const { clock } = speech
  const time = clock.span(entry.span).slice(clock.shortDay(entry.span.start).length + 1)
  const named = (verb: string): string => words.sentence([verb, row.label, time])
  return (
    <li
      className="tl-entry"
      data-kind={entry.kind}
      data-state={entry.kind === 'item' ? entry.item.state : undefined}
    >
      <span className="tl-entry-time">{time}</span>
      <span className="tl-entry-what">{textOf(entry, row, speech)}</span>
      {entry.kind === 'free' && (
        <button
          type="button"
          className="tl-button"
          aria-label={named(words.book)}
          onClick={() => onSelect(row.id, slotIn(entry.span, slotMinutes))}
        >
          {words.book}
        </button>
      )}
      {entry.kind === 'item' && (
        <button
          type="button"
          className="tl-button"
          aria-label={named(words.open)}
          onClick={() => onOpen(entry.item.id, row.id)}
        >
          {words.open}
        </button>
      )}
    </li>
  )
}

/** The first slot of free time, or all of it where it is shorter. */
function slotIn({ start, end }: TimeSpan, minutes: number): TimeSpan {
  return { start, end: Math.min(end, start + stepOfMinutes(minutes)) }
}

function textOf(entry: ListEntry, row: TimelineRow, speech: Speech): string {
  const { words } = speech
  switch (entry.kind) {
    case 'free':
      return row.capacity > 1
        ? words.sentence([words.free, words.placesLeft(entry.places, row.capacity)])
        : words.free
    case 'closed':
      return words.closed
    case 'outage':
      return outageLabel(entry.outage, words)
    case 'item':
      return itemSentence(
        entry.item,
        isCut(entry) ? timeLabel(entry.item, row.zone, speech) : undefined,
        words,
      )
    default:
      return entry satisfies never
  }
}

/** Whether a booking goes on beyond the day, so that the hours beside it are not all of it. */
function isCut({ item, span }: ListEntry & { kind: 'item' }): boolean {
  return item.start < span.start || item.end > span.end
}

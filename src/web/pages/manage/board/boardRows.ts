import type { Booking } from '../../../api/queries/bookings.ts'
import type { Availability, Instrument } from '../../../api/queries/instruments.ts'
import { instantOf, minuteMilliseconds, type Span, spanOf } from '../../../time.ts'
import type { ItemState, TimelineItem, TimelineRow } from '../../../timeline/model.ts'

/** What a bar of the board says, in the reader's language. */
export interface BoardSpeech {
  readonly nameOf: (instrument: Instrument) => string
  readonly unnamed: string
}

/** Bookings that claim their time; those that ended without it are not drawn. */
const ITEM_STATES: Partial<Readonly<Record<Booking['state'], ItemState>>> = {
  requested: 'requested',
  confirmed: 'confirmed',
  in_use: 'in_use',
  completed: 'completed',
}

export const isDrawn = ({ state }: Booking) => ITEM_STATES[state] !== undefined

/** One row for each instrument, with its hours, outages and bookings by name. */
export function boardRows(
  instruments: readonly Instrument[],
  times: readonly Availability[],
  bookings: readonly Booking[],
  speech: BoardSpeech,
): TimelineRow[] {
  const timeOf = new Map(times.map(each => [each.instrumentId, each]))
  const bookingsOf = Map.groupBy(bookings.filter(isDrawn), each => each.instrumentId)
  return instruments.map(instrument => {
    const time = timeOf.get(instrument.id)
    const { id, location, zone, capacity } = instrument
    return {
      id,
      label: speech.nameOf(instrument),
      ...(location !== null && { detail: location }),
      href: `/manage/instruments/${id}`,
      zone,
      capacity,
      open: time === undefined ? null : time.open.map(spanOf),
      outages: (time?.outages ?? []).map(outage => ({
        ...spanOf(outage),
        id: outage.id,
        planned: outage.kind === 'planned',
        reason: outage.reason,
      })),
      items: (bookingsOf.get(id) ?? []).map(booking => itemOf(booking, speech)),
    }
  })
}

function itemOf(booking: Booking, { unnamed }: BoardSpeech): TimelineItem {
  const { id, kind, person, projectCode, title, places } = booking
  const isUse = kind === 'use'
  const name = person.name ?? unnamed
  return {
    ...shownSpan(booking),
    id,
    title: projectCode === null ? name : `${name} · ${projectCode}`,
    ...(title !== null && { detail: title }),
    state: isUse ? (ITEM_STATES[booking.state] ?? 'confirmed') : 'maintenance',
    places,
    own: false,
    movable: false,
  }
}

/** The time of a bar; the rest of one that was checked out early is free for others. */
function shownSpan(booking: Booking): Span {
  const { start, end } = spanOf(booking)
  const { state, checkedOutAt } = booking
  if (state !== 'completed' || checkedOutAt === null) return { start, end }
  return { start, end: Math.min(end, Math.max(start + minuteMilliseconds, instantOf(checkedOutAt))) }
}

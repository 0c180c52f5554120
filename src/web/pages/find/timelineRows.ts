import type { Booking } from '../../api/queries/bookings.ts'
import type { Availability, Instrument } from '../../api/queries/instruments.ts'
import { instantOf, type Span, spanOf } from '../../time.ts'
import type { ItemState, TimelineItem, TimelineRow } from '../../timeline/model.ts'

interface RowSource {
  readonly instrument: Instrument
  readonly label: string
  readonly detail?: string
  /** Absent while it loads, or where the calendar is not open to the reader. */
  readonly time: Availability | undefined
  /** Bookings on it that the reader may see. */
  readonly bookings: readonly Booking[]
  readonly readerId: string
  /** What the reader's own booking without a title is called, and somebody's. */
  readonly untitled: string
  readonly busy: string
  readonly now: number
}

const busyPrefix = 'busy-'

/** Whether an item is no more to the reader than time that is taken. */
export const isBusyId = (itemId: string) => itemId.startsWith(busyPrefix)

/** An instrument on the timeline: bookings that the reader may see, and of all others that time is taken. */
export function rowOf(source: RowSource): TimelineRow {
  const { instrument, label, detail, time, busy } = source
  const live = source.bookings.filter(each => each.instrumentId === instrument.id && isLive(each))
  const capacity = instrument.exclusive ? 1 : instrument.capacity
  const taken = othersTime(time?.busy ?? [], live)
  return {
    id: instrument.id,
    label,
    ...(detail !== undefined && { detail }),
    href: `/instruments/${instrument.id}`,
    zone: instrument.zone,
    capacity,
    open: time === undefined ? [] : time.open.map(spanOf),
    outages: (time?.outages ?? []).map(({ id, kind, reason, ...written }) => ({
      id,
      ...spanOf(written),
      planned: kind === 'planned',
      reason,
    })),
    items: [
      ...live.map(each => itemOf(each, source)),
      ...taken.map(each => ({
        ...each,
        id: `${busyPrefix}${instrument.id}-${each.start}`,
        title: capacity === 1 ? busy : `${busy} ${each.places}/${capacity}`,
        state: 'busy' as const,
        own: false,
        movable: false,
      })),
    ],
  }
}

function itemOf(booking: Booking, { readerId, untitled, busy, now }: RowSource): TimelineItem {
  const own = booking.person.id === readerId || booking.bookedById === readerId
  const span = spanOf(booking)
  return {
    ...span,
    id: booking.id,
    title: booking.title ?? (own ? untitled : (booking.person.name ?? busy)),
    ...(booking.projectCode !== null && { detail: booking.projectCode }),
    state: booking.kind === 'maintenance' ? 'maintenance' : stateOf(booking),
    places: booking.places,
    own,
    movable: span.start > now && ['requested', 'confirmed'].includes(booking.state),
  }
}

const stateOf = ({ state }: Booking): ItemState =>
  state === 'requested' || state === 'in_use' || state === 'completed' ? state : 'confirmed'

export const isLive = ({ state }: Booking) =>
  ['requested', 'confirmed', 'in_use', 'completed'].includes(state)

interface Taken extends Span {
  readonly places: number
}

/** Time that is taken, less what the bookings that are shown by themselves take of it. */
function othersTime(busy: Availability['busy'], shown: readonly Booking[]): Taken[] {
  const changes = new Map<number, number>()
  const add = (at: number, places: number) => changes.set(at, (changes.get(at) ?? 0) + places)
  for (const { start, end, places } of busy) {
    add(instantOf(start), places)
    add(instantOf(end), -places)
  }
  for (const { start, occupiedUntil, places } of shown) {
    add(instantOf(start), -places)
    add(instantOf(occupiedUntil), places)
  }
  const edges = [...changes].filter(([, change]) => change !== 0).toSorted(([a], [b]) => a - b)
  let places = 0
  return edges.flatMap(([at, change], index) => {
    places += change
    const next = edges[index + 1]
    return next === undefined || places <= 0 ? [] : [{ start: at, end: next[0], places }]
  })
}

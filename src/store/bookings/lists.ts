import { and, eq, gt, inArray, lt, type SQL } from 'drizzle-orm'
import type { BookingState } from '../../domain/booking.ts'
import type { StaffPlaces } from '../../domain/staffPlaces.ts'
import type { Instant } from '../../domain/units.ts'
import { first, type Reader, statement } from '../database.ts'
import { afterId, equalsIfGiven, type Page } from '../search.ts'
import { instrumentsKept } from '../staff.ts'
import type { BookingRow } from './rows.ts'

export interface BookingFilter extends Page {
  readonly viewerId: string
  /** Staff see the bookings of their instruments; everyone their own. */
  readonly staff: StaffPlaces
  readonly mine: boolean
  readonly instrumentId?: string | undefined
  readonly state?: BookingState | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** A booking with what its presentation needs of its neighbours. */
export interface SeenBooking {
  readonly booking: BookingRow
  readonly hostId: string
  readonly zone: string
  readonly person: {
    readonly id: string
    readonly name: string | null
    readonly email: string | null
    readonly phone: string | null
  }
  readonly project: { readonly code: string; readonly showsTitles: boolean } | null
}

const seenBookings = ({ q, t }: Reader) =>
  q
    .select({
      booking: t.bookings,
      hostId: t.instruments.institutionId,
      zone: t.instruments.zone,
      person: { id: t.people.id, name: t.people.name, email: t.people.email, phone: t.people.phone },
      project: { code: t.projects.code, showsTitles: t.projects.showsTitles },
    })
    .from(t.bookings)
    .innerJoin(t.instruments, eq(t.instruments.id, t.bookings.instrumentId))
    .innerJoin(t.people, eq(t.people.id, t.bookings.personId))
    .leftJoin(t.projects, eq(t.projects.id, t.bookings.projectId))

/** The bookings that the viewer may see, own and those on instruments of which they are staff, by id. */
export const listBookings = (reader: Reader, filter: BookingFilter): Promise<SeenBooking[]> => {
  const { bookings } = reader.t
  const wanted = and(
    equalsIfGiven(bookings.instrumentId, filter.instrumentId),
    equalsIfGiven(bookings.state, filter.state),
    filter.from === undefined ? undefined : gt(bookings.end, filter.from),
    filter.to === undefined ? undefined : lt(bookings.start, filter.to),
    afterId(bookings.id, filter),
  )
  const everyones = filter.staff.everywhere && !filter.mine
  return seenBookings(reader)
    .where(everyones ? wanted : inArray(bookings.id, idsSeen(reader, filter, wanted)))
    .orderBy(bookings.id)
    .limit(filter.limit)
}

/** A page of ids for each reason to see a booking, so that each is found by an index of its own. */
const idsSeen = (reader: Reader, { viewerId, staff, mine, limit }: BookingFilter, wanted?: SQL) => {
  const { q, t } = reader
  const { id, personId, bookedById, instrumentId } = t.bookings
  const pageWhere = (reason: SQL, name: string) =>
    q.select({ id }).from(t.bookings).where(and(reason, wanted)).orderBy(id).limit(limit).as(name)
  const own = q.select().from(pageWhere(eq(personId, viewerId), 'own'))
  const seen = own.union(q.select().from(pageWhere(eq(bookedById, viewerId), 'booked')))
  const kept = mine ? undefined : instrumentsKept(reader, staff)
  if (kept === undefined) return seen
  return seen.union(q.select().from(pageWhere(inArray(instrumentId, kept), 'kept')))
}

const beside = statement<{ instrumentId: string; personId: string; projectId: string }>()(
  'bookings.beside',
  (q, t, v) =>
    q
      .select({
        hostId: t.instruments.institutionId,
        zone: t.instruments.zone,
        person: { id: t.people.id, name: t.people.name, email: t.people.email, phone: t.people.phone },
        project: { code: t.projects.code, showsTitles: t.projects.showsTitles },
      })
      .from(t.instruments)
      .innerJoin(t.people, eq(t.people.id, v.personId))
      .leftJoin(t.projects, eq(t.projects.id, v.projectId))
      .where(eq(t.instruments.id, v.instrumentId)),
)

/** A booking just written, or decided in a dry run and never stored, with what its presentation needs. */
export const seenWith = async (reader: Reader, booking: BookingRow): Promise<SeenBooking | undefined> => {
  const { instrumentId, personId, projectId } = booking
  const found = first(await reader.run(beside, { instrumentId, personId, projectId: projectId ?? '' }))
  return found && { booking, ...found }
}

import { and, eq, gt, inArray, lt, or } from 'drizzle-orm'
import type { BookingState } from '../../domain/booking.ts'
import type { StaffPlaces } from '../../domain/staffPlaces.ts'
import type { Instant } from '../../domain/units.ts'
import { first, type Reader, statement } from '../database.ts'
import { afterId, equalsIfGiven, type Page } from '../search.ts'
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
  const { bookings, instruments } = reader.t
  const own = or(eq(bookings.personId, filter.viewerId), eq(bookings.bookedById, filter.viewerId))
  const { everywhere, institutionIds, instrumentIds } = filter.staff
  const asStaff = or(
    inArray(instruments.institutionId, [...institutionIds]),
    inArray(instruments.id, [...instrumentIds]),
  )
  const seen = everywhere ? undefined : or(own, asStaff)
  return seenBookings(reader)
    .where(
      and(
        filter.mine ? own : seen,
        equalsIfGiven(bookings.instrumentId, filter.instrumentId),
        equalsIfGiven(bookings.state, filter.state),
        filter.from === undefined ? undefined : gt(bookings.end, filter.from),
        filter.to === undefined ? undefined : lt(bookings.start, filter.to),
        afterId(bookings.id, filter),
      ),
    )
    .orderBy(bookings.id)
    .limit(filter.limit)
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

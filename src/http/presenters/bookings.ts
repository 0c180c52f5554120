import type { BookingReply } from '../../contract/bookings.ts'
import { instantText } from '../../contract/common.ts'
import { unitsOf } from '../../domain/ledger/legs.ts'
import { costOf } from '../../domain/price.ts'
import { isStaffOf, type StaffPlaces } from '../../domain/staffPlaces.ts'
import type { Instant } from '../../domain/units.ts'
import type { SeenBooking } from '../../store/bookings/lists.ts'

export interface BookingViewer {
  readonly personId: string
  readonly staff: StaffPlaces
}

/**
 * A user's own booking, or one that staff may see; undefined for everyone else, to whom the time is just
 * busy.
 */
export function presentBooking(seen: SeenBooking, viewer: BookingViewer): BookingReply | undefined {
  const { booking, person, project, zone } = seen
  const own = [booking.personId, booking.bookedById].includes(viewer.personId)
  const staff = isStaffOf(viewer.staff, { id: booking.instrumentId, institutionId: seen.hostId })
  if (!own && !staff) return undefined
  const at = (moment: Instant) => instantText(moment, zone)
  const atIfAny = (moment: Instant | null) => (moment === null ? null : at(moment))
  return {
    id: booking.id,
    instrumentId: booking.instrumentId,
    places: booking.places,
    start: at(booking.start),
    end: at(booking.end),
    occupiedUntil: at(booking.occupiedUntil),
    state: booking.state,
    kind: booking.kind,
    person: own && !staff ? { id: person.id, name: person.name } : { ...person },
    bookedById: booking.bookedById,
    institutionId: booking.institutionId,
    groupId: booking.groupId,
    projectId: booking.projectId,
    projectCode: project?.code ?? null,
    allianceId: booking.allianceId,
    agreementId: booking.agreementId,
    quota: booking.quota as BookingReply['quota'],
    priceCategory: booking.priceCategory,
    estimatedCost: estimatedCost(seen),
    // What is measured is the user's business: staff read the title only where the project allows.
    title: own || project?.showsTitles === true ? booking.title : null,
    details: booking.details,
    overrideReason: booking.override?.reason ?? null,
    expiresAt: atIfAny(booking.expiresAt),
    checkedInAt: atIfAny(booking.checkedInAt),
    checkedOutAt: atIfAny(booking.checkedOutAt),
    endedAt: atIfAny(booking.endedAt),
    // A no-show carries the mark too, for its forfeit is lessened alike.
    cancelledLate: booking.state === 'cancelled' && booking.cancelledLate,
    decisionReason: booking.decisionReason,
    version: booking.version,
    createdAt: at(booking.createdAt),
  }
}

/** What the booked time costs at the price frozen on the booking. */
function estimatedCost({ booking, zone }: SeenBooking): BookingReply['estimatedCost'] {
  const { policy, places, priceCategory } = booking
  const units = unitsOf(booking, places, { rules: policy, zone })
  const unit = policy.bookingUnit === 'day' ? 'day' : 'second'
  return costOf(policy.price, { category: priceCategory, units, unit })
}

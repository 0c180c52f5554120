import type { Claim, Stint } from './timeline.ts'

/** Who is on the instrument at one instant, in order of arrival. */
export interface Presences {
  readonly stints: ReadonlySet<Stint>
  /** Claims of bookings that kept their place to the end, and of those cancelled late. */
  readonly kept: ReadonlySet<Claim>
  readonly cancelled: ReadonlySet<Claim>
}

/**
 * Gives each of `capacity` places to runs, the earliest first, and writes what each gets into `granted`
 * and `own`. A second booked into the system by two runs on one place is thus attributed once.
 *
 * @returns places in use, U at this instant.
 */
export function grantPlaces({ stints, kept, cancelled }: Presences, capacity: number): number {
  for (const claim of kept) claim.matched = 0
  for (const claim of cancelled) claim.matched = 0
  let free = capacity
  for (const stint of stints) {
    stint.granted = Math.min(stint.places, free)
    free -= stint.granted
    stint.own = matchOwn(stint)
  }
  return capacity - free
}

/** A run stands on its booking's places first, as long as that booking has any left at this instant. */
function matchOwn({ claim, granted }: Stint): number {
  if (claim === undefined || !claim.standing) return 0
  const own = Math.min(granted, claim.places - claim.matched)
  claim.matched += own
  return own
}

/** What was reserved at one instant, in places. */
export interface Reservation {
  readonly reserved: number
  /** Reserved and not used by anybody. */
  readonly wasted: number
}

/**
 * Splits what the used places leave over, `free`, among reservations that did not use theirs. All other use
 * takes unreserved places first; where there are too few, it re-uses reserved ones and wipes out their waste.
 * Waste then stands with the booking that held the place last: kept before cancelled, since a cancelled
 * place can be booked anew, and among equals the later start, since a place given back early can be too.
 *
 * @param spend - called for each claim with its reserved and its wasted places.
 */
export function splitReserved(
  { kept, cancelled }: Presences,
  places: { readonly capacity: number; readonly free: number },
  spend: (claim: Claim, reserved: number, wasted: number) => void,
): Reservation {
  let reservable = places.capacity
  let free = places.free
  for (const claim of [...[...kept].toReversed(), ...[...cancelled].toReversed()]) {
    const reserved = Math.min(claim.places, reservable)
    const wasted = Math.min(claim.places - claim.matched, free)
    reservable -= reserved
    free -= wasted
    spend(claim, reserved, wasted)
  }
  return { reserved: places.capacity - reservable, wasted: places.free - free }
}

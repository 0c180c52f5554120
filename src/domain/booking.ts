/** The life of a booking; the first four claim the place, `completed` keeps the time that was had. */
export type BookingState =
  | 'requested'
  | 'confirmed'
  | 'in_use'
  | 'completed'
  | 'cancelled'
  | 'rejected'
  | 'expired'
  | 'no_show'
  | 'displaced'

/** States that no longer claim a place on the instrument. */
export const ENDED_WITHOUT_PLACE: readonly BookingState[] = [
  'cancelled',
  'rejected',
  'expired',
  'no_show',
  'displaced',
]

export const isLive = (state: BookingState) => !ENDED_WITHOUT_PLACE.includes(state)

/** What a membership allows: 'full' books; 'observer' (a government member, say) sees but does not book. */
export const BOOKING_RIGHTS = ['full', 'observer'] as const
export type BookingRight = (typeof BOOKING_RIGHTS)[number]

/** Parties of one agreement at most. */
export const agreementPartiesMax = 200

import type { InstitutionKind } from './imports.ts'

/** What a membership allows: 'full' books; 'observer' sees but does not book. */
export const BOOKING_RIGHTS = ['full', 'observer'] as const
export type BookingRight = (typeof BOOKING_RIGHTS)[number]

/** The right of a member for whom none was named: government members observe, the others book. */
export const usualRight = (kind: InstitutionKind): BookingRight =>
  kind === 'government' ? 'observer' : 'full'

/** Alliances above one another at most. */
export const allianceDepthMax = 8

/** Parties of one agreement at most. */
export const agreementPartiesMax = 200

/** Dated roles of one membership at most, past ones included. */
export const membershipRolesMax = 100

import type { QuotaMode } from './booking.ts'
import type { Instant } from './units.ts'

/** Whom a sharing term opens an instrument to; the middle two belong to one alliance. */
export const AUDIENCES = ['own', 'alliance', 'partners', 'registered'] as const
export type Audience = (typeof AUDIENCES)[number]

export const SHARING_VISIBILITIES = ['listed', 'hidden'] as const
export type SharingVisibility = (typeof SHARING_VISIBILITIES)[number]

/** Whether an audience is that of one alliance, which the term must then name. */
export const needsAlliance = (audience: Audience) => audience === 'alliance' || audience === 'partners'

/** Owner hours (机主机时) are nobody's quota; the hours of others are at least counted. */
export const quotaByDefault = (audience: Audience): QuotaMode => (audience === 'own' ? 'none' : 'tracked')

/** The word under which each audience's price stands in a policy, where the term says no other. */
export const PRICE_CATEGORY_BY_DEFAULT: Readonly<Record<Audience, string>> = {
  own: 'internal',
  alliance: 'member',
  partners: 'partner',
  registered: 'external',
}

interface Term {
  readonly audience: string
  readonly allianceId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant | null
}

/** Two terms for the same people at the same time: it would not be clear which price and quota hold. */
export const contradict = (one: Term, other: Term) =>
  one.audience === other.audience &&
  one.allianceId === other.allianceId &&
  (one.endsAt === null || other.startsAt < one.endsAt) &&
  (other.endsAt === null || one.startsAt < other.endsAt)

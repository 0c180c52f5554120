import type { Span } from '../span.ts'
import type { Amount, Instant } from '../units.ts'

/** A period of a ledger, by the instants that part it from its neighbours. */
export interface PeriodSpan extends Span {
  readonly id: string
  readonly state: 'open' | 'soft_closed' | 'closed'
}

/** A lot as a hold sees it: what is still free in it. */
export interface LotBalance {
  readonly lotId: string
  readonly accountId: string
  readonly periodId: string
  readonly kind: string
  readonly validTo: Instant
  readonly available: Amount
  readonly bounded: boolean
}

import type { Context } from '../../context.ts'
import type { BookingRequest } from '../../domain/booking.ts'
import { decideBooking } from '../../domain/decideBooking.ts'
import type { Span } from '../../domain/span.ts'
import type { InstrumentForBooking } from '../../store/instruments.ts'
import type { Actor } from '../perform.ts'
import { gatherFacts } from './facts.ts'

export interface OfferQuestion {
  /** What was asked for and refused. */
  readonly request: BookingRequest
  /** The booking that was to move there, if it was not to be a new one. */
  readonly exceptId: string | null
  /** The time and place that might be offered instead. */
  readonly span: Span
  readonly instrument: InstrumentForBooking
}

/**
 * Tells whether the one who asks could have this time instead: for them, with their project, caps and
 * membership of that day, it breaks no rule. Judged on the reader and without quota: to be shown, not kept.
 */
export async function couldBook(context: Context, actor: Actor, of: OfferQuestion): Promise<boolean> {
  const { instrument, span, exceptId } = of
  const { start, end } = span
  const request = { ...of.request, start, end, instrumentId: instrument.id }
  const kind = exceptId === null ? 'new' : 'move'
  const question = { request, instrument, kind, ...(exceptId !== null && { exceptId }) } as const
  const facts = await gatherFacts(context, context.db.read, actor, question)
  const now = context.clock.now()
  return decideBooking(request, facts, { override: 'none', now }).kind === 'accepted'
}

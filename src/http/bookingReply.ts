import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { BookingReply } from '../contract/bookings.ts'
import { etagOf } from '../contract/common.ts'
import { refuse } from '../domain/refusal.ts'
import { staffPlaces } from '../domain/staffPlaces.ts'
import { todayOf } from '../operations/perform.ts'
import { appointmentsOf } from '../store/actors.ts'
import { seenWith } from '../store/bookings/lists.ts'
import type { BookingRow } from '../store/bookings/rows.ts'
import { callerOf } from './plugins/actor.ts'
import { type BookingViewer, presentBooking } from './presenters/bookings.ts'

/** Which booking a request is to change, and the version it knows; without one the newest is meant. */
export const editedOf = (bookingId: string, headers: { readonly 'if-match'?: number | undefined }) => ({
  bookingId,
  version: headers['if-match'] ?? null,
})

/** Who looks at bookings, with the places where they are staff. */
export async function bookingViewerOf(context: Context, request: FastifyRequest): Promise<BookingViewer> {
  const { personId } = callerOf(request)
  const held = await appointmentsOf(context.db.read, personId, todayOf(context))
  return { personId, staff: staffPlaces(held, 'booking.staff') }
}

/** Sends a booking as its reader may see it, with its version; refuses when they may not see it at all. */
export async function sendBooking(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  row: BookingRow,
) {
  const body = await shown(context, request, row)
  return reply.header('etag', etagOf(body.version)).send(body)
}

async function shown(context: Context, request: FastifyRequest, row: BookingRow): Promise<BookingReply> {
  const seen = await seenWith(context.db.read, row)
  const body = seen && presentBooking(seen, await bookingViewerOf(context, request))
  return body ?? refuse({ code: 'not-found', noun: 'booking', id: row.id })
}

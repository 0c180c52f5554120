import { booking, checkOutDraft, decisionReason, optionalEditHeaders } from '../../contract/bookings.ts'
import { idParams } from '../../contract/common.ts'
import { approve, reject } from '../../operations/bookings/approval.ts'
import { checkIn, checkOut, markNoShow } from '../../operations/bookings/attendance.ts'
import { cancel } from '../../operations/bookings/cancel.ts'
import { editedOf, sendBooking } from '../bookingReply.ts'
import type { Routes } from '../plugins/shapes.ts'

const tags = ['bookings']

/** What becomes of a booking: it is decided about, attended or not. */
export const bookingStepRoutes: Routes = (app, context) => {
  decide(app, context)
  attend(app, context)
}

/** Cancellation, approval and rejection: the same request, another verb. */
const decide: Routes = (app, context) => {
  const decisions = [
    ['cancellation', 'cancelBooking', 'Cancel a booking; late ones by the rules of the policy', cancel],
    ['approval', 'approveBooking', 'Approve a request', approve],
    ['rejection', 'rejectBooking', 'Reject a request, with a reason', reject],
  ] as const
  for (const [noun, operationId, summary, operation] of decisions) {
    app.post(
      `/bookings/:id/${noun}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: idParams,
          headers: optionalEditHeaders,
          body: decisionReason.optional(),
          response: { 200: booking },
        },
      },
      async (request, reply) => {
        const draft = {
          ...editedOf(request.params.id, request.headers),
          reason: request.body?.reason ?? null,
        }
        return sendBooking(context, request, reply, await operation(context, request.actor, draft))
      },
    )
  }
}

const attend: Routes = (app, context) => {
  const steps = [
    ['check-in', 'checkInBooking', 'Begin to use what was booked', checkIn],
    ['no-show', 'markNoShow', 'Mark that nobody came', markNoShow],
  ] as const
  for (const [noun, operationId, summary, operation] of steps) {
    app.post(
      `/bookings/:id/${noun}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: idParams,
          headers: optionalEditHeaders,
          response: { 200: booking },
        },
      },
      async (request, reply) => {
        const edited = editedOf(request.params.id, request.headers)
        return sendBooking(context, request, reply, await operation(context, request.actor, edited))
      },
    )
  }

  app.post(
    '/bookings/:id/check-out',
    {
      schema: {
        operationId: 'checkOutBooking',
        summary: 'End the use; the run is written and the quota settled',
        tags,
        params: idParams,
        headers: optionalEditHeaders,
        body: checkOutDraft.optional(),
        response: { 200: booking },
      },
    },
    async (request, reply) => {
      const draft = {
        ...editedOf(request.params.id, request.headers),
        samples: request.body?.samples ?? null,
      }
      return sendBooking(context, request, reply, await checkOut(context, request.actor, draft))
    },
  )
}

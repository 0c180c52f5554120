import type { Context } from '../../context.ts'
import {
  booking,
  bookingDraft,
  bookingPage,
  bookingQuery,
  extension,
  optionalEditHeaders,
  placesChange,
  rescheduling,
} from '../../contract/bookings.ts'
import { idParams } from '../../contract/common.ts'
import { anotherTimeMayMend } from '../../domain/mending.ts'
import { Refused, refuse } from '../../domain/refusal.ts'
import { type BookingDraft, book } from '../../operations/bookings/book.ts'
import {
  changePlaces,
  extend,
  requestOf,
  reschedule,
  type RescheduleDraft,
} from '../../operations/bookings/change.ts'
import type { Actor } from '../../operations/perform.ts'
import { listBookings } from '../../store/bookings/lists.ts'
import { findBooking } from '../../store/bookings/rows.ts'
import { alternativeBody, AlternativeFinder, type Wish } from '../alternatives.ts'
import { bookingViewerOf, editedOf, sendBooking } from '../bookingReply.ts'
import { pageOfQuery } from '../paging.ts'
import { RefusedWithAlternatives } from '../plugins/problems.ts'
import { presentBooking } from '../presenters/bookings.ts'
import type { App, Routes } from '../plugins/shapes.ts'

const tags = ['bookings']

export const bookingRoutes: Routes = (app, context) => {
  const finder = new AlternativeFinder(context)
  addReads(app, context)
  addBooking(app, context, finder)
  addChanges(app, context, finder)
}

function addReads(app: App, context: Context) {
  app.get(
    '/bookings',
    {
      schema: {
        operationId: 'listBookings',
        summary: 'Own bookings, and those on instruments of which one is staff',
        tags,
        querystring: bookingQuery,
        response: { 200: bookingPage },
      },
    },
    async request => {
      const viewer = await bookingViewerOf(context, request)
      const { mine = false, limit, cursor, ...filter } = request.query
      const rows = await listBookings(context.db.read, {
        ...filter,
        ...pageOfQuery({ limit, cursor }),
        mine,
        viewerId: viewer.personId,
        staff: viewer.staff,
      })
      const shown = rows.slice(0, limit)
      const nextCursor = rows.length > limit ? (shown.at(-1)?.booking.id ?? null) : null
      return { items: shown.flatMap(row => presentBooking(row, viewer) ?? []), nextCursor }
    },
  )

  app.get(
    '/bookings/:id',
    {
      schema: {
        operationId: 'getBooking',
        summary: 'A booking',
        tags,
        params: idParams,
        response: { 200: booking },
      },
    },
    async (request, reply) => {
      const row = await findBooking(context.db.read, request.params.id)
      if (row === undefined) refuse({ code: 'not-found', noun: 'booking', id: request.params.id })
      return sendBooking(context, request, reply, row)
    },
  )
}

function addBooking(app: App, context: Context, finder: AlternativeFinder) {
  app.post(
    '/bookings',
    {
      schema: {
        operationId: 'book',
        summary: 'Book an instrument, or any one of a pool',
        description:
          'Answers every rule that the request breaks, and near alternatives. ' +
          'With `dryRun=true` nothing is kept.',
        tags,
        body: bookingDraft,
        response: { 201: booking },
      },
    },
    async (request, reply) => {
      const { body } = request
      const draft = {
        instrumentId: body.instrumentId ?? null,
        poolId: body.poolId ?? null,
        start: body.start,
        end: body.end,
        places: body.places,
        projectId: body.projectId ?? null,
        allianceId: body.allianceId ?? null,
        agreementId: body.agreementId ?? null,
        forPersonId: body.forPersonId ?? null,
        kind: body.kind,
        title: body.title ?? null,
        details: body.details,
        overrideReason: body.overrideReason ?? null,
      }
      const row = await withAlternatives(() => book(context, request.actor, draft), {
        finder,
        actor: request.actor,
        wish: async () => wishFor(draft, request.actor),
      })
      return sendBooking(context, request, reply.code(201), row)
    },
  )
}

function addChanges(app: App, context: Context, finder: AlternativeFinder) {
  app.post(
    '/bookings/:id/rescheduling',
    {
      schema: {
        operationId: 'rescheduleBooking',
        summary: 'Move a booking in time or to another instrument',
        tags,
        params: idParams,
        headers: optionalEditHeaders,
        body: rescheduling,
        response: { 200: booking },
      },
    },
    async (request, reply) => {
      const { start, end, instrumentId = null, overrideReason = null } = request.body
      const edited = editedOf(request.params.id, request.headers)
      const move = { ...edited, start, end, instrumentId, overrideReason }
      const row = await withAlternatives(() => reschedule(context, request.actor, move), {
        finder,
        actor: request.actor,
        wish: () => wishToMove(context, request.actor, move),
      })
      return sendBooking(context, request, reply, row)
    },
  )

  app.post(
    '/bookings/:id/extension',
    {
      schema: {
        operationId: 'extendBooking',
        summary: 'Give a booking another end, also while it is in use',
        tags,
        params: idParams,
        headers: optionalEditHeaders,
        body: extension,
        response: { 200: booking },
      },
    },
    async (request, reply) => {
      const { end, overrideReason = null } = request.body
      const draft = { ...editedOf(request.params.id, request.headers), end, overrideReason }
      return sendBooking(context, request, reply, await extend(context, request.actor, draft))
    },
  )

  app.post(
    '/bookings/:id/places',
    {
      schema: {
        operationId: 'changeBookingPlaces',
        summary: 'Change how many places of a shared instrument a booking takes',
        tags,
        params: idParams,
        headers: optionalEditHeaders,
        body: placesChange,
        response: { 200: booking },
      },
    },
    async (request, reply) => {
      const { places, overrideReason = null } = request.body
      const draft = { ...editedOf(request.params.id, request.headers), places, overrideReason }
      return sendBooking(context, request, reply, await changePlaces(context, request.actor, draft))
    },
  )
}

interface Search {
  readonly finder: AlternativeFinder
  readonly actor: Actor
  /** What was asked for in vain, looked up only then. */
  readonly wish: () => Promise<Wish | undefined>
}

/** Adds near alternatives to a refusal that another time or place may mend, and to no other. */
async function withAlternatives<Result>(work: () => Promise<Result>, search: Search): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { finder, actor } = search
    const wish = await search.wish()
    if (wish === undefined) throw error
    const found = anotherTimeMayMend(error.refusals) ? await finder.find(actor, wish) : []
    const zone = await finder.zoneFor(wish)
    throw new RefusedWithAlternatives(error.refusals, found.map(alternativeBody), zone)
  }
}

function wishFor(draft: BookingDraft, actor: Actor): Wish {
  const { instrumentId, poolId, forPersonId, ...asked } = draft
  const people = { personId: forPersonId ?? actor.personId, bookedById: actor.personId }
  return { request: { ...asked, ...people, instrumentId: instrumentId ?? '' }, poolId, exceptId: null }
}

async function wishToMove(context: Context, actor: Actor, move: RescheduleDraft): Promise<Wish | undefined> {
  const { bookingId, start, end } = move
  const booking = await findBooking(context.db.read, bookingId)
  if (booking === undefined) return undefined
  const asked = await requestOf(context.db.read, booking, actor)
  const instrumentId = move.instrumentId ?? booking.instrumentId
  return { request: { ...asked, start, end, instrumentId }, poolId: null, exceptId: bookingId }
}

import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { availability, availabilityQuery } from '../../contract/availability.ts'
import { instantText } from '../../contract/common.ts'
import { refuse } from '../../domain/refusal.ts'
import { type Span, span } from '../../domain/span.ts'
import { takenPlaces } from '../../domain/takenPlaces.ts'
import { type InstrumentTime, timeOf } from '../../store/availability.ts'
import { type InstrumentForBooking, poolInstruments } from '../../store/instruments.ts'
import { isOpenedTo, openedAmong, openedInstrument, staffPlacesOf } from '../instrumentViewer.ts'
import type { Routes } from '../plugins/shapes.ts'

export const availabilityRoutes: Routes = (app, context) => {
  app.get(
    '/availability',
    {
      schema: {
        operationId: 'getAvailability',
        summary: 'When an instrument, or each of a pool, is open, down, busy and free',
        description:
          'Of several instruments those that are not there, or are closed to the caller, are left out; one ' +
          'alone is 404.',
        tags: ['availability'],
        querystring: availabilityQuery,
        response: { 200: availability },
      },
    },
    async request => {
      const { instrumentId, poolId, from, to, places } = request.query
      const units =
        instrumentId === undefined
          ? await openedUnits(context, request, poolId ?? '')
          : await openedOf(context, request, instrumentId)
      const times = await timeOf(context.db.read, units, { window: span(from, to), places })
      return { items: times.map(presentTime) }
    },
  )
}

/** One instrument that is asked for by name must be there; of many each stands for itself. */
async function openedOf(context: Context, request: FastifyRequest, ids: readonly string[]) {
  const [id, ...others] = ids
  if (id === undefined || others.length > 0) return openedAmong(context, request, ids)
  return [await openedInstrument(context, request, id)]
}

async function openedUnits(context: Context, request: FastifyRequest, poolId: string) {
  const staff = await staffPlacesOf(context, request)
  const opened: InstrumentForBooking[] = []
  for (const unit of await poolInstruments(context.db.read, { poolId })) {
    if (await isOpenedTo(context, request, { instrument: unit, staff })) opened.push(unit)
  }
  if (opened.length === 0) refuse({ code: 'not-found', noun: 'pool', id: poolId })
  return opened
}

function presentTime(time: InstrumentTime) {
  const onWire = (each: Span) => ({
    start: instantText(each.start, time.zone),
    end: instantText(each.end, time.zone),
  })
  return {
    instrumentId: time.instrumentId,
    zone: time.zone,
    open: time.open.map(onWire),
    outages: time.outages.map(each => ({
      ...onWire(each),
      id: each.id,
      kind: each.kind,
      reason: each.reason,
    })),
    busy: takenPlaces(time.busy).map(each => ({ ...onWire(each), places: each.places })),
    free: time.free.map(onWire),
  }
}

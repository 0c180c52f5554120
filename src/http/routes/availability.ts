import { availability, availabilityQuery } from '../../contract/availability.ts'
import { instantText } from '../../contract/common.ts'
import { refuse } from '../../domain/refusal.ts'
import { type Span, span } from '../../domain/span.ts'
import { takenPlaces } from '../../domain/takenPlaces.ts'
import { type InstrumentTime, timeOf } from '../../store/availability.ts'
import { poolInstruments } from '../../store/instruments.ts'
import { seenInstrument } from '../instrumentViewer.ts'
import type { Routes } from '../plugins/shapes.ts'

export const availabilityRoutes: Routes = (app, context) => {
  app.get(
    '/availability',
    {
      schema: {
        operationId: 'getAvailability',
        summary: 'When an instrument, or each of a pool, is open, down, busy and free',
        tags: ['availability'],
        querystring: availabilityQuery,
        response: { 200: availability },
      },
    },
    async request => {
      const { instrumentId, poolId, from, to, places } = request.query
      const units =
        instrumentId === undefined
          ? await poolInstruments(context.db.read, { poolId: poolId ?? '' })
          : [(await seenInstrument(context, request, instrumentId)).instrument]
      if (units.length === 0) refuse({ code: 'not-found', noun: 'pool', id: poolId ?? '' })
      const times = await timeOf(context.db.read, units, { window: span(from, to), places })
      return { items: times.map(presentTime) }
    },
  )
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

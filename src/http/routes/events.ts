import { eventHeaders, eventQuery, eventStream } from '../../contract/events.ts'
import { openedAmong } from '../instrumentViewer.ts'
import { LiveUpdates } from '../live/updates.ts'
import { callerOf } from '../plugins/actor.ts'
import { NotAcceptable } from '../plugins/problems.ts'
import type { Routes } from '../plugins/shapes.ts'

const mediaType = 'text/event-stream'

/** Live updates as server-sent events (HTML standard, 9.2), read with a Bearer token like everything else. */
export const eventRoutes: Routes = (app, context) => {
  const updates = new LiveUpdates(context)
  // Before the server waits for its connections, or it would wait for the streams until their tokens end.
  app.addHook('preClose', () => updates.close())

  app.get(
    '/events',
    {
      exposeHeadRoute: false,
      schema: {
        operationId: 'watchChanges',
        summary: 'Hear when something changes',
        description:
          'Server-sent events, for callers that accept `text/event-stream`. Instruments whose calendar the ' +
          'caller may not see are left out without a word.',
        tags: ['events'],
        querystring: eventQuery,
        headers: eventHeaders,
        response: { 200: eventStream },
      },
    },
    async (request, reply) => {
      // A stream never ends by itself: who asked for something else would wait for nothing.
      if (request.headers.accept?.includes(mediaType) !== true) throw new NotAcceptable()
      const { personId, until } = callerOf(request)
      const opened = await openedAmong(context, request, request.query.instrumentId ?? [])
      const watch = { personId, instrumentIds: opened.map(each => each.id), until }
      const stream = await updates.open(watch, request.headers['last-event-id'])
      void reply.type(mediaType).header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      return reply.send(stream)
    },
  )
}

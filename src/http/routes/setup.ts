import { firstPerson, session } from '../../contract/sessions.ts'
import { setUp } from '../../operations/setup.ts'
import type { Routes } from '../plugins/shapes.ts'
import { sessionReply } from '../sessionReply.ts'

export const setupRoutes: Routes = (app, context) => {
  app.post(
    '/setup',
    {
      config: { public: true, rateLimit: { max: app.settings.loginAttemptsMax, timeWindow: '5 minutes' } },
      schema: {
        operationId: 'setUp',
        summary: 'Enter the first person of a new house',
        description: 'Takes the one-time token that the server prints while there are no people.',
        tags: ['sessions'],
        body: firstPerson,
        response: { 201: session },
      },
    },
    async (request, reply) => {
      const opened = await setUp(context, request.body)
      return reply.code(201).send(await sessionReply(context, reply, opened))
    },
  )
}

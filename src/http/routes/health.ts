import type { Context } from '../../context.ts'
import { knock } from '../../store/settings.ts'
import type { App } from '../plugins/shapes.ts'

const open = { config: { public: true } }

/** Probes for whoever runs the service: does the process answer, does the database, how is it going. */
export function healthRoutes(app: App, context: Context): void {
  app.get('/healthz', open, async () => ({ status: 'ok' }))

  app.get('/readyz', open, async (_, reply) => {
    try {
      await knock(context.db.read)
      return { status: 'ok' }
    } catch {
      return reply.code(503).send({ status: 'database does not answer' })
    }
  })

  app.get('/metrics', open, async (_, reply) =>
    reply.type(app.metrics.contentType).send(await app.metrics.metrics()),
  )
}

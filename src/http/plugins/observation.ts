import fastifyPlugin from 'fastify-plugin'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Context } from '../../context.ts'
import { millisecondsPerSecond } from '../../domain/units.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What `/metrics` shows. */
    readonly metrics: Registry
  }
}

const bucketsSeconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/**
 * One line and one measurement a request, by the route's pattern: addresses and queries may name people. The
 * request's id goes back with the reply, so that a complaint finds its line.
 */
export const observation = fastifyPlugin<{ context: Context; processMetrics: boolean }>(
  async (app, { context, processMetrics }) => {
    const metrics = new Registry()
    if (processMetrics) collectDefaultMetrics({ register: metrics })
    const duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the arrival of a request to the end of its reply.',
      labelNames: ['method', 'route', 'status'],
      buckets: bucketsSeconds,
      registers: [metrics],
    })
    app.decorate('metrics', metrics)
    app.addHook('onRequest', async (request, reply) => {
      reply.header('request-id', request.id)
    })
    app.addHook('onResponse', async (request, reply) => {
      const { method, routeOptions, caller } = request
      const route = routeOptions.url ?? 'none'
      const status = reply.statusCode
      duration.observe({ method, route, status }, reply.elapsedTime / millisecondsPerSecond)
      const milliseconds = Math.round(reply.elapsedTime)
      const line = { requestId: request.id, method, route, status, milliseconds, personId: caller?.personId }
      context.log.info(line, 'request')
    })
  },
  { name: 'observation', fastify: '5.x' },
)

import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import type { Context } from '../context.ts'
import type { DemonstrationReply } from '../contract/site.ts'
import { actors } from './plugins/actor.ts'
import { authentication } from './plugins/authentication.ts'
import { jsonBody } from './plugins/jsonBody.ts'
import { observation } from './plugins/observation.ts'
import { openApi } from './plugins/openapi.ts'
import { answerUnrouted, problems } from './plugins/problems.ts'
import { security } from './plugins/security.ts'
import { type App, readByShape, writeByShape, type ZodTypes } from './plugins/shapes.ts'
import { ALL_ROUTES } from './routes/all.ts'
import { docsRoutes } from './routes/docs.ts'
import { healthRoutes } from './routes/health.ts'
import { builtPageFolder, pageRoutes } from './routes/page.ts'

const bodyBytesMax = 1_048_576
const requestMilliseconds = 120_000

export interface AppSettings {
  /** Tries to log in with one login from one address within five minutes. */
  readonly loginAttemptsMax: number
  /** Whether addresses and protocol are taken from the headers of a proxy in front. */
  readonly trustProxy: boolean
  /** Whether `/metrics` also shows the process: once in a process. */
  readonly processMetrics: boolean
  /** Where the built page lies; the house's own `dist/web` when left out. */
  readonly pageFolder?: string
  /** The ways into a demonstration, told to everybody who asks; a site of real people has none. */
  readonly demo?: DemonstrationReply
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly settings: AppSettings
  }
}

/** Builds the whole web app on a context, apart from any server: listen with it or inject into it. */
export async function buildApp(context: Context, settings: AppSettings): Promise<App> {
  const app = fastify({
    bodyLimit: bodyBytesMax,
    requestTimeout: requestMilliseconds,
    trustProxy: settings.trustProxy,
    genReqId: () => randomUUID(),
    logger: false,
    frameworkErrors: answerUnrouted,
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypes>()
  app.decorate('settings', settings)
  app.setValidatorCompiler(readByShape)
  app.setSerializerCompiler(writeByShape)
  await app.register(observation, { context, processMetrics: settings.processMetrics })
  await app.register(problems, { context })
  await app.register(security)
  await app.register(jsonBody)
  await app.register(actors)
  await app.register(openApi)
  await app.register(authentication, { context })
  await app.register(async pages => {
    healthRoutes(pages, context)
    docsRoutes(pages)
    await pageRoutes(pages, settings.pageFolder ?? builtPageFolder)
  })
  await app.register(
    async api => {
      for (const addRoutes of ALL_ROUTES) addRoutes(api, context)
    },
    { prefix: '/api/v1' },
  )
  return app
}

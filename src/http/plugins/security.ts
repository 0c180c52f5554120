import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyUnderPressure from '@fastify/under-pressure'
import fastifyPlugin from 'fastify-plugin'

/** Beyond this the loop is so late that a quick no serves everybody better. */
const eventLoopDelayMillisecondsMax = 10_000

/**
 * The one style element of the page: react-aria's, on pressable things (`touch-action`). A test compares it
 * with the text that the installed version writes.
 */
const pressableStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/** Headers, cookies, limits: nothing runs in the page that this host did not serve as a file. */
export const security = fastifyPlugin(
  async app => {
    await app.register(fastifyHelmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", pressableStyle],
          connectSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'same-origin' },
    })
    await app.register(fastifyCookie)
    await app.register(fastifyRateLimit, { global: false })
    await app.register(fastifyUnderPressure, { maxEventLoopDelay: eventLoopDelayMillisecondsMax })
  },
  { name: 'security', fastify: '5.x' },
)

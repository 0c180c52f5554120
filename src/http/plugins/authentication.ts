import fastifyJwt from '@fastify/jwt'
import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Context } from '../../context.ts'
import { instant, millisecondsPerSecond } from '../../domain/units.ts'
import { accessSeconds, KeyRing } from './keyRing.ts'
import { Unauthenticated } from './problems.ts'

/** The one algorithm that is signed with and believed, whatever a token's header says. */
const algorithm = 'HS256'

/** Claims of an access token. Roles are not among them: they are loaded where they are used. */
interface Claims {
  readonly sub: string
  readonly sid: string
  readonly iat: number
  readonly exp: number
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: Claims
    user: Claims
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Signs an access token for a session. */
    accessTokenFor(session: { readonly personId: string; readonly sessionId: string }): Promise<string>
  }
}

/**
 * Access tokens: signs them, and asks every route for one unless its config says `public`. Expiry is judged
 * by the house's clock.
 */
export const authentication = fastifyPlugin<{ context: Context }>(
  async (app, { context }) => {
    const ring = new KeyRing(context)
    await app.register(fastifyJwt, {
      secret: async (_: FastifyRequest, token: object) => secretFor(ring, token),
      decode: { complete: true },
      sign: { algorithm },
      verify: {
        algorithms: [algorithm],
        ignoreExpiration: true,
        requiredClaims: ['sub', 'sid', 'iat', 'exp'],
      },
    })
    app.decorate('accessTokenFor', async ({ personId, sessionId }) => {
      const { kid, secret } = await ring.signing()
      const iat = Math.floor(context.clock.now() / millisecondsPerSecond)
      const claims: Claims = { sub: personId, sid: sessionId, iat, exp: iat + accessSeconds }
      return app.jwt.sign(claims, { key: secret, kid })
    })
    app.addHook('onRequest', async request => {
      const { config } = request.routeOptions
      if (config.public === true || request.is404) return
      const claims = await claimsOf(request)
      const until = instant(claims.exp * millisecondsPerSecond)
      if (until <= context.clock.now()) throw new Unauthenticated()
      request.caller = { personId: claims.sub, sessionId: claims.sid, until }
    })
  },
  { name: 'authentication', dependencies: ['actors', 'problems'], fastify: '5.x' },
)

/** With `complete`, the decoded token has its header beside its payload. */
async function secretFor(ring: KeyRing, token: object): Promise<string> {
  const header = 'header' in token ? (token.header as { readonly kid?: unknown }) : {}
  const secret = await ring.secretOf(header.kid)
  if (secret === undefined) throw new Unauthenticated()
  return secret
}

/** Whatever is wrong with a token, the caller hears the same. */
async function claimsOf(request: FastifyRequest): Promise<Claims> {
  const claims = await request.jwtVerify<Partial<Claims>>().catch((cause: Error) => {
    if ('code' in cause || cause instanceof Unauthenticated) throw new Unauthenticated('', { cause })
    throw cause
  })
  const { sub, sid, iat, exp } = claims
  const whole = typeof sub === 'string' && typeof sid === 'string' && typeof exp === 'number'
  if (!whole || typeof iat !== 'number') throw new Unauthenticated()
  return { sub, sid, iat, exp }
}

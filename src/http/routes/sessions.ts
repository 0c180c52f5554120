import type { FastifyRequest } from 'fastify'
import { nothing } from '../../contract/common.ts'
import { credentials, refreshToken, session } from '../../contract/sessions.ts'
import { foldLogin } from '../../domain/person.ts'
import { refuse } from '../../domain/refusal.ts'
import { logIn, logOut, refreshSession } from '../../operations/sessions.ts'
import { callerOf } from '../plugins/actor.ts'
import type { Routes } from '../plugins/shapes.ts'
import { TooManyTries } from '../plugins/problems.ts'
import { refreshCookie, refreshCookieScope, sessionReply } from '../sessionReply.ts'

const attemptsWindow = '5 minutes'

/** From one address, whatever the logins: guessing one password over many people is guessing too. */
const attemptsPerAddressFactor = 10

export const sessionRoutes: Routes = (app, context) => {
  logInRoute(app, context)
  refreshRoute(app, context)
  logOutRoute(app, context)
}

const logInRoute: Routes = (app, context) => {
  const { loginAttemptsMax } = app.settings
  const perAddress = app.createRateLimit({
    max: loginAttemptsMax * attemptsPerAddressFactor,
    timeWindow: attemptsWindow,
  })

  app.post(
    '/sessions',
    {
      onRequest: async request => {
        const tries = await perAddress(request)
        if (!tries.isAllowed && tries.isExceeded) throw new TooManyTries(tries.ttlInSeconds)
      },
      config: {
        public: true,
        rateLimit: {
          max: loginAttemptsMax,
          timeWindow: attemptsWindow,
          hook: 'preHandler',
          keyGenerator: addressAndLogin,
        },
      },
      schema: {
        operationId: 'logIn',
        summary: 'Log in with e-mail, phone or staff number',
        tags: ['sessions'],
        body: credentials,
        response: { 201: session },
      },
    },
    async (request, reply) => {
      const opened = await logIn(context, request.body)
      return reply.code(201).send(await sessionReply(context, reply, opened))
    },
  )
}

const refreshRoute: Routes = (app, context) => {
  app.post(
    '/sessions/current/refresh',
    {
      config: { public: true },
      schema: {
        operationId: 'refreshSession',
        summary: 'Exchange the refresh cookie for a new access token',
        description: 'Each refresh token is good once. One that comes again ends the session.',
        tags: ['sessions'],
        response: { 200: session },
      },
    },
    async (request, reply) => {
      const token = refreshToken.safeParse(request.cookies[refreshCookie])
      if (!token.success) return refuse({ code: 'session-ended' })
      return sessionReply(context, reply, await refreshSession(context, token.data))
    },
  )
}

const logOutRoute: Routes = (app, context) => {
  app.delete(
    '/sessions/current',
    {
      schema: {
        operationId: 'logOut',
        summary: 'Log out',
        description: 'The refresh token is void at once; an access token runs out by itself.',
        tags: ['sessions'],
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await logOut(context, request.actor, callerOf(request).sessionId)
      reply.clearCookie(refreshCookie, refreshCookieScope)
      return reply.code(204).send()
    },
  )
}

/** Tries are counted by address and login together: neither locks out the other's rightful user. */
function addressAndLogin(request: FastifyRequest): string {
  const { login } = request.body as { readonly login: string }
  return `${request.ip} ${foldLogin(login)}`
}

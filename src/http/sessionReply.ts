import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { personSummary, session } from '../contract/sessions.ts'
import { refuse } from '../domain/refusal.ts'
import { millisecondsPerSecond } from '../domain/units.ts'
import type { LoggedIn } from '../operations/sessions.ts'
import { findPerson } from '../store/people.ts'
import { accessSeconds } from './plugins/keyRing.ts'

export const refreshCookie = 'jishi_refresh'

/** The refresh token goes nowhere else: neither to other paths nor to other sites. */
export const refreshCookieScope = { path: '/api/v1/sessions/current/refresh', sameSite: 'strict' } as const

/** Answers a log-in or a refresh: the access token in the body, the refresh token in its cookie. */
export async function sessionReply(
  context: Context,
  reply: FastifyReply,
  opened: LoggedIn,
): Promise<z.input<typeof session>> {
  const person = await findPerson(context.db.read, opened.personId)
  if (person === undefined) return refuse({ code: 'session-ended' })
  if (opened.refreshToken !== undefined) {
    const maxAge = Math.floor((opened.expiresAt - context.clock.now()) / millisecondsPerSecond)
    // `auto`: only over TLS wherever there is TLS, and still usable on a laptop without.
    const guard = { httpOnly: true, secure: 'auto', maxAge } as const
    reply.setCookie(refreshCookie, opened.refreshToken, { ...refreshCookieScope, ...guard })
  }
  reply.header('cache-control', 'no-store')
  const accessToken = await reply.server.accessTokenFor(opened)
  return { accessToken, expiresInSeconds: accessSeconds, person: summaryOf(person) }
}

/** A person by name, without contacts. */
export const summaryOf = (person: z.input<typeof personSummary>): z.input<typeof personSummary> => ({
  id: person.id,
  name: person.name,
  nameEn: person.nameEn,
  locale: person.locale,
})

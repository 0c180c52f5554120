import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { foldLogin } from '../domain/person.ts'
import { refuse } from '../domain/refusal.ts'
import { type Instant, millisecondsPerSecond, plusSeconds, secondsPerDay } from '../domain/units.ts'
import type { Tx } from '../store/database.ts'
import { findHolder, holderOfLogin, replacePasswordHash } from '../store/logins.ts'
import {
  addSession,
  endSession,
  endSessionsOf,
  findSession,
  rotateToken,
  type Session,
} from '../store/sessions.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { type Actor, perform, record } from './perform.ts'

/** A session ends so long after log-in, however often it was refreshed. */
const sessionSecondsMax = 30 * secondsPerDay

/**
 * Two tabs may refresh with the same token at once: the slower one is not taken for a thief so soon after.
 */
const graceSeconds = 10

const tokenBytes = 32

/** A log-in: for the cookie the refresh token, for the access token person and session. */
export interface LoggedIn {
  readonly sessionId: string
  readonly personId: string
  readonly expiresAt: Instant
  /** Absent after a refresh that came second: the first one's cookie holds. */
  readonly refreshToken?: string
}

export interface Credentials {
  readonly login: string
  readonly password: string
}

/**
 * Opens a session. Takes as long for a login that nobody has as for a wrong password.
 *
 * @throws Refused `credentials-wrong`, which never tells which of the two was wrong.
 */
export async function logIn(context: Context, { login, password }: Credentials): Promise<LoggedIn> {
  const holder = await holderOfLogin(context.db.read, foldLogin(login))
  const right = await isPassword(password, holder?.passwordHash)
  if (holder === undefined || !right) return refuse({ code: 'credentials-wrong' })
  return perform(context, { personId: holder.personId }, tx => openSession(context, tx, holder.personId))
}

/** Opens a session for a person whose right to it was proven otherwise. */
export async function openSession(context: Context, tx: Tx, personId: string): Promise<LoggedIn> {
  const now = context.clock.now()
  const sessionId = context.newId('ses')
  const refreshToken = newToken(sessionId)
  const expiresAt = plusSeconds(now, sessionSecondsMax)
  const tokenHash = hashOf(refreshToken)
  const times = { rotatedAt: now, createdAt: now, expiresAt }
  const ends = { endedBy: null, endedAt: null }
  await addSession(tx, { id: sessionId, personId, tokenHash, previousTokenHash: null, ...times, ...ends })
  await record(context, tx, { personId }, deedOn(sessionId, 'session.open'))
  return { sessionId, personId, expiresAt, refreshToken }
}

/**
 * Gives a new access to a session and rotates its refresh token. A token that was good once and comes again
 * is taken for stolen: the whole session ends, for its holder and the thief alike.
 *
 * @throws Refused `session-ended`.
 */
export async function refreshSession(context: Context, refreshToken: string): Promise<LoggedIn> {
  const [sessionId = ''] = refreshToken.split('.')
  const holder = await findSession(context.db.read, sessionId)
  if (holder === undefined) return refuse({ code: 'session-ended' })
  const actor = { personId: holder.personId }
  const outcome = await perform(context, actor, tx => refreshIn(context, tx, { sessionId, refreshToken }))
  // The end of a session is a deed that must be kept, so the refusal is thrown after the commit.
  return outcome ?? refuse({ code: 'session-ended' })
}

async function refreshIn(
  context: Context,
  tx: Tx,
  { sessionId, refreshToken }: { sessionId: string; refreshToken: string },
): Promise<LoggedIn | undefined> {
  const now = context.clock.now()
  const given = hashOf(refreshToken)
  const fresh = newToken(sessionId)
  const session = await findSession(tx, sessionId)
  if (session === undefined || !isLive(session, now)) return undefined
  if ((await findHolder(tx, session.personId)) === undefined) return undefined
  const { personId, expiresAt } = session
  if (await rotateToken(tx, { id: sessionId, from: given, to: hashOf(fresh), at: now })) {
    return { sessionId, personId, expiresAt, refreshToken: fresh }
  }
  const rotated = await findSession(tx, sessionId)
  if (rotated !== undefined && isGraced(rotated, given, now)) return { sessionId, personId, expiresAt }
  await endSession(tx, sessionId, 'token-reused', now)
  await record(context, tx, { personId }, deedOn(sessionId, 'session.end', 'token-reused'))
  return undefined
}

const isLive = (session: Session, now: Instant) => session.endedAt === null && session.expiresAt > now

const isGraced = (session: Session, given: string, now: Instant) =>
  isLive(session, now) &&
  session.previousTokenHash === given &&
  now - session.rotatedAt <= graceSeconds * millisecondsPerSecond

/** Ends a session of the actor's own. */
export function logOut(context: Context, actor: Actor, sessionId: string): Promise<void> {
  return perform(context, actor, async tx => {
    const session = await findSession(tx, sessionId)
    if (session?.personId !== actor.personId) return
    await endSession(tx, sessionId, 'logged-out', context.clock.now())
    await record(context, tx, actor, deedOn(sessionId, 'session.end', 'logged-out'))
  })
}

export interface PasswordChange {
  readonly sessionId: string
  readonly current: string
  readonly next: string
}

/**
 * Changes the actor's password and ends all their sessions but this one.
 *
 * @throws Refused `invalid-value` when `current` is not the password: the session is as good as before.
 */
export async function changePassword(context: Context, actor: Actor, change: PasswordChange): Promise<void> {
  const { personId } = actor
  const from = (await findHolder(context.db.read, personId))?.passwordHash
  const right = await isPassword(change.current, from)
  if (!right || typeof from !== 'string') return refuse(notThePassword)
  const to = await hashPassword(change.next)
  return perform(context, actor, async tx => {
    if (!(await replacePasswordHash(tx, { personId, from, to }))) refuse(notThePassword)
    await endSessionsOf(tx, { personId, keptId: change.sessionId, at: context.clock.now() })
    await record(context, tx, actor, {
      verb: 'password.change',
      noun: 'person',
      nounId: personId,
      actedAs: 'owner',
      fields: ['password'],
    })
  })
}

const notThePassword = { code: 'invalid-value', field: 'current', fault: 'not-the-password' } as const

/** The session's id stands in front, so that an old token still finds the session it was stolen from. */
const newToken = (sessionId: string) => `${sessionId}.${randomBytes(tokenBytes).toString('base64url')}`

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

const deedOn = (sessionId: string, verb: string, reason: string | null = null) =>
  ({ verb, noun: 'session', nounId: sessionId, actedAs: 'owner', reason }) as const

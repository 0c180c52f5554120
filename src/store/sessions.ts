import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'

export type Session = Tables['sessions']['$inferSelect']
export type SessionEnd = 'logged-out' | 'token-reused' | 'password-changed'

export const addSession = async (tx: Tx, session: Session) => {
  await tx.q.insert(tx.t.sessions).values(session)
}

export const findSession = async (reader: Reader, id: string): Promise<Session | undefined> =>
  first(await reader.q.select().from(reader.t.sessions).where(eq(reader.t.sessions.id, id)))

/** What a rotation changes, if nobody was faster. */
export interface Rotation {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly at: Instant
}

/** Puts a fresh refresh token in the place of the newest one. False when another request has just done so. */
export async function rotateToken(tx: Tx, { id, from, to, at }: Rotation): Promise<boolean> {
  const sessions = tx.t.sessions
  const rotated = await tx.q
    .update(sessions)
    .set({ tokenHash: to, previousTokenHash: from, rotatedAt: at })
    .where(and(eq(sessions.id, id), eq(sessions.tokenHash, from), isNull(sessions.endedAt)))
    .returning()
  return rotated.length === 1
}

/** Ends one session; a session that has ended keeps its first reason. */
export const endSession = async (tx: Tx, id: string, by: SessionEnd, at: Instant) => {
  const sessions = tx.t.sessions
  await tx.q
    .update(sessions)
    .set({ endedBy: by, endedAt: at })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
}

/** Ends the sessions of a person but the one kept: whoever holds them may not be the person. */
export const endSessionsOf = async (
  tx: Tx,
  of: { readonly personId: string; readonly keptId: string | null; readonly at: Instant },
) => {
  const sessions = tx.t.sessions
  await tx.q
    .update(sessions)
    .set({ endedBy: 'password-changed', endedAt: of.at })
    .where(
      and(
        eq(sessions.personId, of.personId),
        of.keptId === null ? undefined : ne(sessions.id, of.keptId),
        isNull(sessions.endedAt),
      ),
    )
}

import { and, eq, isNull } from 'drizzle-orm'
import { first, type Reader, statement, type Tx } from './database.ts'

/** What it takes to check a password. */
export interface LoginHolder {
  readonly personId: string
  readonly passwordHash: string | null
}

const holder = statement<{ value: string }>()('logins.holder', (q, t, v) =>
  q
    .select({ personId: t.people.id, passwordHash: t.people.passwordHash })
    .from(t.logins)
    .innerJoin(t.people, eq(t.people.id, t.logins.personId))
    .where(and(eq(t.logins.value, v.value), isNull(t.people.retiredAt))),
)

/** Who signs in with this login (folded), unless retired. */
export const holderOfLogin = async (reader: Reader, value: string): Promise<LoginHolder | undefined> =>
  first(await reader.run(holder, { value }))

/** The person, with the password's hash, unless retired. */
export const findHolder = async (reader: Reader, personId: string): Promise<LoginHolder | undefined> => {
  const { people } = reader.t
  return first(
    await reader.q
      .select({ personId: people.id, passwordHash: people.passwordHash })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.retiredAt))),
  )
}

/** Puts a new hash in the place of the one that was checked. False when it is no longer that one. */
export async function replacePasswordHash(
  tx: Tx,
  of: { readonly personId: string; readonly from: string; readonly to: string },
): Promise<boolean> {
  const { people } = tx.t
  const replaced = await tx.q
    .update(people)
    .set({ passwordHash: of.to })
    .where(and(eq(people.id, of.personId), eq(people.passwordHash, of.from)))
    .returning({ id: people.id })
  return replaced.length === 1
}

export const anyPersonExists = async (reader: Reader): Promise<boolean> =>
  (await reader.q.select({ id: reader.t.people.id }).from(reader.t.people).limit(1)).length > 0

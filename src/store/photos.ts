import { eq } from 'drizzle-orm'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'

export type Photo = Tables['photos']['$inferSelect']

export const findPhoto = async (reader: Reader, instrumentId: string): Promise<Photo | undefined> =>
  first(await reader.q.select().from(reader.t.photos).where(eq(reader.t.photos.instrumentId, instrumentId)))

/** Keeps the photo of an instrument in place of the one it had. */
export const putPhoto = async (tx: Tx, photo: Photo) => {
  const { instrumentId: _, ...changes } = photo
  await tx.q
    .insert(tx.t.photos)
    .values(photo)
    .onConflictDoUpdate({ target: tx.t.photos.instrumentId, set: changes })
}

/** A photo is no record: it goes for good. Tells whether there was one. */
export const removePhoto = async (tx: Tx, instrumentId: string): Promise<boolean> =>
  (await tx.q.delete(tx.t.photos).where(eq(tx.t.photos.instrumentId, instrumentId)).returning()).length > 0

import { eq, inArray } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
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

/** When the photos of some instruments were taken over; instruments without one are left out. */
export const photosOf = async (
  { q, t }: Reader,
  instrumentIds: readonly string[],
): Promise<ReadonlyMap<string, Instant>> => {
  const rows = await q
    .select({ instrumentId: t.photos.instrumentId, updatedAt: t.photos.updatedAt })
    .from(t.photos)
    .where(inArray(t.photos.instrumentId, instrumentIds))
  return new Map(rows.map(row => [row.instrumentId, row.updatedAt]))
}

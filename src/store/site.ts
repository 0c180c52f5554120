import { and, eq } from 'drizzle-orm'
import type { Instant } from '../domain/units.ts'
import { first, type Reader, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'

/** What the site calls itself. */
export interface SiteTitles {
  readonly title: string
  readonly titleEn: string
  /** 0: never set. */
  readonly version: number
}

const titlesKey = 'site-titles'
const logoId = 'logo'

const untitled: SiteTitles = { title: '机时', titleEn: 'Jishi', version: 0 }

/** The site's titles; the product's own names until somebody sets others. */
export const siteTitles = async ({ q, t }: Reader): Promise<SiteTitles> => {
  const row = first(await q.select().from(t.settings).where(eq(t.settings.key, titlesKey)))
  return row === undefined ? untitled : (row.value as SiteTitles)
}

/** Puts titles in place of those read before. Tells whether they still stood: of two at once one is kept. */
export const replaceTitles = async (
  tx: Tx,
  known: SiteTitles,
  titles: Omit<SiteTitles, 'version'>,
  updatedAt: Instant,
): Promise<SiteTitles | undefined> => {
  const { settings } = tx.t
  const value: SiteTitles = { ...titles, version: known.version + 1 }
  const changed =
    known.version === 0
      ? await tx.q
          .insert(settings)
          .values({ key: titlesKey, value, updatedAt })
          .onConflictDoNothing()
          .returning()
      : await tx.q
          .update(settings)
          .set({ value, updatedAt })
          .where(and(eq(settings.key, titlesKey), eq(settings.value, known)))
          .returning()
  return changed.length === 1 ? value : undefined
}

export type SiteImage = Tables['siteImages']['$inferSelect']

export const findLogo = async ({ q, t }: Reader): Promise<SiteImage | undefined> =>
  first(await q.select().from(t.siteImages).where(eq(t.siteImages.id, logoId)))

export const hasLogo = async ({ q, t }: Reader): Promise<boolean> => {
  const rows = await q.select({ id: t.siteImages.id }).from(t.siteImages).where(eq(t.siteImages.id, logoId))
  return rows.length > 0
}

/** Keeps the logo in place of the one there was. */
export const putLogo = async (tx: Tx, logo: Omit<SiteImage, 'id'>) => {
  await tx.q
    .insert(tx.t.siteImages)
    .values({ id: logoId, ...logo })
    .onConflictDoUpdate({ target: tx.t.siteImages.id, set: logo })
}

/** Tells whether there was one. */
export const removeLogo = async (tx: Tx): Promise<boolean> =>
  (await tx.q.delete(tx.t.siteImages).where(eq(tx.t.siteImages.id, logoId)).returning()).length > 0

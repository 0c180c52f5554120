import type { Context } from '../context.ts'
import { SITE_ID } from '../domain/appointing.ts'
import { photoBytesMax, photoMediaType } from '../domain/photo.ts'
import { refuse } from '../domain/refusal.ts'
import type { Tx } from '../store/database.ts'
import { putLogo, removeLogo, replaceTitles, siteTitles, type SiteTitles } from '../store/site.ts'
import { fieldsOf, givenOf, requireEdited } from './edits.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'

export interface SiteEdit {
  readonly version: number
  readonly changes: Partial<Omit<SiteTitles, 'version'>>
}

/**
 * Calls the site something else.
 *
 * @throws Refused `not-allowed`, `version-stale`.
 */
export const editSite = (context: Context, actor: Actor, { version, changes }: SiteEdit) =>
  perform(context, actor, async tx => {
    const actedAs = await requireRole(context, tx, actor, 'settings.edit', {})
    const known = await siteTitles(tx)
    const { title, titleEn } = { ...known, ...givenOf(changes) }
    const now = context.clock.now()
    const replaced =
      known.version === version ? await replaceTitles(tx, known, { title, titleEn }, now) : undefined
    const titles = await requireEdited(replaced, version, () => siteTitles(tx))
    await recordEdit(context, tx, actor, { actedAs, fields: fieldsOf(changes) })
    return titles
  })

/**
 * Shows a logo in place of the one there was.
 *
 * @throws Refused `not-allowed`, `invalid-value` for what is too large, or no PNG or JPEG by its first bytes.
 */
export const setLogo = (
  context: Context,
  actor: Actor,
  { mediaType, content }: { readonly mediaType: string; readonly content: Buffer },
): Promise<void> =>
  perform(context, actor, async tx => {
    const actedAs = await requireRole(context, tx, actor, 'settings.edit', {})
    if (content.length > photoBytesMax) refuseLogo('too-large')
    if (photoMediaType(content) !== mediaType) refuseLogo('not-the-media-type')
    await putLogo(tx, { mediaType, content, updatedAt: context.clock.now() })
    await recordEdit(context, tx, actor, { actedAs, fields: ['logo'] })
  })

/** @throws Refused `not-allowed`, `not-found` where there is no logo. */
export const deleteLogo = (context: Context, actor: Actor): Promise<void> =>
  perform(context, actor, async tx => {
    const actedAs = await requireRole(context, tx, actor, 'settings.edit', {})
    if (!(await removeLogo(tx))) refuse({ code: 'not-found', noun: 'logo', id: SITE_ID })
    await recordEdit(context, tx, actor, { actedAs, fields: ['logo'] })
  })

const refuseLogo = (fault: string) => refuse({ code: 'invalid-value', field: 'logo', fault })

const recordEdit = (
  context: Context,
  tx: Tx,
  actor: Actor,
  deed: { readonly actedAs: string; readonly fields: readonly string[] },
) => record(context, tx, actor, { verb: 'edit', noun: 'site', nounId: SITE_ID, ...deed })

import type { Context } from '../context.ts'
import { photoBytesMax, photoMediaType } from '../domain/photo.ts'
import { refuse } from '../domain/refusal.ts'
import { putPhoto, removePhoto } from '../store/photos.ts'
import { holdInstrument } from './hostedInstruments.ts'
import { type Actor, perform, record } from './perform.ts'

/** An image as it came. */
export interface NewPhoto {
  readonly instrumentId: string
  readonly mediaType: string
  readonly content: Buffer
}

/**
 * Shows a photo of an instrument in place of the one it had.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired), `invalid-value` for what is too
 *   large, or no PNG or JPEG by its first bytes: nothing else is ever sent to a browser as an image.
 */
export const setPhoto = (context: Context, actor: Actor, photo: NewPhoto): Promise<void> =>
  perform(context, actor, async tx => {
    const { instrumentId, content, mediaType } = photo
    const { actedAs } = await holdInstrument(context, tx, actor, { instrumentId, verb: 'instrument.edit' })
    if (content.length > photoBytesMax) refusePhoto('too-large')
    if (photoMediaType(content) !== mediaType) refusePhoto('not-the-media-type')
    await putPhoto(tx, { instrumentId, mediaType, content, updatedAt: context.clock.now() })
    const deed = { verb: 'edit', noun: 'instrument', nounId: instrumentId, actedAs }
    await record(context, tx, actor, { ...deed, fields: ['photo'] })
  })

/** @throws Refused `not-allowed`, `wrong-state` (retired), `not-found` where there is no photo. */
export const deletePhoto = (context: Context, actor: Actor, instrumentId: string): Promise<void> =>
  perform(context, actor, async tx => {
    const { actedAs } = await holdInstrument(context, tx, actor, { instrumentId, verb: 'instrument.edit' })
    const removed = await removePhoto(tx, instrumentId)
    if (!removed) refuse({ code: 'not-found', noun: 'photo', id: instrumentId })
    const deed = { verb: 'edit', noun: 'instrument', nounId: instrumentId, actedAs }
    await record(context, tx, actor, { ...deed, fields: ['photo'] })
  })

const refusePhoto = (fault: string) => refuse({ code: 'invalid-value', field: 'photo', fault })

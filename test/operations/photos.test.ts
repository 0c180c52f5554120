import t from 'tap'
import { photoBytesMax } from '../../src/domain/photo.ts'
import { deletePhoto, setPhoto } from '../../src/operations/photos.ts'
import { findPhoto, photosOf } from '../../src/store/photos.ts'
import { ENGINES } from '../support/engines.ts'
import { aHost } from './hosts.ts'
import { codesOf, refusalsOf } from './site.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 255, 127])

for (const engine of ENGINES) {
  t.test(`${engine}: an instrument shows the last photo it was given, to the byte`, async t => {
    const { context, manager, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    await setPhoto(context, manager, { instrumentId, mediaType: 'image/png', content: png })
    context.clock.advance(60)
    await setPhoto(context, manager, { instrumentId, mediaType: 'image/jpeg', content: jpeg })
    const photo = await findPhoto(context.db.read, instrumentId)
    t.match(photo, { mediaType: 'image/jpeg', updatedAt: context.clock.now() })
    t.ok(photo?.content.equals(jpeg))
    t.equal((await photosOf(context.db.read, [instrumentId, 'itm_none'])).size, 1)
    await deletePhoto(context, manager, instrumentId)
    t.equal(await findPhoto(context.db.read, instrumentId), undefined)
    t.strictSame(await codesOf(deletePhoto(context, manager, instrumentId)), ['not-found'])
  })

  t.test(`${engine}: what is no photo, or too large, is refused`, async t => {
    const { context, manager, stranger, instrument } = await aHost(t, engine)
    const { id: instrumentId } = await instrument()
    const set = (mediaType: string, content: Buffer, actor = manager) =>
      setPhoto(context, actor, { instrumentId, mediaType, content })
    t.match(await refusalsOf(set('image/png', jpeg)), [{ field: 'photo', fault: 'not-the-media-type' }])
    const page = Buffer.from('<script>alert(1)</script>')
    t.match(await refusalsOf(set('text/html', page)), [{ fault: 'not-the-media-type' }])
    const large = Buffer.concat([png, Buffer.alloc(photoBytesMax)])
    t.match(await refusalsOf(set('image/png', large)), [{ fault: 'too-large' }])
    t.strictSame(await codesOf(set('image/png', png, stranger)), ['not-allowed'])
    t.strictSame(await codesOf(deletePhoto(context, stranger, instrumentId)), ['not-allowed'])
  })
}

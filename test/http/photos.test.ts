import t from 'tap'
import { photoBytesMax } from '../../src/domain/photo.ts'
import { ENGINES } from '../support/engines.ts'
import { aHostApp, problemOf } from './hosts.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255])
const asPng = { 'content-type': 'image/png' }

for (const engine of ENGINES) {
  t.test(`${engine}: a photo is shown as it was sent, and as nothing else`, async t => {
    const { manager, member, offer } = await aHostApp(t, engine)
    const id = await offer()
    const path = `/instruments/${id}/photo`
    t.equal(problemOf(await member.get(path)), '404 not-found')
    t.equal((await manager.put(path, png, asPng)).statusCode, 204)
    const photo = await member.get(path)
    t.ok(photo.rawPayload.equals(png))
    t.equal(photo.headers['content-type'], 'image/png')
    t.equal(photo.headers['x-content-type-options'], 'nosniff')
    t.match((await member.get(`/instruments/${id}`)).json(), { photoUpdatedAt: '2026-03-02T00:00:01+00:00' })
    t.equal((await manager.delete(path)).statusCode, 204)
    t.equal(problemOf(await member.get(path)), '404 not-found')
  })

  t.test(`${engine}: what is no photo, too large or from others is refused`, async t => {
    const { manager, stranger, offer } = await aHostApp(t, engine)
    const path = `/instruments/${await offer()}/photo`
    const put = async (content: Buffer, type: string, by = manager) =>
      problemOf(await by.put(path, content, { 'content-type': type }))
    t.equal(await put(png, 'image/jpeg'), '422 invalid-value')
    t.equal(await put(Buffer.from('<svg/>'), 'image/svg+xml'), '415 unsupported-media-type')
    t.equal(await put(Buffer.from('{}'), 'application/json'), '400 bad-request')
    t.equal(await put(Buffer.alloc(photoBytesMax + 1), 'image/png'), '413 body-too-large')
    t.equal(await put(png, 'image/png', stranger), '403 not-allowed')
    const elsewhere = await manager.put('/instruments', png, asPng)
    t.ok([404, 415].includes(elsewhere.statusCode), 'images are read nowhere else')
  })
}

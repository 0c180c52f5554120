import t from 'tap'
import { photoBytesMax } from '../../src/domain/photo.ts'
import { ENGINES } from '../support/engines.ts'
import { anApp } from '../support/http.ts'
import { atVersion, problemOf } from './hosts.ts'
import { aServedSite } from './servedSite.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255])
const asPng = { 'content-type': 'image/png' }
const languages = ['zh-CN', 'zh-Hant', 'en']

for (const engine of ENGINES) {
  t.test(`${engine}: a site is called what its admin says, and everybody may know`, async t => {
    const { ask, as, siteAdmin, admin } = await aServedSite(t, engine)
    const seen = async () => (await ask({ url: '/api/v1/site' })).json<object>()
    const called = { title: '机时', titleEn: 'Jishi', version: 0 }
    const fresh = { ...called, logo: false, demo: null, languages, zone: 'Asia/Shanghai', isSetUp: true }
    t.strictSame(await seen(), fresh)
    t.equal(problemOf(await as(admin).patch('/site', { title: '仪器共享' }, atVersion(0))), '403 not-allowed')
    const renamed = await as(siteAdmin).patch('/site', { title: '仪器共享' }, atVersion(0))
    t.equal(renamed.headers.etag, '"1"')
    t.strictSame(await seen(), { ...fresh, title: '仪器共享', version: 1 })
    const late = await as(siteAdmin).patch('/site', { titleEn: 'Sharing' }, atVersion(0))
    t.equal(problemOf(late), '412 version-stale')
    const both = await Promise.all(
      ['A', 'B'].map(titleEn => as(siteAdmin).patch('/site', { titleEn }, atVersion(1))),
    )
    t.strictSame(
      new Set(both.map(reply => reply.statusCode)),
      new Set([200, 412]),
      'of two at once one is kept',
    )
    t.equal(problemOf(await as(siteAdmin).patch('/site', { title: ' ' }, atVersion(2))), '400 bad-request')
    t.equal(
      problemOf(await as(siteAdmin).patch('/site', { title: '字'.repeat(61) }, atVersion(2))),
      '400 bad-request',
    )
  })

  t.test(`${engine}: a logo is shown as it was sent, and goes again`, async t => {
    const { ask, as, siteAdmin, admin } = await aServedSite(t, engine)
    const logo = () => ask({ url: '/api/v1/site/logo' })
    t.equal(problemOf(await logo()), '404 not-found')
    const put = async (content: Buffer, type: string, by = siteAdmin) =>
      problemOf(await as(by).put('/site/logo', content, { 'content-type': type }))
    t.equal(await put(png, 'image/png', admin), '403 not-allowed')
    t.equal(await put(png, 'image/jpeg'), '422 invalid-value')
    t.equal(await put(Buffer.from('<svg/>'), 'image/svg+xml'), '415 unsupported-media-type')
    t.equal(await put(Buffer.alloc(photoBytesMax + 1), 'image/png'), '413 body-too-large')
    t.equal((await as(siteAdmin).put('/site/logo', png, asPng)).statusCode, 204)
    t.equal((await as(siteAdmin).put('/site/logo', png, asPng)).statusCode, 204, 'in place of the first')
    const shown = await logo()
    t.ok(shown.rawPayload.equals(png))
    t.equal(shown.headers['content-type'], 'image/png')
    t.equal(shown.headers['x-content-type-options'], 'nosniff')
    t.match((await ask({ url: '/api/v1/site' })).json(), { logo: true })
    t.equal((await as(siteAdmin).delete('/site/logo')).statusCode, 204)
    t.equal(problemOf(await as(siteAdmin).delete('/site/logo')), '404 not-found')
    t.match((await ask({ url: '/api/v1/site' })).json(), { logo: false })
  })
}

t.test('a demonstration tells its accounts, and whoever has none tells none', async t => {
  const account = {
    role: 'researcher',
    login: 'researcher@demo.example',
    password: 'for everybody',
    person: '示例研究员',
    institution: '示例单位',
    alliance: '示例联盟',
  }
  const step = { scenario: 'pool', step: 'any', path: '/find', account, about: null }
  const { ask } = await anApp(t, 'sqlite', { demo: { accounts: [account], scenarios: [step] } })
  t.match((await ask({ url: '/api/v1/site' })).json(), { demo: { accounts: [account], scenarios: [step] } })
})

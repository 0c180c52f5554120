import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { root } from '../architecture/house.ts'
import { anApp } from '../support/http.ts'

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const asScript = { accept: '*/*', 'sec-fetch-dest': 'script' }
const usePress = `${root}node_modules/react-aria/dist/private/interactions/usePress.mjs`
const script = 'export const built = true'

/** The app with a page of three files built. */
function withPage(t: Test) {
  const folder = t.testdir({ 'index.html': '<!doctype html><p>the page', 'icon.svg': '<svg/>' })
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/main-1a2b.js'), script)
  writeFileSync(join(folder, 'assets/main-1a2b.js.gz'), gzipSync(script))
  return anApp(t, 'sqlite', { pageFolder: folder })
}

t.test('every address of the page answers with its one file, asked for anew each time', async t => {
  const { ask } = await withPage(t)
  for (const url of ['/', '/find', '/setup?token=once', '/deep/er/still', '/v1.2/notes']) {
    const reply = await ask({ url, headers: asBrowser })
    t.equal(reply.statusCode, 200, url)
    t.match(reply.body, 'the page')
    t.equal(reply.headers['cache-control'], 'no-cache')
    t.match(reply.headers['content-type'], 'text/html')
  }
  t.equal((await ask({ url: '/', method: 'HEAD' })).statusCode, 200)
  t.equal((await ask({ url: '/icon.svg', headers: { accept: 'image/*' } })).body, '<svg/>')
})

t.test('assets are kept for good and come compressed as they were built', async t => {
  const { ask } = await withPage(t)
  const plain = await ask({ url: '/assets/main-1a2b.js', headers: asScript })
  t.equal(plain.body, script)
  t.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable')
  const headers = { ...asScript, 'accept-encoding': 'gzip' }
  const small = await ask({ url: '/assets/main-1a2b.js', headers })
  t.equal(small.headers['content-encoding'], 'gzip')
  t.match(small.headers['content-type'], 'javascript')
  t.equal(gunzipSync(small.rawPayload).toString(), script)
})

t.test('what is missing elsewhere is missing, and never a page', async t => {
  const { ask } = await withPage(t)
  const gone = [
    '/assets/main-old.js',
    '/assets/..%2findex.html',
    '/assets/..%5cindex.html',
    '/assets',
    '/api/v1/nothing',
    '/api',
    '/docs/nothing',
    '/healthz/nothing',
  ]
  for (const url of gone) {
    const reply = await ask({ url, headers: asBrowser })
    t.not(reply.statusCode, 200, url)
    t.match(reply.headers['content-type'], 'application/problem+json', url)
  }
  const image = await ask({ url: '/nothing', headers: { accept: 'image/png' } })
  t.equal(image.statusCode, 404)
  t.equal((await ask({ url: '/find', headers: asScript })).statusCode, 404)
  t.equal((await ask({ url: '/find', method: 'POST', headers: asBrowser })).statusCode, 404)
  t.equal((await ask({ url: '/package.json', headers: { accept: 'application/json' } })).statusCode, 404)
})

t.test("the server's own pages stay", async t => {
  const { ask } = await withPage(t)
  t.match((await ask({ url: '/docs', headers: asBrowser })).body, 'API')
  t.strictSame((await ask({ url: '/healthz', headers: asBrowser })).json(), { status: 'ok' })
})

t.test('without a built page the address says how to build it', async t => {
  const { ask } = await anApp(t, 'sqlite', { pageFolder: t.testdir({}) })
  const reply = await ask({ url: '/', headers: asBrowser })
  t.equal(reply.statusCode, 503)
  t.match(reply.body, 'npm run build')
  t.equal((await ask({ url: '/healthz' })).statusCode, 200)
})

t.test('nothing runs or paints in the page but what was served as a file', async t => {
  const { ask } = await withPage(t)
  const policy = String((await ask({ url: '/', headers: asBrowser })).headers['content-security-policy'])
  for (const part of ["default-src 'self'", "script-src 'self'", "connect-src 'self'"])
    t.match(policy.split(';'), new Set([part]))
  t.match(policy, "img-src 'self' data: blob:")
  t.notMatch(policy, /unsafe|https?:|\*/u)
  t.match(policy, `style-src 'self' 'sha256-${pressableStyleHash()}'`)
})

/** The digest of the style element that the installed react-aria makes, read from its source. */
function pressableStyleHash(): string {
  const source = readFileSync(usePress, 'utf8')
  const [, attribute = ''] = /PRESSABLE_ATTRIBUTE = '([\w-]+)'/u.exec(source) ?? []
  const [, style = ''] = /textContent = `([^`]+)`/u.exec(source) ?? []
  const text = style.replace(/\$\{[^}]+\}/u, attribute).trim()
  return createHash('sha256').update(text).digest('base64')
}

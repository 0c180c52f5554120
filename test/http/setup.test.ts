import t from 'tap'
import { offerSetup } from '../../src/operations/setup.ts'
import { ENGINES } from '../support/engines.ts'
import { anApp } from '../support/http.ts'

const draft = { name: '王', loginKind: 'email', login: 'wang@lab.cn', password: 'correct horse battery' }

for (const engine of ENGINES) {
  t.test(`${engine}: the one-time link enters the first person as site admin, once`, async t => {
    const { context, ask } = await anApp(t, engine)
    const token = await offerSetup(context)
    const setUp = (body: object) => ask({ method: 'POST', url: '/api/v1/setup', body })
    t.equal((await setUp({ ...draft, token: 'guessed' })).statusCode, 401)
    const both = await Promise.all([
      setUp({ ...draft, token }),
      setUp({ ...draft, login: 'li@lab.cn', token }),
    ])
    t.strictSame(
      new Set(both.map(reply => reply.statusCode)),
      new Set([201, 401]),
      'of two at once one is first',
    )
    const first = both.find(reply => reply.statusCode === 201)?.json<{ accessToken: string }>()
    const authorization = `Bearer ${first?.accessToken}`
    const me = await ask({ url: '/api/v1/me', headers: { authorization } })
    t.match(me.json(), { appointments: [{ role: 'site-admin', scopeKind: 'site' }] })
    t.equal(await offerSetup(context), undefined, 'a house with people offers nothing')
  })
}

t.test('the page behind the link works without script, and shows nothing that was not escaped', async t => {
  const { context, ask } = await anApp(t, 'sqlite')
  const token = await offerSetup(context)
  const page = await ask({ url: '/setup', query: { token: '"><script>' } })
  t.equal(page.statusCode, 200)
  t.notMatch(page.body, '<script')
  const form = new URLSearchParams({ ...draft, token: token ?? '' })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const done = await ask({ method: 'POST', url: '/setup', headers, body: form.toString() })
  t.equal(done.statusCode, 200)
  t.match(done.body, '已建立')
})

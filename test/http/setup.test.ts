import t from 'tap'
import { offerSetup } from '../../src/operations/setup.ts'
import { ENGINES } from '../support/engines.ts'
import { anApp } from '../support/http.ts'

const draft = { name: '王', loginKind: 'email', login: 'wang@lab.cn', password: 'correct horse battery' }

for (const engine of ENGINES) {
  t.test(`${engine}: the one-time link enters the first person as site admin, once`, async t => {
    const { context, ask } = await anApp(t, engine)
    const isSetUp = async () => (await ask({ url: '/api/v1/site' })).json<{ isSetUp: boolean }>().isSetUp
    t.equal(await isSetUp(), false)
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
    t.equal(await isSetUp(), true)
    t.match(me.json(), { appointments: [{ role: 'site-admin', scopeKind: 'site' }] })
    t.equal(await offerSetup(context), undefined, 'a house with people offers nothing')
  })
}

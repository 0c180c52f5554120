import type { LightMyRequestResponse } from 'fastify'
import t from 'tap'
import { keepSigningKeyFresh, rotateSigningKeys } from '../../src/operations/signingKeys.ts'
import { ENGINES } from '../support/engines.ts'
import { anApp, aPerson, somePassword, type TestApp } from '../support/http.ts'

const minute = 60
const day = 86_400

interface Session {
  readonly accessToken: string
  readonly expiresInSeconds: number
  readonly person: { readonly id: string }
}

const logIn = ({ ask }: TestApp, login: string, password = somePassword) =>
  ask({ method: 'POST', url: '/api/v1/sessions', body: { login, password } })

const refresh = ({ ask }: TestApp, token: string) =>
  ask({ method: 'POST', url: '/api/v1/sessions/current/refresh', cookies: { jishi_refresh: token } })

const me = ({ ask }: TestApp, accessToken: string) =>
  ask({ url: '/api/v1/me', headers: { authorization: `Bearer ${accessToken}` } })

const cookieOf = (reply: LightMyRequestResponse) => reply.cookies.find(each => each.name === 'jishi_refresh')
const tokenOf = (reply: LightMyRequestResponse) => cookieOf(reply)?.value ?? ''

for (const engine of ENGINES) {
  t.test(`${engine}: a person logs in by any spelling of the login and is known by the token`, async t => {
    const lab = await anApp(t, engine)
    const id = await aPerson(lab.context, 'wang@lab.cn', {
      logins: [{ kind: 'email', value: 'Wang@Lab.cn' }],
    })
    const reply = await logIn(lab, '  WANG@lab.CN ')
    t.equal(reply.statusCode, 201)
    const session = reply.json<Session>()
    t.equal(session.person.id, id)
    t.equal(session.expiresInSeconds, 15 * minute)
    t.match(cookieOf(reply), { httpOnly: true, sameSite: 'Strict', path: '/api/v1/sessions/current/refresh' })
    t.match((await me(lab, session.accessToken)).json(), {
      person: { id },
      access: { hasPassword: true, logins: [{ kind: 'email', value: 'wang@lab.cn' }], identities: [] },
    })
  })

  t.test(`${engine}: a wrong password and a login that nobody has hear the same`, async t => {
    const lab = await anApp(t, engine)
    await aPerson(lab.context, 'wang')
    const wrong = await logIn(lab, 'wang', 'not the password')
    const nobody = await logIn(lab, 'nobody')
    t.same([wrong.statusCode, nobody.statusCode], [401, 401])
    const said = (reply: LightMyRequestResponse) => ({ ...reply.json<object>(), requestId: '' })
    t.strictSame(said(wrong), said(nobody))
  })

  t.test(`${engine}: an access token is good for a quarter of an hour`, async t => {
    const lab = await anApp(t, engine)
    await aPerson(lab.context, 'wang')
    const { accessToken } = (await logIn(lab, 'wang')).json<Session>()
    lab.context.clock.advance(15 * minute - 1)
    t.equal((await me(lab, accessToken)).statusCode, 200)
    lab.context.clock.advance(1)
    t.equal((await me(lab, accessToken)).statusCode, 401)
  })

  t.test(
    `${engine}: a refresh token is good once; taken again later it ends the session for all`,
    async t => {
      const lab = await anApp(t, engine)
      await aPerson(lab.context, 'wang')
      const stolen = tokenOf(await logIn(lab, 'wang'))
      const second = await refresh(lab, stolen)
      t.equal(second.statusCode, 200)
      t.not(tokenOf(second), stolen)
      lab.context.clock.advance(minute)
      const reused = await refresh(lab, stolen)
      t.equal(reused.statusCode, 401)
      t.match(reused.json(), { type: '/problems/session-ended' })
      t.equal((await refresh(lab, tokenOf(second))).statusCode, 401, 'the rightful holder logs in again')
    },
  )

  t.test(`${engine}: a token two rotations old ends the session too`, async t => {
    const lab = await anApp(t, engine)
    await aPerson(lab.context, 'wang')
    const first = tokenOf(await logIn(lab, 'wang'))
    const third = await refresh(lab, tokenOf(await refresh(lab, first)))
    t.equal((await refresh(lab, first)).statusCode, 401)
    t.equal((await refresh(lab, tokenOf(third))).statusCode, 401)
  })

  t.test(`${engine}: two tabs that refresh at once both go on, with one new cookie`, async t => {
    const lab = await anApp(t, engine)
    await aPerson(lab.context, 'wang')
    const token = tokenOf(await logIn(lab, 'wang'))
    const replies = await Promise.all([refresh(lab, token), refresh(lab, token)])
    t.same(
      replies.map(reply => reply.statusCode),
      [200, 200],
    )
    const fresh = replies.map(tokenOf).filter(each => each !== '')
    t.equal(fresh.length, 1)
    t.equal((await refresh(lab, fresh[0] as string)).statusCode, 200)
  })

  t.test(`${engine}: a session ends after thirty days and at log-out`, async t => {
    const lab = await anApp(t, engine)
    await aPerson(lab.context, 'wang')
    const old = await logIn(lab, 'wang')
    lab.context.clock.advance(30 * day)
    t.equal((await refresh(lab, tokenOf(old))).statusCode, 401)
    const fresh = await logIn(lab, 'wang')
    const authorization = `Bearer ${fresh.json<Session>().accessToken}`
    const out = await lab.ask({
      method: 'DELETE',
      url: '/api/v1/sessions/current',
      headers: { authorization },
    })
    t.equal(out.statusCode, 204)
    t.equal((await refresh(lab, tokenOf(fresh))).statusCode, 401)
  })

  t.test(`${engine}: a new password ends the other sessions`, async t => {
    const lab = await anApp(t, engine)
    await aPerson(lab.context, 'wang')
    const elsewhere = await logIn(lab, 'wang')
    const here = await logIn(lab, 'wang')
    const change = (current: string) =>
      lab.ask({
        method: 'PUT',
        url: '/api/v1/me/password',
        headers: { authorization: `Bearer ${here.json<Session>().accessToken}` },
        body: { current, next: 'another battery staple' },
      })
    const wrong = await change('not my password')
    t.equal(wrong.statusCode, 422, 'the session is as good as before')
    t.match(wrong.json(), { refusals: [{ code: 'invalid-value', field: 'current' }] })
    t.equal((await change(somePassword)).statusCode, 204)
    t.equal((await refresh(lab, tokenOf(elsewhere))).statusCode, 401)
    t.equal((await refresh(lab, tokenOf(here))).statusCode, 200)
    t.equal((await logIn(lab, 'wang')).statusCode, 401)
    t.equal((await logIn(lab, 'wang', 'another battery staple')).statusCode, 201)
  })

  t.test(`${engine}: a retired key is believed until its tokens have run out`, async t => {
    const lab = await anApp(t, engine)
    await aPerson(lab.context, 'wang')
    const { accessToken } = (await logIn(lab, 'wang')).json<Session>()
    await rotateSigningKeys(lab.context)
    lab.context.clock.advance(2 * minute)
    t.equal((await me(lab, accessToken)).statusCode, 200)
    const fresh = (await logIn(lab, 'wang')).json<Session>().accessToken
    const kidOf = (token: string) => Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
    t.not(kidOf(fresh), kidOf(accessToken))
    t.equal((await me(lab, fresh)).statusCode, 200)
  })

  t.test(`${engine}: a key serves a month`, async t => {
    const { context } = await anApp(t, engine)
    const count = async () => (await context.db.read.q.select().from(context.db.read.t.signingKeys)).length
    await keepSigningKeyFresh(context)
    t.equal(await count(), 1)
    context.clock.advance(31 * day)
    await keepSigningKeyFresh(context)
    t.equal(await count(), 2)
  })

  t.test(`${engine}: tries with one login are limited and say when to come back`, async t => {
    const lab = await anApp(t, engine, { loginAttemptsMax: 2 })
    await aPerson(lab.context, 'wang')
    await logIn(lab, 'wang', 'guess')
    await logIn(lab, 'wang', 'guess')
    const third = await logIn(lab, 'wang')
    t.equal(third.statusCode, 429)
    t.ok(Number(third.headers['retry-after']) > 0)
    t.match(third.json(), { type: '/problems/too-many-requests', status: 429 })
    t.equal((await logIn(lab, 'li')).statusCode, 401, 'another login is not held up')
  })

  t.test(`${engine}: one address that tries many logins is limited too`, async t => {
    const lab = await anApp(t, engine, { loginAttemptsMax: 1 })
    const statuses = []
    for (const login of 'abcdefghijk') statuses.push((await logIn(lab, login)).statusCode)
    t.strictSame(statuses, [...Array<number>(10).fill(401), 429])
  })
}

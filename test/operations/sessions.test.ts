import { eq } from 'drizzle-orm'
import t from 'tap'
import { SYSTEM } from '../../src/operations/perform.ts'
import { changePassword, logIn, logOut, refreshSession } from '../../src/operations/sessions.ts'
import { offerSetup, setUp } from '../../src/operations/setup.ts'
import { ENGINES } from '../support/engines.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { codesOf } from './site.ts'

const password = 'correct horse battery'
const someone = { name: '王', loginKind: 'phone', login: '13800000000', password, locale: 'zh-CN' } as const

const settledIn = async (context: TestContext) =>
  setUp(context, { ...someone, token: (await offerSetup(context)) ?? '' })

for (const engine of ENGINES) {
  t.test(`${engine}: the first person is reached by the login they gave`, async t => {
    const context = await testContext(t, engine)
    const { personId } = await settledIn(context)
    const { q, t: tables } = context.db.read
    t.match(await q.select().from(tables.people), [{ id: personId, phone: '13800000000', email: null }])
    t.match(await logIn(context, { login: '13800000000', password }), { personId })
    const again = setUp(context, { ...someone, token: 'offered to nobody' })
    t.strictSame(await codesOf(again), ['credentials-wrong'])
  })

  t.test(`${engine}: a session that never was, or whose person has left, is not refreshed`, async t => {
    const context = await testContext(t, engine)
    const { personId, refreshToken = '' } = await settledIn(context)
    t.strictSame(await codesOf(refreshSession(context, 'ses_none.token')), ['session-ended'])
    t.match(await refreshSession(context, refreshToken), { personId })
    const latest = await logIn(context, { login: someone.login, password })
    await context.db.transact(async ({ q, t: tables }) => {
      const retired = { retiredAt: context.clock.now() }
      await q.update(tables.people).set(retired).where(eq(tables.people.id, personId))
    })
    t.strictSame(await codesOf(refreshSession(context, latest.refreshToken ?? '')), ['session-ended'])
  })

  t.test(`${engine}: of two new passwords at once one holds, and the other is told`, async t => {
    const context = await testContext(t, engine)
    const { personId, sessionId } = await settledIn(context)
    const nexts = ['first new password', 'second new password']
    const change = (next: string) =>
      changePassword(context, { personId }, { sessionId, current: password, next })
    const outcomes = await Promise.allSettled(nexts.map(change))
    t.equal(outcomes.filter(each => each.status === 'fulfilled').length, 1)
    const lost = outcomes.findIndex(each => each.status === 'rejected')
    t.match(outcomes[lost], { reason: { refusals: [{ code: 'invalid-value', field: 'current' }] } })
    const credentials = (index: number) => ({ login: someone.login, password: nexts[index] ?? '' })
    t.match(await logIn(context, credentials(1 - lost)), { personId })
    t.strictSame(await codesOf(logIn(context, credentials(lost))), ['credentials-wrong'])
  })

  t.test(`${engine}: nobody ends the session of another`, async t => {
    const context = await testContext(t, engine)
    const { sessionId, refreshToken = '' } = await settledIn(context)
    await logOut(context, SYSTEM, sessionId)
    const { refreshToken: fresh = '' } = await refreshSession(context, refreshToken)
    await logOut(context, { personId: (await refreshSession(context, fresh)).personId }, sessionId)
    t.strictSame(await codesOf(refreshSession(context, fresh)), ['session-ended'])
  })
}

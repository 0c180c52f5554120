import { eq, sql } from 'drizzle-orm'
import t from 'tap'
import { withSteadyPlan } from '../../src/store/steadyPlans.ts'
import { ENGINES, openTestDatabase } from '../support/engines.ts'
import { anInstitution } from '../support/rows.ts'

t.test('what a value is compared with is hidden from the planner, and nothing else is touched', async t => {
  t.equal(
    withSteadyPlan('select "a" from "b" where ("a" = ? and "c" <= ? and "d" > ?) limit ?'),
    'select "a" from "b" where ("a" = +? and "c" <= +? and "d" > ?) limit +?',
  )
  t.equal(withSteadyPlan('insert into "b" ("a") values (?, ?)'), 'insert into "b" ("a") values (?, ?)')
})

for (const engine of ENGINES) {
  t.test(`${engine}: texts that look like numbers stay texts`, async t => {
    const { db } = await openTestDatabase(t, engine)
    const { institutions } = db.read.t
    await db.transact(async ({ q }) => {
      await q.insert(institutions).values(anInstitution({ id: '007', ownId: '1e3' }))
      await q.update(institutions).set({ name: '0012' }).where(eq(institutions.id, '007'))
    })
    const found = (id: string) =>
      db.read.q.select({ name: institutions.name }).from(institutions).where(eq(institutions.id, id)).limit(1)
    t.strictSame(await found('007'), [{ name: '0012' }])
    t.strictSame(await found('7'), [])
    const bySql = db.read.q.select({ id: institutions.id }).from(institutions)
    t.strictSame(await bySql.where(sql`${institutions.ownId} = ${'1e3'}`), [{ id: '007' }])
    t.strictSame(await bySql.where(sql`${institutions.ownId} = ${'1000'}`), [])
  })
}

import t from 'tap'
import type { QuotaMode } from '../../../src/domain/booking.ts'
import type { Cap } from '../../../src/domain/policy.ts'
import { book } from '../../../src/operations/bookings/book.ts'
import type { Database, Tx } from '../../../src/store/database.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'

const statementsMax = 12
const weekly: Cap = { per: 'person', measure: 'seconds', limit: 360_000, period: 'week' }

for (const engine of ENGINES) {
  for (const quota of ['tracked', 'enforced'] satisfies QuotaMode[]) {
    t.test(`${engine}: a booking under ${quota} quota takes few statements`, async t => {
      const lab = await aLab(t, engine, { quota, rules: { caps: [weekly] } })
      const { projectId, researcher } = lab.member
      // The first one reads the policy, and makes the lot that tracking needs.
      await lab.book({ ...lab.slot('08:00/09:00'), draft: { projectId } })
      const counted = counting(lab.context.db)
      const draft = { ...lab.draftOf(lab.slot('10:00/11:00')), projectId }
      await book({ ...lab.context, db: counted.db }, researcher, draft)
      // PostgreSQL reads the lots once more, after it has waited for their locks.
      t.ok(counted.names.length <= (engine === 'sqlite' ? statementsMax : statementsMax + 1))
      t.notOk(counted.names.includes('built at once'), 'each is compiled')
      t.equal(new Set(counted.names).size, statementsMax, counted.names.join(', '))
    })
  }
}

/** A database that notes by name each statement of its transactions. */
function counting(db: Database) {
  const names: string[] = []
  const watched = (tx: Tx): Tx =>
    Object.create(tx, {
      run: {
        value: (...[wanted, values]: Parameters<Tx['run']>) => {
          names.push(wanted.name)
          return tx.run(wanted, values)
        },
      },
      q: {
        get: () => {
          names.push('built at once')
          return tx.q
        },
      },
    }) as Tx
  return { names, db: { ...db, transact: work => db.transact(tx => work(watched(tx))) } satisfies Database }
}

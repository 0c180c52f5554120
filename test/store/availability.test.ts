import t from 'tap'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { span } from '../../src/domain/span.ts'
import type { Instant, Seconds, TimeOfDay } from '../../src/domain/units.ts'
import { timeOf } from '../../src/store/availability.ts'
import type { Database } from '../../src/store/database.ts'
import { ENGINES, openTestDatabase } from '../support/engines.ts'
import { anInstrument, hour, layFoundation } from '../support/rows.ts'

const window = span(hour(0), hour(48))
const open = (from: string, to: string) => ({
  ...DEFAULT_POLICY,
  opening: {
    weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map(weekday => {
      return { weekday, from: from as TimeOfDay, to: to as TimeOfDay }
    }),
    exceptions: [],
  },
})

const addPolicy = (
  db: Database,
  instrumentId: string,
  of: { from: Instant; opens: string; revision?: number },
) =>
  db.transact(async ({ q, t: { policies } }) => {
    const { from: effectiveFrom, opens, revision = 1 } = of
    const id = `ply_${instrumentId}_${revision}`
    const rules = open(opens, '12:00')
    await q.insert(policies).values({ id, instrumentId, revision, effectiveFrom, rules, createdAt: hour(0) })
  })

for (const engine of ENGINES) {
  t.test(
    `${engine}: time is free by the rules in force that day, not by those the window begins with`,
    async t => {
      const { db } = await openTestDatabase(t, engine)
      await layFoundation(db)
      await addPolicy(db, 'ist_1', { from: hour(-24), opens: '08:00' })
      await addPolicy(db, 'ist_1', { from: hour(24), opens: '10:00', revision: 2 })
      await addPolicy(db, 'ist_shared', { from: hour(9), opens: '08:00' })
      const units = ['ist_1', 'ist_shared', 'ist_without'].map(id => {
        return { ...anInstrument({ id }), turnaroundSeconds: 0 as Seconds }
      })
      const times = await timeOf(db.read, units, { window, places: 1 })
      t.strictSame(
        times.map(({ instrumentId, free }) => ({ instrumentId, free })),
        [
          { instrumentId: 'ist_1', free: [span(hour(8), hour(12)), span(hour(34), hour(36))] },
          { instrumentId: 'ist_shared', free: [span(hour(9), hour(12)), span(hour(32), hour(36))] },
        ],
        'one whose first rules come within the window is there from then on; one without rules is not',
      )
    },
  )
}

import fc from 'fast-check'
import t from 'tap'
import type { Context } from '../../src/context.ts'
import type { Database, Engine } from '../../src/store/database.ts'
import { testContext } from '../support/context.ts'
import { ENGINES, withoutServer } from '../support/engines.ts'
import { sendRaw } from '../support/rawSql.ts'
import { withScope } from '../support/scope.ts'
import { soakFactor, soakSeed } from '../support/soak.ts'
import { commandLists } from './commands.ts'
import { checkInvariants } from './invariants.ts'
import { compareWhole, play } from './play.ts'
import { playAtOnce } from './playAtOnce.ts'
import { shapes } from './shape.ts'
import { firstGrants, furnishWorld } from './world.ts'

const worldsMax = Math.ceil(300 * soakFactor)
const timeout = 3_600_000

t.setTimeout(timeout)

/** Takes away every guard that stands behind a rule of booking or of quota. */
const guardsOff: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    'DROP TRIGGER bookings_no_overlap',
    'DROP TRIGGER bookings_no_overlap_update',
    'DROP TRIGGER bookings_capacity',
    'DROP TRIGGER bookings_capacity_update',
    'DROP TRIGGER transfers_check',
    'PRAGMA ignore_check_constraints = ON',
  ],
  postgres: [
    'ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap',
    'DROP TRIGGER bookings_capacity ON bookings',
    'DROP TRIGGER transfers_check ON transfers',
    'ALTER TABLE lots DROP CONSTRAINT lots_available',
    'ALTER TABLE lots DROP CONSTRAINT lots_held',
  ],
}

/** The same database, in which nobody waits for anybody: locks are asked for and not taken. */
const unlocked = (db: Database): Database => ({
  ...db,
  transact: work => db.transact(tx => work({ ...tx, lock: async () => undefined })),
})

for (const engine of ENGINES) {
  t.test(
    `${engine}: one after the other, the rules refuse all that the guards would`,
    { timeout },
    async () => {
      const property = fc.asyncProperty(shapes, commandLists, async (shape, commands) =>
        withScope(async scope => {
          const context = await testContext(scope, engine, shape.now)
          const world = await furnishWorld(context, shape)
          await context.db.transact(async tx => {
            for (const text of guardsOff[engine]) await sendRaw(tx, text)
          })
          for (const command of [...firstGrants(shape), ...commands]) await play(world, command, new Map())
          await compareWhole(world)
          await checkInvariants(context)
        }),
      )
      await fc.assert(property, { seed: soakSeed, numRuns: worldsMax })
    },
  )
}

t.test(
  'postgres: side by side and with no lock taken, the guards keep the books and the calendar',
  { skip: withoutServer('postgres'), timeout },
  async () => {
    const property = fc.asyncProperty(shapes, commandLists, async (shape, commands) =>
      withScope(async scope => {
        const context = await testContext(scope, 'postgres', shape.now)
        const lockless: Context & typeof context = { ...context, db: unlocked(context.db) }
        const world = await furnishWorld(lockless, shape)
        for (const command of firstGrants(shape)) await playAtOnce(world, [command])
        await playAtOnce(world, commands)
        await checkInvariants(context)
      }),
    )
    await fc.assert(property, { seed: soakSeed, numRuns: worldsMax })
  },
)

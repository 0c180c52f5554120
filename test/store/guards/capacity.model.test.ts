import t from 'tap'
import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import type { Database } from '../../../src/store/database.ts'
import { openPostgres } from '../../../src/store/postgres.ts'
import { ENGINES, openTestDatabase, withoutServer } from '../../support/engines.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { aBooking, hour, layFoundation } from '../../support/rows.ts'
import { soakFactor } from '../../support/soak.ts'

const capacity = 20
const hoursMax = 8

/** A booking as the model sees it: hours of one day and places. */
interface Claim {
  readonly from: number
  readonly to: number
  readonly places: number
}

const claims = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: hoursMax - 1 }),
      length: fc.integer({ min: 1, max: hoursMax }),
      places: fc.integer({ min: 1, max: capacity + 1 }),
      ends: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map(all => all.map(({ length, ...claim }) => ({ ...claim, to: claim.from + length })))

/** Counts places hour by hour: slow, and written without a thought of SQL. */
function fits(taken: readonly Claim[], claim: Claim): boolean {
  for (let at = claim.from; at < claim.to; at++) {
    const inUse = taken
      .filter(each => each.from <= at && at < each.to)
      .reduce((sum, each) => sum + each.places, 0)
    if (inUse + claim.places > capacity) return false
  }
  return true
}

async function claimPlaces(db: Database, instrumentId: string, id: string, claim: Claim): Promise<string> {
  const row = aBooking({ ...claim, id, instrumentId, exclusive: instrumentId === 'ist_1' })
  return outcomeOf(
    db.transact(async tx => {
      await tx.q.insert(tx.t.bookings).values(row)
    }),
  )
}

for (const engine of ENGINES) {
  t.test(`${engine}: the database accepts and refuses as a count by the hour does`, async t => {
    const { db } = await openTestDatabase(t, engine)
    await layFoundation(db)
    let count = 0
    const property = fc.asyncProperty(claims, fc.boolean(), async (all, exclusive) => {
      const instrumentId = exclusive ? 'ist_1' : 'ist_shared'
      const refused = exclusive ? 'slot-taken' : 'capacity-exceeded'
      let taken: Claim[] = []
      await db.transact(async tx => {
        await tx.q.delete(tx.t.bookings)
      })
      for (const { ends, ...given } of all) {
        const claim = exclusive ? { ...given, places: 1 } : given
        const id = `bkg_${++count}`
        const expected = exclusive ? taken.every(each => !overlap(each, claim)) : fits(taken, claim)
        t.equal(await claimPlaces(db, instrumentId, id, claim), expected ? 'done' : refused)
        if (!expected) continue
        if (ends) await cancel(db, id)
        else taken = [...taken, claim]
      }
    })
    await fc.assert(property, { numRuns: Math.ceil(200 * soakFactor), seed: 20260303 })
  })

  t.test(
    `${engine}: of 27 rivals at once for twenty places, twenty get one`,
    { skip: withoutServer(engine) },
    async t => {
      const { db, url } = await openTestDatabase(t, engine)
      await layFoundation(db)
      const other = engine === 'postgres' ? openPostgres(url) : db
      t.teardown(() => other.close())
      const outcomes = await Promise.all(
        Array.from({ length: 27 }, (_, index) =>
          claimPlaces(index % 2 === 0 ? db : other, 'ist_shared', `bkg_${index}`, {
            from: 9,
            to: 10,
            places: 1,
          }),
        ),
      )
      t.equal(outcomes.filter(each => each === 'done').length, capacity)
      t.equal(outcomes.filter(each => each === 'capacity-exceeded').length, 7)
    },
  )

  t.test(
    `${engine}: of fifty rivals at once for one slot, one gets it`,
    { skip: withoutServer(engine) },
    async t => {
      const { db, url } = await openTestDatabase(t, engine)
      await layFoundation(db)
      const other = engine === 'postgres' ? openPostgres(url) : db
      t.teardown(() => other.close())
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          claimPlaces(index % 2 === 0 ? db : other, 'ist_1', `bkg_${index}`, {
            from: 9 + (index % 3) / 4,
            to: 10,
            places: 1,
          }),
        ),
      )
      t.equal(outcomes.filter(each => each === 'done').length, 1)
      t.equal(outcomes.filter(each => each === 'slot-taken').length, 49)
    },
  )
}

const overlap = (a: Claim, b: Claim) => a.from < b.to && b.from < a.to

async function cancel(db: Database, id: string) {
  await db.transact(async tx => {
    const { bookings } = tx.t
    await tx.q
      .update(bookings)
      .set({ state: 'cancelled', live: false, endedAt: hour(0) })
      .where(eq(bookings.id, id))
  })
}

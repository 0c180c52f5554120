import t from 'tap'
import { refuse } from '../../src/domain/refusal.ts'
import { book } from '../../src/operations/bookings/book.ts'
import { perform, SYSTEM } from '../../src/operations/perform.ts'
import { ENGINES } from '../support/engines.ts'
import { aLab, type Lab } from '../support/lab.ts'
import { outcomeOf } from '../support/outcome.ts'
import { codesOf } from './site.ts'

/** Everything that a booking writes, to see that nothing of it is kept. */
async function countsOf(lab: Lab) {
  const { q, t: tables } = lab.context.db.read
  const { bookings, transfers, audit, idempotency, lots } = tables
  const counts: Record<string, number> = {}
  for (const [name, table] of Object.entries({ bookings, transfers, audit, idempotency, lots })) {
    counts[name] = (await q.select().from(table as typeof bookings)).length
  }
  return counts
}

const withKey = (lab: Lab, key: string, fingerprint = 'the same') => ({
  ...lab.member.researcher,
  once: { key, fingerprint },
})

for (const engine of ENGINES) {
  t.test(`${engine}: a key makes one booking, however often it is sent`, async t => {
    const lab = await aLab(t, engine)
    const wish = { ...lab.slot('10:00/11:00'), by: withKey(lab, 'k1') }
    const first = await lab.book(wish)
    t.strictSame(await lab.book(wish), first)
    const before = await countsOf(lab)
    t.strictSame(await lab.book({ ...lab.slot('10:00/11:00'), by: wish.by }), first)
    t.strictSame(await countsOf(lab), before)
    const other = withKey(lab, 'k1', 'another request')
    t.strictSame(await codesOf(lab.book({ ...wish, by: other })), ['idempotency-mismatch'])
    const colleague = { ...(await lab.anotherResearcher()), once: wish.by.once }
    t.strictSame(await codesOf(lab.book({ ...wish, by: colleague })), ['slot-taken'], 'keys are one’s own')
  })

  t.test(`${engine}: the second of two at once waits and gets the answer of the first`, async t => {
    const lab = await aLab(t, engine)
    const wish = { ...lab.slot('10:00/11:00'), by: withKey(lab, 'k1') }
    const both = await Promise.all([lab.book(wish), lab.book(wish), lab.book(wish)])
    t.equal(new Set(both.map(booking => booking.id)).size, 1)
    t.match(await countsOf(lab), { bookings: 1, idempotency: 1 })
    t.equal((await lab.balance()).held, 3600)
  })

  t.test(`${engine}: a refusal is the answer too, even when there would be room by then`, async t => {
    const lab = await aLab(t, engine)
    const mine = await lab.book(lab.slot('10:00/11:00'))
    const wish = { ...lab.slot('10:00/11:00'), by: withKey(lab, 'k1') }
    t.strictSame(await codesOf(lab.book(wish)), ['slot-taken'])
    const { q, t: tables } = lab.context.db.read
    const audited = (await q.select().from(tables.audit)).length
    await lab.context.db.transact(async tx => {
      await tx.q.update(tx.t.bookings).set({ state: 'cancelled', live: false })
    })
    t.strictSame(await codesOf(lab.book(wish)), ['slot-taken'])
    t.equal((await q.select().from(tables.audit)).length, audited, 'a refusal writes no audit line')
    t.notOk((await q.select().from(tables.bookings)).some(row => row.live))
    t.ok(mine.id)
  })

  t.test(`${engine}: what fails is not remembered, so that it can be tried again`, async t => {
    const lab = await aLab(t, engine)
    const actor = withKey(lab, 'k1')
    let tries = 0
    const work = () => {
      tries += 1
      if (tries === 1) throw new TypeError('a fault of ours')
      return Promise.resolve('done')
    }
    t.match(await outcomeOf(perform(lab.context, actor, async () => work())), 'TypeError')
    t.equal(await perform(lab.context, actor, async () => work()), 'done')
    t.equal(await perform(lab.context, actor, async () => work()), 'done')
    t.equal(tries, 2)
  })

  t.test(`${engine}: a dry run answers with a whole booking and keeps nothing of it`, async t => {
    const lab = await aLab(t, engine, { quota: 'tracked' })
    const before = await countsOf(lab)
    const dry = { ...withKey(lab, 'k1'), dryRun: true }
    const wish = lab.slot('10:00/11:00')
    const would = await lab.book({ ...wish, by: dry })
    t.match(would, { ...wish, state: 'confirmed', quota: 'tracked', version: 1 })
    t.strictSame(await countsOf(lab), before, 'not even the ledger that it would open')
    const real = await lab.book(wish)
    t.strictSame({ ...would, id: '', createdAt: 0 }, { ...real, id: '', createdAt: 0 })
    t.strictSame(await codesOf(lab.book({ ...wish, by: dry })), ['slot-taken'])
    const odd = { ...lab.slot('10:05/10:06'), by: dry }
    t.strictSame(await codesOf(lab.book(odd)), await codesOf(lab.book({ ...odd, by: lab.member.researcher })))
  })

  t.test(`${engine}: a dry run that fails fails`, async t => {
    const lab = await aLab(t, engine)
    const dry = { ...SYSTEM, dryRun: true }
    const refused = perform(lab.context, dry, async () => refuse({ code: 'reason-required' }))
    t.equal(await outcomeOf(refused), 'reason-required')
    const failed = perform(lab.context, dry, async () => {
      throw new TypeError('a fault of ours')
    })
    t.match(await outcomeOf(failed), 'TypeError')
    t.equal(await outcomeOf(book(lab.context, dry, lab.draftOf(lab.slot('10:00/11:00')))), 'not-shared')
  })
}

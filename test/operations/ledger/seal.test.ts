import t, { type Test } from 'tap'
import { chainStart, nextHead } from '../../../src/domain/ledger/chain.ts'
import { amount } from '../../../src/domain/units.ts'
import { post } from '../../../src/operations/ledger/post.ts'
import { sealLedger, sealLedgers } from '../../../src/operations/ledger/seal.ts'
import { SYSTEM } from '../../../src/operations/perform.ts'
import { openPostgres } from '../../../src/store/postgres.ts'
import { headOf, sealedTransfers } from '../../../src/store/ledger/seals.ts'
import { ENGINES, withoutServer } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'

const chainOf = (lab: Lab) =>
  sealedTransfers(lab.context.db.read, {
    ledgerId: lab.ledgerId,
    afterSeq: 0,
    toSeq: 1_000_000,
    limit: 10_000,
  })

/** Asserts that numbers run without a gap and that each hash follows from the one before. */
async function requireWhole(t: Test, lab: Lab, length: number) {
  let head = chainStart
  const rows = await chainOf(lab)
  for (const { seal, transfer } of rows) head = nextHead(head, seal.seq, transfer?.digest ?? '')
  t.strictSame(
    rows.map(row => row.seal.seq),
    Array.from({ length }, (_, index) => index + 1),
  )
  t.strictSame(await headOf(lab.context.db.read, lab.ledgerId), { seq: length, hash: head })
}

for (const engine of ENGINES) {
  t.test(`${engine}: every row is sealed once, a stretch and a batch at a time`, async t => {
    const lab = await aLab(t, engine)
    t.strictSame(await headOf(lab.context.db.read, lab.ledgerId), { seq: 0, hash: chainStart })
    t.equal(await sealLedgers(lab.context, 'recent'), 3, 'the mint and two grants')
    t.equal(await sealLedgers(lab.context, 'recent'), 0)
    const lot = (await lab.lotsOf('project', lab.member.projectId))[0]
    const base = { ledgerId: lab.ledgerId, periodId: lab.periodId, op: 'post', kind: 'use' } as const
    const of = { sourceLotId: lot?.id ?? '', amount: amount(1), effectiveAt: lab.clock.now() }
    // More than one stretch; on PostgreSQL, where each row is a journey, more than one batch.
    const posts = engine === 'sqlite' ? 2_100 : 600
    await lab.context.db.transact(async tx => {
      for (let count = 0; count < posts; count++) await post(lab.context, tx, SYSTEM, { ...base, ...of })
    })
    t.equal(await sealLedgers(lab.context, 'recent'), posts)
    await requireWhole(t, lab, posts + 3)
  })

  t.test(`${engine}: what an earlier life left behind is sealed when everything is looked at`, async t => {
    const lab = await aLab(t, engine)
    lab.clock.advance(3_600)
    await lab.book(lab.slot('10:00/11:00'))
    t.equal(await sealLedgers(lab.context, 'recent'), 1, 'the grants are an hour old')
    t.equal(await sealLedgers(lab.context, 'everything'), 3)
    await requireWhole(t, lab, 4)
  })

  t.test(
    `${engine}: sealers on several nodes leave no gap and no double`,
    { skip: withoutServer(engine) },
    async t => {
      const lab = await aLab(t, engine)
      const slots = ['08', '09', '10', '11', '12', '13'].map(hour => lab.slot(`${hour}:30/${hour}:45`))
      const second = engine === 'postgres' ? openPostgres(lab.context.url) : lab.context.db
      if (second !== lab.context.db) t.teardown(() => second.close())
      const nodes = [lab.context, { ...lab.context, db: second }]
      await Promise.all([
        ...slots.map(slot => lab.book(slot)),
        ...nodes.flatMap(node => [1, 2, 3].map(() => sealLedger(node, lab.ledgerId))),
      ])
      await sealLedgers(lab.context, 'everything')
      await requireWhole(t, lab, 3 + slots.length)
    },
  )
}

t.test('postgres: a row that commits late is sealed late', { skip: withoutServer('postgres') }, async t => {
  const lab = await aLab(t, 'postgres')
  const [ours, rival] = lab.members
  const lotOf = async (projectId = '') => (await lab.lotsOf('project', projectId))[0]?.id ?? ''
  const [early, late] = [await lotOf(ours?.projectId), await lotOf(rival?.projectId)]
  await sealLedgers(lab.context, 'everything')
  const base = {
    ledgerId: lab.ledgerId,
    periodId: lab.periodId,
    op: 'post',
    kind: 'use',
    amount: amount(1),
  } as const
  const posting = { ...base, effectiveAt: lab.clock.now() }
  const waiting = Promise.withResolvers<void>()
  const posted = Promise.withResolvers<string>()
  const slow = lab.context.db.transact(async tx => {
    const { id } = await post(lab.context, tx, SYSTEM, { ...posting, sourceLotId: late })
    posted.resolve(id)
    await waiting.promise
  })
  const first = await posted.promise
  lab.clock.advance(1)
  await lab.context.db.transact(tx => post(lab.context, tx, SYSTEM, { ...posting, sourceLotId: early }))
  t.equal(await sealLedgers(lab.context, 'recent'), 1, 'the one that has been committed')
  waiting.resolve()
  await slow
  t.equal(await sealLedgers(lab.context, 'recent'), 1)
  t.equal((await chainOf(lab)).at(-1)?.transfer?.id, first, 'though its id is the smaller')
  await requireWhole(t, lab, 5)
})

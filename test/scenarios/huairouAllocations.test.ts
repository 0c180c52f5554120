import t from 'tap'
import { splitByWeights } from '../../src/domain/ledger/charge.ts'
import { Refused } from '../../src/domain/refusal.ts'
import { type Amount, amount, type Instant } from '../../src/domain/units.ts'
import { grant } from '../../src/operations/ledger/grant.ts'
import { placeHolds, releaseHolds, settleRun } from '../../src/operations/ledger/holds.ts'
import { post } from '../../src/operations/ledger/post.ts'
import { sealLedgers } from '../../src/operations/ledger/seal.ts'
import { SYSTEM } from '../../src/operations/perform.ts'
import { balances } from '../../src/store/verify/balances.ts'
import { chain } from '../../src/store/verify/chain.ts'
import type { Fault } from '../../src/store/verify/check.ts'
import { periods } from '../../src/store/verify/periods.ts'
import { ENGINES } from '../support/engines.ts'
import { aLab, type Lab } from '../support/lab.ts'
import { labRows } from '../support/labRows.ts'
import { randomFrom } from '../support/random.ts'
import { soakFactor } from '../support/soak.ts'

const allocations = 870
const hours = 580_000
const steps = 100_000 * soakFactor
/** Steps sent at once, each on another allocation, so that commits are shared as they are under load. */
const together = 250

/** What an independent bookkeeper writes down about one allocation. */
interface Allocation {
  readonly projectId: string
  readonly lotId: string
  readonly approved: number
  used: number
  remaining: number
  expired: number
  /** Open bookings with what they reserve. */
  readonly open: { readonly id: string; readonly units: number }[]
}

async function allocate(lab: Lab, random: () => number): Promise<Allocation[]> {
  const { context, allianceId, ledgerId, member } = lab
  const projectIds = await context.db.transact(async tx => {
    const rows = labRows(tx, context.newId)
    const ids: string[] = []
    for (let number = 1; number <= allocations; number++)
      ids.push(await rows.project(member.groupId, `A${number}`))
    return ids
  })
  const shares = splitByWeights(
    amount(hours * 3_600),
    projectIds.map(() => 1 + Math.floor(random() * 1_000)),
  )
  const reserve = { kind: 'reserve', id: allianceId } as const
  const draft = { ledgerId, periodId: null, documentNumber: '示例〔2026〕870号', reason: null }
  const mint = { from: null, to: reserve, amount: amount(hours * 3_600) }
  await grant(context, lab.allianceAdmin, { ...draft, lines: [mint] })
  const lines = projectIds.map((id, index) => ({
    from: reserve,
    to: { kind: 'project', id } as const,
    amount: shares[index] as Amount,
  }))
  const { transfers } = await grant(context, lab.allianceAdmin, { ...draft, lines })
  return projectIds.map((projectId, index) => {
    const approved = shares[index] as Amount
    const lotId = transfers[index]?.destinationLotId ?? ''
    return { projectId, lotId, approved, used: 0, remaining: approved, expired: 0, open: [] }
  })
}

/** One random step on an allocation: book, cancel, settle or expire, with what must come of it. */
async function step(lab: Lab, of: Allocation, random: () => number): Promise<'done' | 'refused'> {
  const { context, ledgerId, periodId } = lab
  const { db } = context
  const effectiveAt = context.clock.now()
  const dice = random()
  const [booking] = of.open
  if (dice < 0.5 || booking === undefined) {
    // One in ten asks for more than is there.
    const units = Math.floor(of.remaining * (random() < 0.1 ? 1.5 : random() * 0.2)) + 1
    const id = context.newId('bkg')
    return bookUnits(lab, of, { id, units, effectiveAt })
  }
  if (dice < 0.97) {
    of.open.shift()
    const used = dice < 0.7 ? Math.floor(random() * (booking.units + 1)) : 0
    await db.transact(tx =>
      dice < 0.7
        ? settleRun(context, tx, SYSTEM, { id: booking.id, version: 2 }, amount(used))
        : releaseHolds(context, tx, SYSTEM, { id: booking.id, version: 2 }),
    )
    of.used += used
    of.remaining += booking.units - used
    return 'done'
  }
  const units = Math.floor(of.remaining * random() * 0.5)
  if (units === 0) return 'done'
  const base = { ledgerId, periodId, op: 'post', kind: 'expire', sourceLotId: of.lotId } as const
  await db.transact(tx => post(context, tx, SYSTEM, { ...base, amount: amount(units), effectiveAt }))
  of.expired += units
  of.remaining -= units
  return 'done'
}

async function bookUnits(
  lab: Lab,
  of: Allocation,
  wish: { readonly id: string; readonly units: number; readonly effectiveAt: Instant },
): Promise<'done' | 'refused'> {
  const { context, ledgerId, periodId } = lab
  const { id, units, effectiveAt } = wish
  const legs = [{ lotId: of.lotId, periodId, amount: amount(units), effectiveAt }]
  try {
    await context.db.transact(tx =>
      placeHolds(context, tx, SYSTEM, { booking: { id, version: 1 }, ledgerId, legs }),
    )
  } catch (error) {
    if (!(error instanceof Refused) || units <= of.remaining) throw error
    return 'refused'
  }
  if (units > of.remaining) throw new Error('more was held than there is')
  of.open.push({ id, units })
  of.remaining -= units
  return 'done'
}

async function faultsIn({ context }: Lab): Promise<Fault[]> {
  return context.db.snapshot(async reader => {
    const faults: Fault[] = []
    const question = { reader, now: context.clock.now(), advance: () => undefined }
    for (const check of [balances, periods, chain])
      for await (const fault of check(question)) faults.push(fault)
    return faults
  })
}

t.setTimeout(1_800_000)

for (const engine of ENGINES) {
  t.test(`${engine}: Huairou: 870 allocations of 580,000 h balance through random steps`, async t => {
    const random = randomFrom(870)
    const lab = await aLab(t, engine, { projectHours: 0 })
    const all = await allocate(lab, random)
    t.equal(
      all.reduce((sum, each) => sum + each.approved, 0),
      hours * 3_600,
      'exactly 580,000.0 h',
    )
    let refused = 0
    for (let done = 0; done < steps; done += together) {
      const first = Math.floor(random() * allocations)
      const round = Array.from(
        { length: together },
        (_, index) => all[(first + index) % allocations] as Allocation,
      )
      const outcomes = await Promise.all(round.map(each => step(lab, each, random)))
      refused += outcomes.filter(outcome => outcome === 'refused').length
    }
    t.ok(refused > 0, `${refused} of ${steps} steps asked for too much and were refused`)
    const { q, t: tables } = lab.context.db.read
    const lots = new Map((await q.select().from(tables.lots)).map(lot => [lot.id, lot]))
    const wrong = all.filter(each => {
      const lot = lots.get(each.lotId)
      const reserved = each.open.reduce((sum, booking) => sum + booking.units, 0)
      if (each.approved !== each.used + reserved + each.remaining + each.expired) return true
      return (
        lot?.granted !== each.approved ||
        lot.used !== each.used ||
        lot.held !== reserved ||
        lot.expired !== each.expired
      )
    })
    t.strictSame(wrong, [], 'approved = used + reserved + remaining + expired, to the second')
    await sealLedgers(lab.context, 'everything')
    t.strictSame(await faultsIn(lab), [])
  })
}

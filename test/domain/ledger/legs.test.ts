import t from 'tap'
import type { BookingFacts, QuotaFacts } from '../../../src/domain/bookingFacts.ts'
import { byUrgency, drawFrom, planLegs } from '../../../src/domain/ledger/legs.ts'
import type { LotBalance, PeriodSpan } from '../../../src/domain/ledger/lots.ts'
import { quotaExhausted } from '../../../src/domain/rules/quota-exhausted.ts'
import { amount, type Instant } from '../../../src/domain/units.ts'
import { anInstrument, aRequest, now, on, policyWith, someFacts } from '../bookingFacts.ts'

const boundary = on('11:00')

const period = (id: string, start: Instant, end: Instant, state: PeriodSpan['state'] = 'open') => ({
  id,
  start,
  end,
  state,
})
const before = period('prd_1', on('00:00', '2026-01-01'), boundary)
const after = period('prd_2', boundary, on('00:00', '2026-07-01'))

const lot = (lotId: string, units: number, given: Partial<LotBalance> = {}): LotBalance => ({
  lotId,
  accountId: `acc_of_${lotId}`,
  periodId: 'prd_1',
  kind: 'base',
  validTo: boundary,
  available: amount(units),
  bounded: true,
  ...given,
})

const quotaOf = (
  periods: readonly PeriodSpan[],
  payers: QuotaFacts['payers'],
  mode: QuotaFacts['mode'] = 'enforced',
): Pick<BookingFacts, 'quota'> => ({ quota: { mode, unit: 'second', periods, payers } })

const plan = (facts: Partial<BookingFacts>, request = aRequest()) => planLegs(request, someFacts(facts))
const drawn = (facts: Partial<BookingFacts>, request = aRequest()) => {
  const planned = plan(facts, request)
  return planned.kind === 'planned'
    ? planned.legs.map(leg => [leg.lotId, leg.amount, leg.effectiveAt])
    : planned.refusal
}

t.test('the period in which the time lies pays its part', async t => {
  const payers = [[lot('lot_1', 3600), lot('lot_2', 3600, { periodId: 'prd_2' })]]
  t.strictSame(drawn(quotaOf([before, after], payers)), [
    ['lot_1', 3600, on('10:00')],
    ['lot_2', 3600, boundary],
  ])
})

t.test('each place is paid', async t => {
  const request = aRequest({ places: 3, end: on('10:30') })
  t.strictSame(drawn(quotaOf([before], [[lot('lot_1', 5400)]]), request), [['lot_1', 5400, on('10:00')]])
})

t.test('the nearest holder that has a lot in the period pays alone', async t => {
  const request = aRequest({ end: on('11:00') })
  const project = [lot('lot_project', 60)]
  const institution = [lot('lot_institution', 7200)]
  t.match(drawn(quotaOf([before], [project, institution]), request), {
    code: 'quota-exhausted',
    needed: 3600,
    available: 60,
    accountId: 'acc_of_lot_project',
    periodId: 'prd_1',
  })
  t.strictSame(drawn(quotaOf([before], [[], institution]), request), [['lot_institution', 3600, on('10:00')]])
  t.match(drawn(quotaOf([before], []), request), { code: 'quota-exhausted', available: 0, accountId: null })
})

t.test('lots are drawn in the order in which they end, then carry before base', async t => {
  const request = aRequest({ end: on('11:00') })
  const payers = [
    [
      lot('lot_b', 1800),
      lot('lot_late', 9000, { validTo: on('12:00'), kind: 'carry' }),
      lot('lot_a', 600, { kind: 'carry' }),
      lot('lot_empty', 0, { kind: 'carry' }),
    ],
  ]
  t.strictSame(drawn(quotaOf([before], payers), request), [
    ['lot_a', 600, on('10:00')],
    ['lot_b', 1800, on('10:00')],
    ['lot_late', 1200, on('10:00')],
  ])
  t.ok(byUrgency(lot('lot_a', 1), lot('lot_b', 1)) < 0, 'then by id, so that two nodes draw alike')
  t.ok(byUrgency(lot('lot_b', 1), lot('lot_a', 1)) > 0)
})

t.test('what is only tracked is never exhausted', async t => {
  const payers = [[lot('lot_1', -500, { kind: 'tracked', bounded: false })]]
  const request = aRequest({ end: on('11:00') })
  t.strictSame(drawn(quotaOf([before], payers, 'tracked'), request), [['lot_1', 3600, on('10:00')]])
})

t.test('a closed period takes nothing, and time without a period cannot be paid', async t => {
  const payers = [[lot('lot_1', 7200)]]
  const closed = { ...before, state: 'closed' as const }
  t.strictSame(drawn(quotaOf([closed], payers)), { code: 'period-closed', periodId: 'prd_1' })
  t.strictSame(drawn(quotaOf([before], payers)), { code: 'no-period', at: boundary })
  t.strictSame(drawn(quotaOf([], payers)), { code: 'no-period', at: on('10:00') })
  const gone = period('prd_0', on('00:00', '2025-01-01'), on('00:00', '2026-01-01'))
  const within = aRequest({ end: on('10:30') })
  t.strictSame(drawn(quotaOf([gone, before], payers), within), [['lot_1', 1800, on('10:00')]])
})

t.test('a day that a period’s end cuts in two is counted once, where it begins', async t => {
  const rules = policyWith({ bookingUnit: 'day' })
  const stay = aRequest({ start: on('00:00'), end: on('00:00', '2026-03-07') })
  const payers = [[lot('lot_1', 1), lot('lot_2', 2, { periodId: 'prd_2' })]]
  t.strictSame(drawn({ rules, ...quotaOf([before, after], payers) }, stay), [
    ['lot_1', 1, on('00:00')],
    ['lot_2', 2, boundary],
  ])
  const oneDay = aRequest({ start: on('00:00'), end: on('00:00', '2026-03-05') })
  t.strictSame(drawn({ rules, ...quotaOf([before, after], payers) }, oneDay), [['lot_1', 1, on('00:00')]])
})

t.test('whole days are counted by the clock of the instrument', async t => {
  const rules = policyWith({ bookingUnit: 'day' })
  const instrument = anInstrument({ zone: 'Europe/Berlin' })
  const from = period('prd_1', on('00:00', '2026-01-01'), on('00:00', '2026-07-01'))
  // From Saturday to Monday midnight in Berlin: 47 hours over the change of clocks, two days.
  const weekend = aRequest({ start: on('07:00', '2026-03-28'), end: on('06:00', '2026-03-30') })
  t.strictSame(drawn({ rules, instrument, ...quotaOf([from], [[lot('lot_1', 2)]]) }, weekend), [
    ['lot_1', 2, on('07:00', '2026-03-28')],
  ])
})

t.test('the rule refuses what cannot be paid, and is silent where no quota counts', async t => {
  const payers = [[lot('lot_1', 60)]]
  const refused = quotaExhausted(aRequest(), someFacts(quotaOf([before, after], payers)), now)
  t.match(refused, { code: 'quota-exhausted', needed: 3600, available: 60 })
  t.equal(quotaExhausted(aRequest(), someFacts(), now), undefined)
  t.equal(
    quotaExhausted(aRequest({ end: on('11:00') }), someFacts(quotaOf([before], [[lot('lot_1', 3600)]])), now),
    undefined,
  )
  t.throws(() => plan({}), /only bookings under quota/)
  t.throws(() => drawFrom([lot('lot_1', 60)], amount(61), now), /cover what is needed/)
})

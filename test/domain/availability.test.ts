import fc from 'fast-check'
import t from 'tap'
import { freeSpans, type FreeTimeQuestion, peakPlaces } from '../../src/domain/availability.ts'
import { instant, type Seconds } from '../../src/domain/units.ts'
import { on } from './bookingFacts.ts'

const kept = (from: string, until: string, places = 1) => ({
  start: on(from),
  occupiedUntil: on(until),
  places,
})
const times = (spans: readonly { readonly start: number; readonly end: number }[]) =>
  spans.map(each => [hourOf(each.start), hourOf(each.end)])
const hourOf = (at: number) => (at - on('00:00')) / 3_600_000

const question = (given: Partial<FreeTimeQuestion>): FreeTimeQuestion => ({
  open: [{ start: on('08:00'), end: on('20:00') }],
  outages: [],
  neighbours: [],
  exclusive: true,
  capacity: 1,
  turnaroundSeconds: 0 as Seconds,
  places: 1,
  ...given,
})

t.test('the most places in use, whenever it is', async t => {
  const window = { start: on('10:00'), end: on('12:00') }
  t.equal(peakPlaces([], window), 0)
  t.equal(
    peakPlaces([kept('08:00', '10:00', 9), kept('12:00', '13:00', 9)], window),
    0,
    'neighbours only touch',
  )
  t.equal(
    peakPlaces([kept('08:00', '11:00', 2), kept('11:00', '13:00', 3)], window),
    3,
    'one after the other',
  )
  t.equal(
    peakPlaces([kept('08:00', '11:30', 2), kept('11:00', '13:00', 3)], window),
    5,
    'both for half an hour',
  )
})

t.test('free is what is open, neither down nor taken, with room for the turnaround', async t => {
  t.strictSame(times(freeSpans(question({}))), [[8, 20]])
  const outages = [{ start: on('09:00'), end: on('10:00') }]
  const neighbours = [kept('12:00', '14:00')]
  t.strictSame(times(freeSpans(question({ outages, neighbours }))), [
    [8, 9],
    [10, 12],
    [14, 20],
  ])
  const turnaroundSeconds = 3600 as Seconds
  t.strictSame(times(freeSpans(question({ neighbours, turnaroundSeconds }))), [
    [8, 11],
    [14, 20],
  ])
})

t.test('on a shared instrument it is free where enough places are', async t => {
  const neighbours = [kept('09:00', '12:00', 2), kept('11:00', '14:00', 2)]
  const shared = { exclusive: false, capacity: 4, neighbours }
  t.strictSame(times(freeSpans(question({ ...shared, places: 1 }))), [
    [8, 11],
    [12, 20],
  ])
  t.strictSame(times(freeSpans(question({ ...shared, places: 3 }))), [
    [8, 9],
    [14, 20],
  ])
  t.strictSame(times(freeSpans(question({ ...shared, places: 5 }))), [], 'never more than there are')
  t.strictSame(times(freeSpans(question({ ...shared, neighbours: [], places: 5 }))), [])
  t.strictSame(times(freeSpans(question({ places: 2 }))), [], 'nor two of an exclusive one')
})

t.test('a free hour is one in which the places fit, counted hour by hour', async () => {
  const claim = fc.record({
    from: fc.integer({ min: 0, max: 10 }),
    length: fc.integer({ min: 1, max: 6 }),
    places: fc.integer({ min: 1, max: 3 }),
  })
  const hour = (count: number) => instant(on('00:00') + count * 3_600_000)
  const property = fc.property(
    fc.array(claim, { maxLength: 8 }),
    fc.integer({ min: 1, max: 4 }),
    fc.boolean(),
    (claims, places, exclusive) => {
      const neighbours = claims.map(each => ({
        start: hour(each.from),
        occupiedUntil: hour(each.from + each.length),
        places: each.places,
      }))
      const open = [{ start: hour(0), end: hour(16) }]
      const capacity = exclusive ? 1 : 4
      const asked = { open, neighbours, exclusive, capacity, places: exclusive ? 1 : places }
      const free = freeSpans(question(asked))
      for (let at = 0; at < 16; at++) {
        const running = claims.filter(each => each.from <= at && at < each.from + each.length)
        const taken = running.reduce((sum, each) => sum + (exclusive ? 1 : each.places), 0)
        const fits = exclusive ? taken === 0 : taken + places <= capacity
        if (free.some(each => each.start <= hour(at) && hour(at + 1) <= each.end) !== fits) return false
      }
      return true
    },
  )
  fc.assert(property, { seed: 20260304, numRuns: 300 })
})

import fc from 'fast-check'
import t from 'tap'
import { type FreeInstrument, nearestAlternatives } from '../../src/domain/alternatives.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import { type Span, span } from '../../src/domain/span.ts'
import { instant, type Seconds } from '../../src/domain/units.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Nothing of the laws of time is at stake here, so the clock stands still. */
const zone = 'UTC'
const step = 15 * minute

interface Given {
  readonly unit: 'time' | 'day'
  readonly gridSteps: number
  readonly noticeHours: number
  readonly horizonHours: number
}

const rulesOf = ({ unit, gridSteps, noticeHours, horizonHours }: Given): PolicyRules => ({
  ...DEFAULT_POLICY,
  bookingUnit: unit,
  gridSeconds: ((gridSteps * step) / 1000) as Seconds,
  noticeSeconds: (noticeHours * 3600) as Seconds,
  horizonSeconds: (horizonHours * 3600) as Seconds,
})

const aRule = fc.record({
  unit: fc.constantFrom('time', 'time', 'day'),
  gridSteps: fc.constantFrom(1, 2, 4),
  noticeHours: fc.integer({ min: 0, max: 60 }),
  horizonHours: fc.integer({ min: 40, max: 200 }),
})

const lastStep = (6 * day) / step
const edges = fc.uniqueArray(fc.integer({ min: 0, max: lastStep }), { maxLength: 14 })
const someFree = edges.map(cuts =>
  cuts
    .toSorted((a, b) => a - b)
    .flatMap((cut, index, all) =>
      index % 2 === 0 && all[index + 1] !== undefined
        ? [span(cut * step, (all[index + 1] as number) * step)]
        : [],
    ),
)

const anInstrument = fc
  .record({ free: someFree, before: aRule, after: aRule, change: fc.integer({ min: 1, max: lastStep - 1 }) })
  .map(({ free, before, after, change }) => ({
    zone,
    free,
    terms: [
      { ...span(0, change * step), rules: rulesOf(before) },
      { ...span(change * step, 6 * day), rules: rulesOf(after) },
    ],
  }))

const question = fc
  .record({
    start: fc.integer({ min: -100, max: lastStep + 100 }),
    steps: fc.constantFrom(1, 2, 3, 4, 8, 96, 200),
    now: fc.integer({ min: 0, max: lastStep }),
    limit: fc.integer({ min: 1, max: 30 }),
    preferredId: fc.constantFrom(null, '0', '1', '2'),
  })
  .map(({ start, steps, now, ...rest }) => ({
    ...rest,
    wanted: span(start * step, (start + steps) * step),
    now: instant(now * step),
  }))

type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never

/** The booking that would begin at `start`, if the rules of that moment and the free time allow one. */
function fitsAt({ free, terms }: FreeInstrument, start: number, { wanted, now }: Question): Span | undefined {
  const rules = terms.find(term => term.start <= start && start < term.end)?.rules
  if (rules === undefined) return undefined
  const days = Math.ceil(wanted.end / day) - Math.floor(wanted.start / day)
  const byDay = rules.bookingUnit === 'day'
  const end = start + (byDay ? days * day : wanted.end - wanted.start)
  const onGrid = start % (byDay ? day : rules.gridSeconds * 1000) === 0
  const inTime = start >= now + rules.noticeSeconds * 1000 && end <= now + rules.horizonSeconds * 1000
  const lies = free.some(each => each.start <= start && end <= each.end)
  return onGrid && inTime && lies ? span(start, end) : undefined
}

/** Every start is tried in turn, first onwards and then back. */
function enumerated(instrument: FreeInstrument, asked: Question) {
  const found: Span[] = []
  for (let start = Math.max(0, asked.wanted.start); start < 6 * day; start += step) {
    const fits = fitsAt(instrument, start, asked)
    if (fits !== undefined && start >= (found.at(-1)?.end ?? 0)) found.push(fits)
  }
  let until = found[0]?.start ?? Infinity
  for (let start = Math.min(6 * day, asked.wanted.start) - step; start >= 0; start -= step) {
    const fits = fitsAt(instrument, start, asked)
    if (fits === undefined || fits.end > until) continue
    found.push(fits)
    until = start
  }
  return found.map(each => ({ instrumentId: instrument.instrumentId, zone, ...each }))
}

t.test('the nearest that fit are found, as by trying every start on every instrument', async () => {
  const some = fc.array(anInstrument, { maxLength: 3 })
  fc.assert(
    fc.property(some, question, (made, asked) => {
      const instruments = made.map((each, index) => ({ ...each, instrumentId: String(index) }))
      const far = ({ start }: Span) => Math.abs(start - asked.wanted.start)
      const rank = (id: string) => (id === asked.preferredId ? '' : id)
      const all = instruments.flatMap(each => enumerated(each, asked))
      all.sort(
        (a, b) =>
          far(a) - far(b) || rank(a.instrumentId).localeCompare(rank(b.instrumentId)) || a.start - b.start,
      )
      const expected = all.slice(0, asked.limit)
      const found = nearestAlternatives(instruments, asked)
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
      }
    }),
    { numRuns: 2_000 },
  )
})

t.test('much free time on many instruments costs no more than what is asked for', async t => {
  let spansRead = 0
  const rules = new Proxy(rulesOf({ unit: 'time', gridSteps: 1, noticeHours: 0, horizonHours: 9_999 }), {
    get: (from, name) => {
      if (name === 'gridSeconds') spansRead += 1
      return Reflect.get(from, name) as unknown
    },
  })
  const always = span(0, 90 * day)
  const instruments = Array.from({ length: 200 }, (_, index) => ({
    instrumentId: String(index),
    zone,
    free: [always],
    terms: [{ ...always, rules }],
  }))
  const wanted = span(40 * day, 40 * day + step)
  const asked = { wanted, preferredId: '7', now: instant(0), limit: 100 }
  const found = nearestAlternatives(instruments, asked)
  t.equal(found[0]?.instrumentId, '7')
  t.equal(found.length, 100)
  t.ok(spansRead <= 3 * 200 + 100, `${spansRead} starts were looked at`)
})

import fc from 'fast-check'
import t from 'tap'
import { millisecondsPerHour, scaleOf } from '../../../src/web/timeline/geometry.ts'
import {
  heightOf,
  indexByTime,
  layoutRows,
  rowAt,
  topOf,
  visibleRows,
  visibleTime,
  within,
} from '../../../src/web/timeline/windowing.ts'

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 40 },
)

t.test('a search finds exactly what overlaps, long ones that began long ago too', async () => {
  const property = fc.property(spans, fc.integer({ min: 0, max: 130 }), (entries, from) => {
    const part = { start: from, end: from + 10 }
    const expected = entries.filter(entry => entry.start < part.end && entry.end > part.start)
    const found = within(indexByTime(entries), part)
    return found.length === expected.length && expected.every(entry => found.includes(entry))
  })
  fc.assert(property, { numRuns: 500 })
})

t.test('rows of any height are found by where they lie', async t => {
  const layout = layoutRows([40, 92, 40])
  t.equal(heightOf(layout), 172)
  t.equal(topOf(layout, 2), 132)
  t.strictSame(
    [0, 39, 40, 131, 132, 171].map(y => rowAt(layout, y)),
    [0, 0, 1, 1, 2, 2],
  )
  t.equal(rowAt(layout, -5), 0)
  t.equal(rowAt(layout, 9999), 2)
})

t.test('of two hundred rows those in sight are rendered, and four around', async t => {
  const layout = layoutRows(Array.from({ length: 200 }, () => 40))
  t.strictSame(visibleRows(layout, 4000, 600), { first: 96, last: 120 })
  t.strictSame(visibleRows(layout, 0, 600), { first: 0, last: 20 })
  t.strictSame(visibleRows(layout, 7400, 600), { first: 181, last: 200 })
})

t.test('no rows are no fault', async t => {
  const layout = layoutRows([])
  t.strictSame(visibleRows(layout, 0, 600), { first: 0, last: 0 })
  t.equal(rowAt(layout, 10), -1)
  t.equal(heightOf(layout), 0)
})

t.test('time is rendered in steps of six hours, one more on either side, within the window', async t => {
  const hour = millisecondsPerHour
  const scale = scaleOf({ start: 0, end: 168 * hour }, 'week', 0)
  t.strictSame(visibleTime(scale, 50 * 16, 20 * 16), { start: 42 * hour, end: 78 * hour })
  t.strictSame(visibleTime(scale, 51 * 16, 20 * 16), { start: 42 * hour, end: 78 * hour })
  t.strictSame(visibleTime(scale, 0, 10 * 16), { start: 0, end: 18 * hour })
  t.strictSame(visibleTime(scale, 160 * 16, 400), { start: 150 * hour, end: 168 * hour })
})

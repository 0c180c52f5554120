import fc from 'fast-check'
import t from 'tap'
import { packLanes, rowHeight } from '../../../src/web/timeline/lanes.ts'
import type { TimelineItem } from '../../../src/web/timeline/model.ts'
import { indexByTime } from '../../../src/web/timeline/windowing.ts'
import { anItem } from './builders.ts'

const someItems = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 48 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 4 }),
    ),
    {
      maxLength: 30,
    },
  )
  .map(all =>
    all.map(([start, length, places], index) => anItem(`item ${index}`, start, start + length, { places })),
  )

const pack = (items: readonly TimelineItem[], capacity: number) =>
  packLanes(indexByTime(items).sorted, capacity)

t.test('no two items ever cover each other', async () => {
  const property = fc.property(someItems, fc.integer({ min: 1, max: 12 }), (items, capacity) => {
    const { lanes, count } = pack(items, capacity)
    return items.every((a, index) => {
      const mine = lanes.get(a.id)
      if (mine === undefined || mine.first + mine.count > count) return false
      return items.slice(index + 1).every(b => {
        const other = lanes.get(b.id)
        const together = a.start < b.end && b.start < a.end
        const apart =
          other !== undefined &&
          (mine.first + mine.count <= other.first || other.first + other.count <= mine.first)
        return !together || apart
      })
    })
  })
  fc.assert(property, { numRuns: 500 })
})

t.test('items one after the other share a lane', async t => {
  t.equal(pack([anItem('a', 8, 9), anItem('b', 9, 10)], 1).count, 1)
})

t.test('an item takes a lane for each of its places', async t => {
  const { lanes, count } = pack([anItem('a', 8, 12, { places: 2 }), anItem('b', 9, 10)], 3)
  t.strictSame(lanes.get('a'), { first: 0, count: 2 })
  t.strictSame(lanes.get('b'), { first: 2, count: 1 })
  t.equal(count, 3)
})

t.test('a free instrument for three shows three lanes', async t => {
  t.equal(pack([], 3).count, 3)
})

t.test('in a room of ninety-six places every item takes one lane', async t => {
  const { lanes, count } = pack([anItem('a', 8, 12, { places: 40 }), anItem('b', 9, 10, { places: 30 })], 96)
  t.strictSame(lanes.get('a'), { first: 0, count: 1 })
  t.equal(count, 2)
})

t.test('rows grow with their lanes, to a limit', async t => {
  t.strictSame(
    [1, 2, 4, 50].map(lanes => rowHeight(lanes, 40)),
    [40, 48, 92, 180],
  )
})

import t from 'tap'
import { boxOf, cellState, closedSpans, itemAt, slotFrom } from '../../../src/web/timeline/cells.ts'
import { anItem, hour, monday, prepared, window } from './builders.ts'

const cell = (from: number, to: number) => ({ start: monday + from * hour, end: monday + to * hour })
const outage = { id: 'o', ...cell(12, 14), planned: true, reason: null }

t.test('what is not open is closed', async t => {
  t.strictSame(closedSpans([cell(8, 18)], window), [cell(0, 8), cell(18, 72)])
  t.strictSame(closedSpans([cell(30, 72), cell(-5, 20)], window), [cell(20, 30)])
  t.strictSame(closedSpans([], window), [window])
  t.strictSame(closedSpans(null, window), [], 'always open')
})

t.test('a cell says what lies in it', async t => {
  const row = prepared({ open: [cell(8, 18)], outages: [outage], items: [anItem('a', 9, 10)] })
  t.strictSame(cellState(row, cell(8, 9)), { items: [], outage: undefined, closed: false, placesLeft: 1 })
  t.equal(cellState(row, cell(9, 9.5)).placesLeft, 0)
  t.equal(cellState(row, cell(9, 9.5)).items[0]?.id, 'a')
  t.equal(cellState(row, cell(12, 13)).outage?.id, 'o')
  t.equal(cellState(row, cell(7, 8)).closed, true)
})

t.test('places left are those at the fullest moment', async t => {
  const items = [anItem('a', 8, 9, { places: 2 }), anItem('b', 9, 10), anItem('c', 9.5, 11)]
  const row = prepared({ capacity: 3, items })
  t.equal(cellState(row, cell(8, 11)).placesLeft, 1)
  t.equal(cellState(row, cell(10, 11)).placesLeft, 2)
  t.equal(cellState(prepared({ items }), cell(8, 9)).placesLeft, 0, 'never below zero')
})

t.test('a tap offers an hour, or what is left before the next booking, outage or closing', async t => {
  const row = prepared({ open: [cell(8, 18)], outages: [outage], items: [anItem('a', 10.5, 11)] })
  const slot = (from: number) => slotFrom(row, monday + from * hour, hour, hour / 2)
  t.strictSame(slot(9), cell(9, 10))
  t.strictSame(slot(10), cell(10, 10.5))
  t.strictSame(slot(11.5), cell(11.5, 12))
  t.strictSame(slot(17.5), cell(17.5, 18))
  t.strictSame(slot(20), cell(20, 21), 'closed: the server says why not')
})

t.test('a slot ends where the last place is taken', async t => {
  const row = prepared({ capacity: 2, items: [anItem('a', 9.5, 11), anItem('b', 10, 11)] })
  t.strictSame(slotFrom(row, monday + 9 * hour, 2 * hour, hour / 2), cell(9, 10))
  const full = prepared({ capacity: 2, items: [anItem('a', 9.5, 11), anItem('b', 9.5, 11)] })
  t.strictSame(slotFrom(full, monday + 9 * hour, 2 * hour, hour / 2), cell(9, 9.5))
})

t.test('a pointer hits the bar of its lane, and a narrow bar from nearby', async t => {
  const row = prepared({
    capacity: 2,
    items: [anItem('a', 9, 10), anItem('b', 9, 10), anItem('c', 12, 12.1)],
  })
  const lower = boxOf(row, anItem('b', 9, 10))
  t.equal(itemAt(row, monday + 9.5 * hour, 5, 0)?.id, 'a')
  t.equal(itemAt(row, monday + 9.5 * hour, lower.top + 1, 0)?.id, 'b')
  t.equal(itemAt(row, monday + 11.9 * hour, 5, 0.2 * hour)?.id, 'c')
  t.equal(itemAt(row, monday + 11 * hour, 5, 0.2 * hour), undefined)
})

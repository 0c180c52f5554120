import t from 'tap'
import { entriesOf } from '../../../src/web/timeline/listEntries.ts'
import { anItem, hour, monday, prepared } from './builders.ts'

const span = (from: number, to: number) => ({ start: monday + from * hour, end: monday + to * hour })
const today = span(0, 24)
const linesOf = (entries: ReturnType<typeof entriesOf>) =>
  entries.map(({ kind, span: { start, end } }) => [kind, (start - monday) / hour, (end - monday) / hour])

t.test('a day is told from midnight to midnight, free time between', async t => {
  const outages = [{ id: 'o', ...span(16, 30), planned: true, reason: null }]
  const row = prepared({ open: [span(8, 18)], outages, items: [anItem('a', 9, 10)] })
  t.strictSame(linesOf(entriesOf(row, today, monday)), [
    ['closed', 0, 8],
    ['free', 8, 9],
    ['item', 9, 10],
    ['free', 10, 16],
    ['outage', 16, 24],
    ['closed', 18, 24],
  ])
})

t.test('free time is offered from now on', async t => {
  const row = prepared({ items: [anItem('a', 9, 10)] })
  t.strictSame(linesOf(entriesOf(row, today, monday + 9.5 * hour)), [
    ['item', 9, 10],
    ['free', 10, 24],
  ])
  t.strictSame(
    linesOf(entriesOf(row, today, monday + 30 * hour)),
    [['item', 9, 10]],
    'a past day offers none',
  )
})

t.test('a shared instrument is free where a place is left, and says how many', async t => {
  const row = prepared({ capacity: 2, items: [anItem('a', 8, 10), anItem('b', 9, 10)] })
  const free = entriesOf(row, today, monday).filter(entry => entry.kind === 'free')
  t.strictSame(
    free.map(entry => [(entry.span.start - monday) / hour, entry.places]),
    [
      [0, 2],
      [8, 1],
      [10, 2],
    ],
  )
})

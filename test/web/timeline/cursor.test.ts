import t from 'tap'
import {
  type Carried,
  carry,
  type Cursor,
  cursorCell,
  cursorRange,
  type Field,
  moveCursor,
  settle,
  type Step,
} from '../../../src/web/timeline/cursor.ts'
import { dayGrid } from '../../../src/web/timeline/geometry.ts'
import { anItem, halfHours, hour, monday, window } from './builders.ts'

const grid = halfHours()
const field: Field = { window, rowCount: 3, gridOf: () => grid }
const nine: Cursor = { row: 1, at: monday + 9 * hour, anchor: null }
const go = (from: Cursor, ...steps: Step[]): Cursor =>
  steps.reduce((cursor, step) => moveCursor(cursor, step, field, { extend: false }), from)
const extend = (from: Cursor, ...steps: Step[]): Cursor =>
  steps.reduce((cursor, step) => moveCursor(cursor, step, field, { extend: true }), from)
const hours = ({ at }: Cursor): number => (at - monday) / hour

t.test('arrows go a step or a row', async t => {
  t.equal(hours(go(nine, 'right')), 9.5)
  t.equal(hours(go(nine, 'left')), 8.5)
  t.equal(go(nine, 'up').row, 0)
  t.equal(go(nine, 'up', 'up').row, 0)
  t.equal(go(nine, 'down', 'down').row, 2)
})

t.test('keys go a day, to its ends, and to the ends of all', async t => {
  t.equal(hours(go(nine, 'dayOn')), 33)
  t.equal(hours(go(nine, 'dayOn', 'dayBack')), 9)
  t.equal(hours(go(nine, 'dayStart')), 0)
  t.equal(hours(go(nine, 'dayEnd')), 23.5)
  t.strictSame(go(nine, 'first'), { row: 0, at: monday, anchor: null })
  t.strictSame(go(nine, 'last'), { row: 2, at: monday + 71.5 * hour, anchor: null })
})

t.test('the cursor stays in the window', async t => {
  t.equal(hours(go(nine, 'dayBack')), 0)
  t.equal(hours(go(nine, 'last', 'right', 'right')), 71.5)
})

t.test('a day on is the same time of day through a clock change', async t => {
  const autumn = { start: Date.parse('2026-11-01T04:00Z'), end: Date.parse('2026-11-03T05:00Z') }
  const newYork = dayGrid(autumn, 'America/New_York', hour / 2)
  const there: Field = { window: autumn, rowCount: 1, gridOf: () => newYork }
  const midnight = { row: 0, at: autumn.start, anchor: null }
  t.equal(moveCursor(midnight, 'dayOn', there, { extend: false }).at, Date.parse('2026-11-02T05:00Z'))
})

t.test('shift selects whole steps, to either side, and keeps its row', async t => {
  const range = (cursor: Cursor): number[] | undefined => {
    const span = cursorRange(cursor, field)
    return span === null ? undefined : [span.start, span.end].map(at => (at - monday) / hour)
  }
  t.strictSame(range(extend(nine, 'right', 'right')), [9, 10.5])
  t.strictSame(range(extend(nine, 'left')), [8.5, 9.5])
  t.equal(extend(nine, 'right', 'down').row, 1)
  t.equal(range(go(extend(nine, 'right'), 'right')), undefined, 'a step without shift lets go')
})

t.test('the cursor finds back when rows or window change', async t => {
  t.equal(settle(nine, field), nine)
  t.equal(settle({ ...nine, row: 9 }, field).row, 2)
  t.equal(settle({ ...nine, at: 0 }, field).at, monday)
  t.strictSame(settle(nine, { ...field, rowCount: 0 }).row, 0)
  t.strictSame(cursorCell(nine, field), { start: nine.at, end: nine.at + hour / 2 })
})

t.test('a carried booking moves by steps and rows, and keeps its length', async t => {
  const item = anItem('own', 9, 11, { own: true, movable: true })
  const held: Carried = { kind: 'resize', row: 1, span: { start: item.start, end: item.end }, item }
  const right = carry(held, 'right', 'move', field)
  t.match(right, { kind: 'move', span: { start: monday + 9.5 * hour, end: monday + 11.5 * hour } })
  t.match(carry(right, 'down', 'move', field), { kind: 'move', row: 2 })
  t.match(carry(held, 'right', 'resize', field), { kind: 'resize', span: { end: monday + 11.5 * hour } })
  const shortest = [1, 2, 3, 4, 5].reduce(next => carry(next, 'left', 'resize', field), held)
  t.equal(shortest.span.end, monday + 9.5 * hour, 'one step is left')
  t.equal(carry(right, 'right', 'resize', field).kind, 'move', 'moved and stretched is moved')
})

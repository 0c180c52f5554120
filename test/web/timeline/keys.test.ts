import t from 'tap'
import { scaleOf } from '../../../src/web/timeline/geometry.ts'
import { type Deed, deedOf, type Stroke, type Work } from '../../../src/web/timeline/keys.ts'
import { clocksOf } from '../../../src/web/timeline/labels.ts'
import type { Plan } from '../../../src/web/timeline/plan.ts'
import { layoutRows } from '../../../src/web/timeline/windowing.ts'
import { timeline as words } from '../../../src/web/words/en/timeline.ts'
import { anItem, halfHours, hour, monday, prepared, window } from './builders.ts'

const clockOf = clocksOf('en')
const grid = halfHours()
const own = anItem('own', 9, 11, { own: true, movable: true })
const theirs = anItem('theirs', 13, 14)
const rows = [prepared({ items: [own, theirs] }), prepared({ id: 'ms', items: [] })]
const plan: Plan = {
  rows,
  layout: layoutRows([40, 40]),
  scale: scaleOf(window, 'week', 1000),
  zoom: 'week',
  grid,
  field: { window, rowCount: 2, gridOf: () => grid },
  nameWidth: 208,
  nameRoom: 183,
  speech: { clock: clockOf('Asia/Shanghai'), clockOf, words },
}

const at = (hours: number): Work => ({
  cursor: { row: 0, at: monday + hours * hour, anchor: null },
  draft: null,
})
const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => {
  return { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more }
}
const press = (work: Work, ...strokes: Stroke[]): Deed | undefined => {
  let deed: Deed | undefined
  let now = work
  for (const each of strokes) {
    deed = deedOf(each, now, plan, hour)
    if (deed?.kind === 'work' || deed?.kind === 'dropped') now = deed.work
  }
  return deed
}
const span = (from: number, to: number) => ({ start: monday + from * hour, end: monday + to * hour })
const right = stroke('ArrowRight', { shiftKey: true })

t.test('Enter on free time asks for a slot, on a booking opens it', async t => {
  t.strictSame(press(at(7), stroke('Enter')), { kind: 'select', row: 0, span: span(7, 8) })
  t.match(press(at(9.5), stroke('Enter')), { kind: 'open', item: { id: 'own' } })
  t.match(press(at(13), stroke(' ')), { kind: 'open', item: { id: 'theirs' } })
})

t.test('Shift and arrows select, Enter books what is selected', async t => {
  const deed = press(at(5), right, right, stroke('Enter'))
  t.match(deed, { kind: 'commit', draft: { kind: 'select', row: 0, span: span(5, 6.5) } })
})

t.test('Escape drops a selection, and is left to the page where there is none', async t => {
  const deed = press(at(5), right, stroke('Escape'))
  t.match(deed, { kind: 'dropped', work: { draft: null, cursor: { anchor: null } } })
  t.equal(press(at(5), stroke('Escape')), undefined)
})

t.test('Alt and arrows carry one’s own booking until Enter', async t => {
  const alt = { altKey: true }
  const moved = press(at(10), stroke('ArrowRight', alt), stroke('ArrowDown', alt), stroke('Enter'))
  t.match(moved, {
    kind: 'commit',
    draft: { kind: 'move', row: 1, span: span(9.5, 11.5), item: { id: 'own' } },
  })
  const stretched = press(at(10), stroke('ArrowRight', { altKey: true, shiftKey: true }), stroke('Enter'))
  t.match(stretched, { kind: 'commit', draft: { kind: 'resize', span: span(9, 11.5) } })
})

t.test('another’s booking is not carried', async t => {
  t.equal(press(at(13), stroke('ArrowRight', { altKey: true })), undefined)
})

t.test('keys that mean nothing here are left to the page', async t => {
  t.equal(press(at(9), stroke('a')), undefined)
  t.equal(press(at(9), stroke('Tab')), undefined)
  t.equal(press(at(9), stroke('ArrowLeft', { metaKey: true })), undefined)
  t.equal(deedOf(stroke('Enter'), at(9), { ...plan, rows: [] }, hour), undefined)
})

t.test('Control and Enter follows the name of the row', async t => {
  t.strictSame(press(at(9), stroke('Enter', { ctrlKey: true })), { kind: 'follow', row: 0 })
})

t.test('in the month view Enter chooses the day, though others are there', async t => {
  const days = { ...grid, step: 'day' as const }
  const month: Plan = { ...plan, zoom: 'month', field: { ...plan.field, gridOf: () => days } }
  const work = { cursor: { row: 0, at: monday + 24 * hour, anchor: null }, draft: null }
  t.strictSame(deedOf(stroke('Enter'), work, month, hour), { kind: 'select', row: 0, span: span(24, 48) })
})

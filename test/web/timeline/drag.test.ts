import t from 'tap'
import { type Drag, type DragEvent, type Grip, turn, type Turn } from '../../../src/web/timeline/drag.ts'
import { anItem, halfHours, hour, monday } from './builders.ts'

const grid = halfHours()
const own = anItem('own', 9, 11, { own: true, movable: true })
const at = (hours: number): number => monday + hours * hour

const press = (grip: Partial<Grip>, touch = false): DragEvent => {
  return { kind: 'press', touch, grip: { row: 0, at: at(9), ...grip }, x: 100, y: 100 }
}
const move = (hours: number, x: number, row = 0): DragEvent => {
  return { kind: 'move', place: { x, y: 100, row, at: at(hours) } }
}
const release: DragEvent = { kind: 'release' }

/** Plays a gesture and gives its last turn. */
function play(...events: DragEvent[]): Turn {
  let last: Turn = { drag: { kind: 'idle' } }
  for (const event of events) last = turn(last.drag, event, () => grid)
  return last
}

const spanOf = (drag: Drag | undefined): unknown =>
  drag?.kind === 'dragging' ? [drag.draft.span.start, drag.draft.span.end] : drag?.kind

t.test('a mouse dragged over free time selects whole steps', async t => {
  const { outcome } = play(press({}), move(10.2, 180), release)
  t.match(outcome, { kind: 'drop', draft: { kind: 'select', row: 0, span: { start: at(9), end: at(10.5) } } })
})

t.test('dragged back it selects to the left', async t => {
  t.strictSame(spanOf(play(press({}), move(7.8, 20)).drag), [at(7.5), at(9.5)])
})

t.test('a mouse that hardly moves has tapped', async t => {
  t.match(play(press({}), move(9, 102), release).outcome, { kind: 'tap', grip: { at: at(9) } })
  t.match(play(press({ item: own }), release).outcome, { kind: 'tap', grip: { item: { id: 'own' } } })
})

t.test('a swipe of the finger scrolls and books nothing', async t => {
  t.strictSame(play(press({}, true), move(10, 150), release), { drag: { kind: 'idle' } })
})

t.test('after a long press the finger drags', async t => {
  t.strictSame(spanOf(play(press({}, true), { kind: 'hold' }).drag), [at(9), at(9.5)])
  const { outcome } = play(press({}, true), { kind: 'hold' }, move(11.9, 300), release)
  t.match(outcome, { kind: 'drop', draft: { span: { start: at(9), end: at(12) } } })
})

t.test('an own booking moves with the pointer, snapped, and to another row', async t => {
  const { outcome } = play(press({ item: own, at: at(10) }), move(12.6, 300, 2), release)
  const draft = { kind: 'move', row: 2, span: { start: at(11.5), end: at(13.5) } }
  t.match(outcome, { kind: 'drop', draft })
})

t.test('its edges stretch and shrink it, down to one step', async t => {
  const end: Partial<Grip> = { item: own, edge: 'end', at: at(11) }
  t.match(play(press(end), move(12.2, 200), release).outcome, {
    draft: { kind: 'resize', span: { start: at(9), end: at(12) } },
  })
  t.strictSame(spanOf(play(press(end), move(3, 20)).drag), [at(9), at(9.5)])
  const start: Partial<Grip> = { item: own, edge: 'start', at: at(9) }
  t.strictSame(spanOf(play(press(start), move(8.1, 20)).drag), [at(8), at(11)])
  t.strictSame(spanOf(play(press(start), move(23, 500)).drag), [at(10.5), at(11)])
})

t.test('brought back to where it was, nothing is asked', async t => {
  const { outcome } = play(press({ item: own, at: at(10) }), move(12, 200), move(10, 100), release)
  t.equal(outcome, undefined)
})

t.test('another’s booking cannot be dragged', async t => {
  const theirs = anItem('theirs', 9, 11)
  t.strictSame(play(press({ item: theirs }), move(12, 200), release), { drag: { kind: 'idle' } })
})

t.test('a gesture that is called off books nothing', async t => {
  t.strictSame(play(press({}), move(12, 200), { kind: 'cancel' }, release), { drag: { kind: 'idle' } })
  t.strictSame(play(move(12, 200), { kind: 'hold' }).drag, { kind: 'idle' })
})

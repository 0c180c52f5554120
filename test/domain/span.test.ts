import fc from 'fast-check'
import t from 'tap'
import {
  contains,
  intersect,
  intersectSpans,
  lengthOf,
  mergeSpans,
  overlaps,
  span,
  type Span,
  subtractSpans,
  totalSeconds,
} from '../../src/domain/span.ts'
import { soakFactor } from '../support/soak.ts'

const cells = 40
const numRuns = Math.ceil(20_000 * soakFactor)

/** Spans within a day of forty cells, each a millisecond long. */
const someSpan = fc
  .tuple(fc.integer({ min: 0, max: cells - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => span(start, Math.min(start + length, cells)))
const someSpans = fc.array(someSpan, { maxLength: 10 })

/** The model: which cells are covered. */
const coverage = (spans: readonly Span[]): boolean[] =>
  Array.from({ length: cells }, (_, cell) => spans.some(each => each.start <= cell && cell < each.end))

const apart = (spans: readonly Span[]): boolean =>
  spans.every((each, index) => index === 0 || (spans[index - 1] as Span).end < each.start)

/** Tells whether `answer` is in order and covers exactly the cells that the model expects. */
const isExactly = (answer: readonly Span[], expected: (cell: number) => boolean): boolean =>
  apart(answer) && coverage(answer).every((covered, cell) => covered === expected(cell))

t.test('merged spans cover what they covered, sorted and apart', async () => {
  const property = fc.property(someSpans, spans => {
    const before = coverage(spans)
    return isExactly(mergeSpans(spans), cell => before[cell] === true)
  })
  fc.assert(property, { numRuns })
})

t.test('subtracting leaves what only the first list covers', async () => {
  const property = fc.property(someSpans, someSpans, (from, away) => {
    const [kept, gone] = [coverage(from), coverage(away)]
    return isExactly(subtractSpans(from, away), cell => kept[cell] === true && gone[cell] === false)
  })
  fc.assert(property, { numRuns })
})

t.test('intersecting leaves what both lists cover', async () => {
  const property = fc.property(someSpans, someSpans, (left, right) => {
    const [a, b] = [coverage(left), coverage(right)]
    return isExactly(intersectSpans(left, right), cell => a[cell] === true && b[cell] === true)
  })
  fc.assert(property, { numRuns })
})

t.test('two spans overlap, contain and intersect as their cells do', async () => {
  const property = fc.property(someSpan, someSpan, (a, b) => {
    const [inA, inB] = [coverage([a]), coverage([b])]
    const common = inA.map((covered, cell) => covered && inB[cell] === true)
    const both = intersect(a, b)
    return (
      overlaps(a, b) === common.includes(true) &&
      contains(a, b) === inB.every((covered, cell) => !covered || inA[cell] === true) &&
      isExactly(both === undefined ? [] : [both], cell => common[cell] === true)
    )
  })
  fc.assert(property, { numRuns })
})

t.test('a span is never empty', async t => {
  t.throws(() => span(5, 5), { name: 'AssertionError' })
  t.throws(() => span(6, 5), { name: 'AssertionError' })
  t.throws(() => span(0, 0.5), { name: 'AssertionError' })
})

t.test('lengths are whole seconds, rounded down, and overlapping spans count twice in a sum', async t => {
  t.equal(lengthOf(span(0, 3_600_000)), 3600)
  t.equal(lengthOf(span(0, 1999)), 1)
  t.equal(totalSeconds([span(0, 2000), span(1000, 3000)]), 4)
  t.equal(totalSeconds([]), 0)
})

import t from 'tap'
import { reusedOf } from '../../src/domain/reuse.ts'
import { lengthOf, span } from '../../src/domain/span.ts'

const hour = 3_600_000
const from = (start: number, end: number, places = 1) => ({ ...span(start * hour, end * hour), places })
const seconds = lengthOf

t.test('what others had of a lost span counts once', async t => {
  t.equal(reusedOf(from(9, 11), [], seconds), 0)
  t.equal(reusedOf(from(9, 11), [from(10, 11)], seconds), 3_600)
  t.equal(reusedOf(from(9, 11), [from(8, 12)], seconds), 7_200, 'no more than was lost')
  t.equal(
    reusedOf(from(9, 11), [from(7, 9), from(11, 12)], seconds),
    0,
    'what only touches it does not count',
  )
  t.equal(reusedOf(from(9, 11), [from(9, 10), from(10, 11)], seconds), 7_200)
})

t.test('of shared places, as many count as were lost', async t => {
  t.equal(reusedOf(from(9, 11, 3), [from(9, 10, 2)], seconds), 2 * 3_600)
  t.equal(reusedOf(from(9, 11, 3), [from(9, 10, 2), from(9, 11, 2)], seconds), 3 * 3_600 + 2 * 3_600)
})

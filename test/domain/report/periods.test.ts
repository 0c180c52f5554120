import t from 'tap'
import { beginningOf, monthsOf, windowIn } from '../../../src/domain/report/periods.ts'
import { span } from '../../../src/domain/span.ts'
import { type Day, instant } from '../../../src/domain/units.ts'

const at = (text: string) => instant(Date.parse(text))
const day = (text: string) => text as Day

t.test('a day as edge is the midnight that begins it, by the clock of each host', async t => {
  const window = { start: day('2026-03-01'), end: day('2026-03-02') }
  t.strictSame(windowIn('Asia/Shanghai', window), {
    start: at('2026-03-01T00:00+08:00'),
    end: at('2026-03-02T00:00+08:00'),
  })
  t.strictSame(windowIn('UTC', window), { start: at('2026-03-01T00:00Z'), end: at('2026-03-02T00:00Z') })
})

t.test('a moment as edge is the same everywhere; nothing lies between edges that cross', async t => {
  const noon = at('2026-03-01T12:00Z')
  t.equal(beginningOf('Asia/Shanghai', noon), noon)
  t.equal(windowIn('UTC', { start: noon, end: noon }), undefined)
  t.equal(windowIn('UTC', { start: noon, end: day('2026-03-01') }), undefined)
})

t.test('a day that a zone skipped begins with the midnight after it', async t => {
  // Samoa went from 29 to 31 December 2011.
  t.equal(beginningOf('Pacific/Apia', day('2011-12-30')), beginningOf('Pacific/Apia', day('2011-12-31')))
})

t.test('months are those of the host, the first and last one cut to the window', async t => {
  const window = span(at('2026-01-31T20:00Z'), at('2026-03-15T00:00Z'))
  t.strictSame(monthsOf('UTC', window), [
    span(window.start, at('2026-02-01T00:00Z')),
    span(at('2026-02-01T00:00Z'), at('2026-03-01T00:00Z')),
    span(at('2026-03-01T00:00Z'), window.end),
  ])
  t.equal(monthsOf('Asia/Shanghai', window).length, 2, 'where February has begun already')
})

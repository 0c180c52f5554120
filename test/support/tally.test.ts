import t from 'tap'
import { readTally, tallyLine } from './tally.ts'

const stream = `TAP version 14
# Subtest: test/store/locks.test.ts
    # Subtest: two rivals, one slot
        ok 1 - one wins
        not ok 2 - the other is refused
          ---
          message: "ok 7 - words of a message"
          ...
        1..2
    not ok 1 - two rivals, one slot # time=5.7ms
    ok 2 - postgres: three nodes # SKIP PostgreSQL: no server
    ok 3 - an empty lab # time=0.2ms
    1..3
not ok 1 - test/store/locks.test.ts # time=16.2ms
1..1
`

t.test('only what is innermost counts, and a skipped test keeps its reason', async t => {
  t.strictSame(readTally(stream), {
    passed: 2,
    failed: 1,
    skipped: [{ name: 'postgres: three nodes', reason: 'PostgreSQL: no server' }],
  })
})

t.test('the closing line says when a file broke off without a failed assertion', async t => {
  const tally = { passed: 2, failed: 0, skipped: [] }
  t.equal(tallyLine(tally, { passed: true, covered: true }), 'assertions: 2 passed, 0 failed, 0 skipped')
  t.match(tallyLine(tally, { passed: false, covered: false }), /a test file broke off; coverage too low$/)
})

import t from 'tap'
import { anotherTimeMayMend } from '../../src/domain/mending.ts'
import type { Refusal, RefusalCode } from '../../src/domain/refusal.ts'

const mended = (...codes: RefusalCode[]) => anotherTimeMayMend(codes.map(code => ({ code }) as Refusal))

t.test(
  'alternatives are looked for where time or place was refused, be a cap reached that day or not',
  async t => {
    t.ok(mended('slot-taken'))
    t.ok(mended('instrument-not-open', 'off-grid'))
    t.ok(mended('cap-exceeded', 'slot-taken'))
    t.ok(mended('pool-full', 'cap-exceeded', 'slot-taken'))
    t.notOk(mended('cap-exceeded'))
  },
)

t.test('none are looked for where no other time helps', async t => {
  const beyond: RefusalCode[] = ['not-shared', 'too-short', 'quota-exhausted', 'wrong-state', 'not-found']
  for (const code of beyond) {
    t.notOk(mended(code), code)
    t.notOk(mended('slot-taken', code), `slot-taken and ${code}`)
  }
})

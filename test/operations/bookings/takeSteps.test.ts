import t from 'tap'
import { refuse } from '../../../src/domain/refusal.ts'
import { takeSteps } from '../../../src/operations/bookings/steps.ts'
import type { Passed } from '../../../src/store/bookings/due.ts'
import { WriteFailed } from '../../../src/store/writeFailed.ts'
import { at } from '../../support/clock.ts'

const due = (...ids: readonly string[]): Passed[] => ids.map(id => ({ id, at: at('2026-03-02T08:00+08:00') }))

t.test('when the world fails a write, the steps after it are not tried', async t => {
  const tried: string[] = []
  const step = async ({ id }: Passed) => {
    tried.push(id)
    if (id === 'second') throw new WriteFailed(new Error('disk full'))
  }
  await t.rejects(
    takeSteps(async () => due('first', 'second', 'third'), step),
    { name: 'WriteFailed' },
  )
  t.strictSame(tried, ['first', 'second'])
})

t.test('what is refused, another was quicker with; what fails is told at the end', async t => {
  const broken = new Error('broken')
  const step = async ({ id }: Passed) => {
    if (id === 'refused') refuse({ code: 'reason-required' })
    if (id === 'broken') throw broken
    return id === 'idle' ? undefined : id
  }
  const taken = await takeSteps(async () => due('refused', 'broken', 'idle', 'done'), step)
  t.strictSame(taken, { done: 1, failures: [broken] })
})

t.test('a page that is full has another behind its last booking', async t => {
  const after: (string | undefined)[] = []
  const all = due(...Array.from({ length: 501 }, (_, index) => `bkg_${index}`))
  const { done } = await takeSteps(
    async page => {
      after.push(page.after?.id)
      return page.after === undefined ? all.slice(0, page.limit) : all.slice(page.limit)
    },
    async booking => booking,
  )
  t.strictSame([done, after], [501, [undefined, 'bkg_499']])
})

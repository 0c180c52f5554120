import t from 'tap'
import { Refused } from '../../src/domain/refusal.ts'
import { offload, TooManyReads } from '../../src/store/offload.ts'
import { ENGINES } from '../support/engines.ts'
import { aHistory } from '../support/history.ts'

const module = new URL('./longReads.ts', import.meta.url)

for (const engine of ENGINES) {
  t.test(
    `${engine}: a long read sees what was committed and brings back its result, its refusal or its error`,
    async t => {
      const { context } = await aHistory(t, engine)
      const read = (name: string, args: unknown = null) => offload(context, { module, name, args })
      t.equal(await read('countInstitutions', { plus: 10 }), 13)
      const refused = await read('refuseAll').catch((error: unknown) => error)
      t.ok(refused instanceof Refused, 'a refusal is one on this side too')
      t.match(refused, { refusals: [{ code: 'invalid-value', fault: 'too-many-rows' }] })
      await t.rejects(read('fail'), { message: /something broke/ })
      await t.rejects(read('forgotten'), { message: /exports no forgotten/ })
      t.equal(await read('countInstitutions', { plus: 0 }), 3, 'the thread is good for the next one')
    },
  )
}

t.test('without an address the read runs here, on a snapshot', async t => {
  const { context } = await aHistory(t, 'sqlite')
  const { db } = context
  t.equal(await offload({ db }, { module, name: 'countInstitutions', args: { plus: 1 } }), 4)
  t.equal(
    await offload({ db, url: 'stand-in:' }, { module, name: 'countInstitutions', args: { plus: 2 } }),
    5,
  )
})

t.test('more reads than there is room for wait, and beyond that are turned away', async t => {
  const { context } = await aHistory(t, 'sqlite')
  const reads = Array.from({ length: 60 }, () =>
    offload<number>(context, { module, name: 'countInstitutions', args: { plus: 0 } }).catch(
      (error: Error) => error,
    ),
  )
  const ended = await Promise.all(reads)
  t.equal(ended.filter(each => each === 3).length, 52)
  t.equal(ended.filter(each => each instanceof TooManyReads).length, 8)
})

t.test('a thread that dies fails its own read only', async t => {
  const { context } = await aHistory(t, 'sqlite')
  await t.rejects(offload(context, { module, name: 'die', args: null }), {
    message: /ended without an answer/,
  })
  t.equal(await offload(context, { module, name: 'countInstitutions', args: { plus: 0 } }), 3)
})

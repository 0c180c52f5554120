import t from 'tap'
import { Refused } from '../../src/domain/refusal.ts'
import { type CommitPort, WriteQueue } from '../../src/store/groupCommit.ts'
import { openTestDatabase } from '../support/engines.ts'
import { outcomeOf } from '../support/outcome.ts'
import { sendRaw } from '../support/rawSql.ts'
import { aSetting } from '../support/rows.ts'

/** A connection that only writes down what is asked of it. */
function aPort(given: Partial<CommitPort> = {}) {
  const calls: string[] = []
  const port: CommitPort = {
    begin: () => calls.push('begin'),
    commit: () => calls.push('commit'),
    abandon: () => calls.push('abandon'),
    isOpen: () => true,
    ...given,
  }
  return { port, calls }
}

const times = <Each>(count: number, make: (index: number) => Each) =>
  Array.from({ length: count }, (_, i) => make(i))
const full = () => {
  throw new Error('disk full')
}

t.test('writes that arrive together share one commit, and hear of it only afterwards', async t => {
  const { port, calls } = aPort()
  const queue = new WriteQueue(port)
  const writes = times(100, index =>
    queue.add(async () => calls.push('work')).then(() => calls.push(`told ${index}`)),
  )
  await Promise.all(writes)
  t.equal(calls.filter(each => each === 'commit').length, 1)
  t.equal(calls.indexOf('commit'), 101, 'begin, a hundred works, commit')
  t.equal(calls.indexOf('told 0'), 102)
})

t.test('a group is bounded, and the rest comes in the next', async t => {
  const { port, calls } = aPort()
  const queue = new WriteQueue(port)
  await Promise.all(times(300, () => queue.add(async () => undefined)))
  t.equal(calls.filter(each => each === 'commit').length, 3)
})

t.test('one that fails gets its own error, its neighbours their results', async t => {
  const { port } = aPort()
  const queue = new WriteQueue(port)
  const outcomes = times(3, index =>
    outcomeOf(
      queue.add(async () => {
        if (index === 1) throw new Refused([{ code: 'slot-taken', span: null }])
      }),
    ),
  )
  t.strictSame(await Promise.all(outcomes), ['done', 'slot-taken', 'done'])
})

t.test('when the commit fails, all may be tried again: a refusal too may rest on what was lost', async t => {
  const { port, calls } = aPort({ commit: full })
  const queue = new WriteQueue(port)
  const writes = [
    queue.add(async () => undefined),
    queue.add(() => Promise.reject(new Refused([{ code: 'slot-taken', span: null }]))),
  ]
  for (const each of writes) t.match(await outcomeOf(each), /WriteFailed: .* < Error: disk full/)
  t.strictSame(calls, ['begin', 'abandon'])
})

t.test('when the database ends the transaction on its own, the group stops there', async t => {
  const open = [true, false]
  const { port } = aPort({ isOpen: () => open.shift() ?? true })
  const queue = new WriteQueue(port)
  const ran: number[] = []
  const writes = times(3, index => queue.add(async () => ran.push(index)))
  for (const each of writes)
    t.match(await outcomeOf(each), /WriteFailed: .* ended the transaction on its own/)
  t.strictSame(ran, [0, 1])
  t.equal(await outcomeOf(queue.add(async () => undefined)), 'done', 'the next group goes through')
})

t.test('a transaction that cannot begin, or end, fails its group and no other', async t => {
  let busy = true
  const begin = () => {
    if (busy) throw new Error('busy')
  }
  const { port } = aPort({ begin, abandon: full })
  const queue = new WriteQueue(port)
  t.match(await outcomeOf(queue.add(async () => undefined)), /WriteFailed/)
  busy = false
  t.equal(await outcomeOf(queue.add(async () => undefined)), 'done')
})

t.test('the queue is bounded: who comes too late may try again', async t => {
  const { port } = aPort()
  const queue = new WriteQueue(port)
  const writes = times(20_000, () => queue.add(async () => undefined))
  t.match(await outcomeOf(queue.add(async () => undefined)), /WriteFailed: .* too many writes are waiting/)
  await Promise.all(writes)
})

t.test('closing waits for what has been queued and takes no more', async t => {
  const { port, calls } = aPort()
  const queue = new WriteQueue(port)
  const write = queue.add(async () => undefined)
  await queue.close()
  t.equal(await outcomeOf(write), 'done')
  t.match(await outcomeOf(queue.add(async () => undefined)), /the database is closed/)
  t.strictSame(calls, ['begin', 'commit'])
})

t.test(
  'sqlite: on a full disk nothing is acknowledged that is not there, and afterwards all goes on',
  async t => {
    const { db } = await openTestDatabase(t, 'sqlite')
    const write = (key: string, value: string) =>
      outcomeOf(
        db.transact(async tx => {
          await tx.q.insert(tx.t.settings).values(aSetting(key, value))
        }),
      )
    await db.transact(tx => sendRaw(tx, 'PRAGMA max_page_count = 200'))
    const writes = times(
      12,
      index => [`key ${index}`, index % 3 === 0 ? 'small' : 'x'.repeat(200_000)] as const,
    )
    const outcomes = await Promise.all(writes.map(([key, value]) => write(key, value)))
    const kept = (await db.read.q.select().from(db.read.t.settings)).map(row => row.key)
    const acknowledged = writes.map(([key]) => key).filter((_, index) => outcomes[index] === 'done')
    t.strictSame(kept.toSorted(), acknowledged.toSorted())
    for (const each of outcomes.filter(outcome => outcome !== 'done')) t.match(each, /WriteFailed/)
    t.ok(acknowledged.length < writes.length, 'the disk was full')
    await db.transact(tx => sendRaw(tx, 'PRAGMA max_page_count = 1000000'))
    t.equal(await write('afterwards', 'x'.repeat(200_000)), 'done')
  },
)

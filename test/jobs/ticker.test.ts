import t from 'tap'
import type { Context } from '../../src/context.ts'
import { ALL_JOBS } from '../../src/jobs/all.ts'
import { type Job, startJobs } from '../../src/jobs/ticker.ts'
import { ENGINES } from '../support/engines.ts'
import { aLab } from '../support/lab.ts'

/** A context of which a job is only to see that it is the one. */
function aContext() {
  const logged: unknown[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (what: object) => logged.push(what) }
  return { context: { log } as unknown as Context, logged }
}

const soon = 1

t.test('a job ticks again and again with its context', async t => {
  const { context } = aContext()
  const seen: Context[] = []
  const enough = Promise.withResolvers<void>()
  const tick = async (given: Context) => {
    seen.push(given)
    if (seen.length === 3) enough.resolve()
  }
  const stop = startJobs(context, [{ name: 'count', everyMilliseconds: soon, tick }])
  await enough.promise
  await stop()
  t.ok(seen.every(each => each === context))
})

t.test('a job that fails is logged by name, tried again, and holds up no other', async t => {
  const { context, logged } = aContext()
  const mended = Promise.withResolvers<void>()
  const error = new Error('the disk is full')
  let tries = 0
  const failing: Job = {
    name: 'failing',
    everyMilliseconds: soon,
    tick: async () => {
      tries += 1
      if (tries <= 2) throw error
      mended.resolve()
    },
  }
  const other = Promise.withResolvers<void>()
  const sound: Job = { name: 'sound', everyMilliseconds: soon, tick: async () => other.resolve() }
  const stop = startJobs(context, [failing, sound])
  await Promise.all([mended.promise, other.promise])
  await stop()
  t.strictSame(logged, [
    { job: 'failing', error },
    { job: 'failing', error },
  ])
})

t.test('a job that throws before it promises anything is no different', async t => {
  const { context, logged } = aContext()
  const twice = Promise.withResolvers<void>()
  let tries = 0
  const tick = () => {
    tries += 1
    if (tries === 1) throw new Error('at once')
    twice.resolve()
    return Promise.resolve()
  }
  const stop = startJobs(context, [{ name: 'hasty', everyMilliseconds: soon, tick }])
  await twice.promise
  await stop()
  t.equal(logged.length, 1)
})

t.test('who stops waits for the tick under way, and none follows', async t => {
  const { context } = aContext()
  const begun = Promise.withResolvers<void>()
  const work = Promise.withResolvers<void>()
  const events: string[] = []
  const tick = async () => {
    events.push('begun')
    begun.resolve()
    await work.promise
    events.push('done')
  }
  const stop = startJobs(context, [{ name: 'slow', everyMilliseconds: soon, tick }])
  await begun.promise
  const stopped = stop().then(() => events.push('stopped'))
  work.resolve()
  await stopped
  t.strictSame(events, ['begun', 'done', 'stopped'])
})

t.test('who stops does not wait for the next tick', async t => {
  const { context } = aContext()
  const ticked = Promise.withResolvers<void>()
  const daily: Job = { name: 'daily', everyMilliseconds: 86_400_000, tick: async () => ticked.resolve() }
  const stop = startJobs(context, [daily])
  await ticked.promise
  await t.resolves(stop())
})

t.test('jobs have names of their own', async t => {
  t.equal(new Set(ALL_JOBS.map(job => job.name)).size, ALL_JOBS.length)
})

for (const engine of ENGINES) {
  t.test(`${engine}: every job runs on a fresh database and again after a month`, async t => {
    const { context, clock, book, slot } = await aLab(t, engine)
    await book(slot('10:00/11:00'))
    for (const job of ALL_JOBS) await t.resolves(job.tick(context), job.name)
    clock.advance(30 * 86_400)
    for (const job of ALL_JOBS) await t.resolves(job.tick(context), job.name)
  })
}

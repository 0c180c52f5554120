import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../context.ts'

/**
 * Something that is done again and again. It selects what is due and not yet done, so that a late tick loses
 * nothing.
 */
export interface Job {
  readonly name: string
  readonly everyMilliseconds: number
  readonly tick: (context: Context) => Promise<unknown>
}

/**
 * Runs jobs until stopped, each one tick at a time: a slow tick delays its next one and no other job. A
 * failed tick is logged and tried again at the next.
 *
 * @returns a function that stops them and waits for the ticks under way.
 */
export function startJobs(context: Context, jobs: readonly Job[]): () => Promise<void> {
  const stopping = new AbortController()
  const running = jobs.map(job => keepTicking(context, job, stopping.signal))
  return async () => {
    stopping.abort()
    await Promise.all(running)
  }
}

async function keepTicking(context: Context, job: Job, stopped: AbortSignal) {
  while (!stopped.aborted) {
    try {
      await job.tick(context)
    } catch (error) {
      context.log.error({ job: job.name, error }, 'a job failed and will be tried again')
    }
    await sleep(job.everyMilliseconds, undefined, { signal: stopped }).catch(() => undefined)
  }
}

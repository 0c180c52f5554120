import { Worker } from 'node:worker_threads'
import { Refused } from '../domain/refusal.ts'
import type { Database } from './database.ts'
import { type LongRead, runLongRead, type Task, type ThreadAnswer } from './longRead.ts'

/** Threads that read at once. */
const threadsMax = 2

/** Reads that wait for a thread; more are turned away. */
const waitingMax = 50

/** A thread stays warm so long after its last read: to start one takes longer than most reports. */
const idleMilliseconds = 60_000

/** A thread that wants more is ended, and only its own read fails. */
const threadMebibytesMax = 1_024

/** Where the data is: `url` is what another thread can open, left out where there is no such thing. */
export interface Readable {
  readonly db: Database
  readonly url?: string | undefined
}

/** Too many long reads at once; a later one may find room. */
export class TooManyReads extends Error {
  constructor() {
    super('too many long reads are waiting')
    this.name = 'TooManyReads'
  }
}

/**
 * Runs a long read on one snapshot without blocking anybody: in a thread of its own with its own connection,
 * or, where the database cannot be opened a second time, here.
 *
 * @throws Refused as the function itself; TooManyReads when the queue is full.
 */
export async function offload<Result>({ db, url }: Readable, read: LongRead): Promise<Result> {
  if (url === undefined || !/^(?:file|postgres|postgresql):/u.test(url)) {
    return db.snapshot(reader => runLongRead<Result>(reader, read))
  }
  const { module, name, args } = read
  await takePlace()
  try {
    return await inThread<Result>({ url, module: module.href, name, args })
  } finally {
    givePlaceBack()
  }
}

const places = { taken: 0, waiting: [] as (() => void)[] }

async function takePlace(): Promise<void> {
  if (places.taken < threadsMax) {
    places.taken += 1
    return
  }
  if (places.waiting.length >= waitingMax) throw new TooManyReads()
  await new Promise<void>(go => places.waiting.push(go))
}

/** Hands the place to whoever waits longest, so that nobody slips in between. */
function givePlaceBack(): void {
  const next = places.waiting.shift()
  if (next === undefined) places.taken -= 1
  else next()
}

/** A thread that waits for its next read, and when it is given up. */
interface IdleThread {
  readonly worker: Worker
  readonly timeout: NodeJS.Timeout
}

const idle: IdleThread[] = []

function inThread<Result>(task: Task): Promise<Result> {
  const worker = wakeThread()
  return new Promise<Result>((resolve, reject) => {
    const fail = (error: Error) => reject(error)
    const end = () => reject(new Error('the reading thread ended without an answer'))
    worker.once('error', fail).once('exit', end)
    worker.once('message', (answer: ThreadAnswer) => {
      worker.off('error', fail).off('exit', end)
      restThread(worker)
      if ('done' in answer) resolve(answer.done as Result)
      else if ('refusals' in answer) reject(new Refused(answer.refusals))
      else reject(new Error(answer.failed))
    })
    worker.postMessage(task)
  })
}

function wakeThread(): Worker {
  const warm = idle.pop()
  if (warm === undefined) {
    const resourceLimits = { maxOldGenerationSizeMb: threadMebibytesMax }
    return new Worker(new URL('./offloadThread.ts', import.meta.url), { resourceLimits })
  }
  clearTimeout(warm.timeout)
  warm.worker.off('exit', forgetIdle)
  warm.worker.ref()
  return warm.worker
}

/** An idle thread keeps neither a connection nor the process. */
function restThread(worker: Worker): void {
  const timeout = setTimeout(() => void worker.terminate(), idleMilliseconds).unref()
  worker.once('exit', forgetIdle).unref()
  idle.push({ worker, timeout })
}

function forgetIdle(this: Worker): void {
  const index = idle.findIndex(each => each.worker === this)
  if (index >= 0) idle.splice(index, 1)
}

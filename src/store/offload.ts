import { Worker } from 'node:worker_threads'
import { Refused } from '../domain/refusal.ts'
import type { Database } from './database.ts'
import { type LongRead, runLongRead, type ThreadAnswer } from './longRead.ts'

/** Threads that read at once. */
const threadsMax = 2

/** Reads that wait for a thread; more are turned away. */
const waitingMax = 50

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

const threads = { running: 0, waiting: [] as (() => void)[] }

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
  await takeThread()
  try {
    return await inThread<Result>(url, read)
  } finally {
    giveThreadBack()
  }
}

async function takeThread(): Promise<void> {
  if (threads.running < threadsMax) {
    threads.running += 1
    return
  }
  if (threads.waiting.length >= waitingMax) throw new TooManyReads()
  await new Promise<void>(go => threads.waiting.push(go))
}

/** Hands the place to whoever waits longest, so that nobody slips in between. */
function giveThreadBack(): void {
  const next = threads.waiting.shift()
  if (next === undefined) threads.running -= 1
  else next()
}

function inThread<Result>(url: string, { module, name, args }: LongRead): Promise<Result> {
  const worker = new Worker(new URL('./offloadThread.ts', import.meta.url), {
    workerData: { url, module: module.href, name, args },
    resourceLimits: { maxOldGenerationSizeMb: threadMebibytesMax },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: ThreadAnswer) => {
      if ('done' in answer) resolve(answer.done as Result)
      else if ('refusals' in answer) reject(new Refused(answer.refusals))
      else reject(new Error(answer.failed))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the reading thread ended without an answer')))
  })
}

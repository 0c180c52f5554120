import { strict as assert } from 'node:assert'
import { WriteFailed } from './writeFailed.ts'

/** What the queue needs of a connection. */
export interface CommitPort {
  begin(): void
  commit(): void
  /** Ends the transaction without keeping it, if one is open. */
  abandon(): void
  isOpen(): boolean
}

interface Entry {
  readonly job: () => Promise<void>
  readonly settle: (failure?: Failure) => void
}

interface Failure {
  readonly error: unknown
}

const operationsPerCommitMax = 128
const waitingMax = 20_000

/**
 * Group commit: what has queued up while the last commit was written runs together, each operation in its
 * own savepoint, and one durable commit acknowledges them all. Nobody is told before the commit is on disk.
 */
export class WriteQueue {
  readonly #port: CommitPort
  #waiting: Entry[] = []
  #running: Promise<void> | undefined
  #closed = false

  constructor(port: CommitPort) {
    this.#port = port
  }

  /**
   * Queues `work`; resolves with its result after the commit that holds it, or rejects with its own error.
   *
   * @throws WriteFailed when the group was not kept, or too many wait already.
   */
  async add<Result>(work: () => Promise<Result>): Promise<Result> {
    assert(!this.#closed, 'the database is closed')
    if (this.#waiting.length >= waitingMax) throw new WriteFailed(new Error('too many writes are waiting'))
    return new Promise<Result>((resolve, reject) => {
      let result: Result | undefined
      const job = async () => {
        result = await work()
      }
      const settle = (failure?: Failure) => {
        if (failure === undefined) resolve(result as Result)
        // The error is handed through as it came: a refusal, an assertion or the world's own.
        else reject(failure.error)
      }
      this.#waiting.push({ job, settle })
      this.#running ??= this.#drain()
    })
  }

  async close() {
    this.#closed = true
    await this.#running
  }

  async #drain() {
    // One turn of the loop lets requests that arrived together share the commit.
    await new Promise(resolve => setImmediate(resolve))
    while (this.#waiting.length > 0) {
      await this.#commitGroup(this.#waiting.splice(0, operationsPerCommitMax))
      await new Promise(resolve => setImmediate(resolve))
    }
    this.#running = undefined
  }

  async #commitGroup(group: readonly Entry[]) {
    const failures = new Map<Entry, Failure>()
    try {
      this.#port.begin()
      for (const entry of group) {
        try {
          await entry.job()
        } catch (error) {
          failures.set(entry, { error })
        }
        assert(this.#port.isOpen(), 'the database ended the transaction on its own')
      }
      this.#port.commit()
    } catch (cause) {
      // Refusals too: they may rest on what a neighbour wrote and has now lost.
      const failed = { error: new WriteFailed(cause) }
      for (const entry of group) entry.settle(failed)
      this.#abandon()
      return
    }
    for (const entry of group) entry.settle(failures.get(entry))
  }
  #abandon() {
    try {
      this.#port.abandon()
    } catch {
      // Nobody is left to tell; the next group cannot begin and says so.
    }
  }
}

import { parentPort, workerData } from 'node:worker_threads'
import { Refused } from '../domain/refusal.ts'
import { runLongRead, type ThreadAnswer } from './longRead.ts'
import { openBeside } from './open.ts'

/** What `offload` starts this thread with. */
interface Task {
  readonly url: string
  readonly module: string
  readonly name: string
  readonly args: unknown
}

const { url, module, name, args } = workerData as Task

parentPort?.postMessage(await answer())

async function answer(): Promise<ThreadAnswer> {
  const db = openBeside(url)
  try {
    const read = { module: new URL(module), name, args }
    return { done: await db.snapshot(reader => runLongRead(reader, read)) }
  } catch (error) {
    if (error instanceof Refused) return { refusals: error.refusals }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    await db.close()
  }
}

import { parentPort } from 'node:worker_threads'
import { Refused } from '../domain/refusal.ts'
import { runLongRead, type Task, type ThreadAnswer } from './longRead.ts'
import { openBeside } from './open.ts'

parentPort?.on('message', (task: Task) => {
  void answer(task).then(said => parentPort?.postMessage(said))
})

async function answer({ url, module, name, args }: Task): Promise<ThreadAnswer> {
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

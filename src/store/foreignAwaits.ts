import { strict as assert } from 'node:assert'

/**
 * Runs `work` and aborts it when it awaits anything but its own queries. Those answer in the same turn, so
 * the microtask queue never runs dry before the work ends; a tick that fires earlier proves a foreign await,
 * during which the one write transaction would stand open.
 */
export async function withoutForeignAwaits<Result>(work: () => Promise<Result>): Promise<Result> {
  let ended = false
  // Ticks wait for all microtasks only when they were set from one, so the work begins in one.
  await Promise.resolve()
  const strayed = new Promise<never>((_, reject) => {
    process.nextTick(() => {
      if (!ended) reject(new assert.AssertionError({ message: 'a transaction awaited something foreign' }))
    })
  })
  strayed.catch(() => undefined)
  try {
    return await Promise.race([work(), strayed])
  } finally {
    ended = true
  }
}

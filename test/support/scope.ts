/** What a test hands out to be cleared away, also for a part of it that ends sooner. */
export interface Scope {
  teardown(clear: () => unknown): unknown
}

/** Runs `work` with a scope of its own and clears away what it left, the newest first. */
export async function withScope<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result> {
  const clearings: (() => unknown)[] = []
  try {
    return await work({ teardown: clear => clearings.push(clear) })
  } finally {
    for (const clear of clearings.toReversed()) await clear()
  }
}

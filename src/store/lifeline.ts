import { strict as assert } from 'node:assert'

/**
 * What a transaction may still do. After its end it answers nothing, so that work which went astray cannot
 * write into the next one. After a failed query it answers nothing until an attempt has rolled that back:
 * PostgreSQL would refuse and SQLite would go on, so both are held to the same.
 */
export class Lifeline {
  #ended = false
  #failure: { readonly error: unknown } | undefined

  /** Sends one query that answers at once. */
  query<Answer>(send: () => Answer): Answer {
    this.#check()
    try {
      return send()
    } catch (error) {
      this.#failure ??= { error }
      throw error
    }
  }

  /** Sends one query that answers later. */
  async queryLater<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    this.#check()
    try {
      return await send()
    } catch (error) {
      this.#failure ??= { error }
      throw error
    }
  }

  /**
   * Runs the work of a transaction or an attempt. A failed query leaves it even when the work swallowed the
   * error.
   */
  async through<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = await work()
    if (this.#failure !== undefined) throw this.#failure.error
    return result
  }

  /** What had failed has been rolled back. */
  recover() {
    this.#failure = undefined
  }

  end() {
    this.#ended = true
  }

  #check() {
    assert(!this.#ended, 'this transaction has ended')
    if (this.#failure !== undefined) throw this.#failure.error
  }
}

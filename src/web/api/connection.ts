const probeUrl = '/healthz'
const probeMilliseconds = 3000

/**
 * Whether the service answers. Once a request has met nobody, it is asked again and again until it is back,
 * so that the page says so and mends itself with nobody's help.
 */
class Connection {
  #isAway = false
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly isAway = () => this.#isAway

  /** Says what became of a request. */
  tell(answer: 'answered' | 'away') {
    const isAway = answer === 'away'
    if (isAway === this.#isAway) return
    this.#isAway = isAway
    for (const listener of this.#listeners) listener()
    if (isAway) this.#probeSoon()
  }

  #probeSoon() {
    setTimeout(() => void this.#probe(), probeMilliseconds)
  }

  async #probe() {
    if (!this.#isAway) return
    const answer = await fetch(probeUrl).catch(() => null)
    if (answer?.ok === true) this.tell('answered')
    else this.#probeSoon()
  }
}

export const connection = new Connection()

import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import { type Instant, plusSeconds, millisecondsPerSecond } from '../../domain/units.ts'
import { type SigningKey, signingKeysSince } from '../../store/signingKeys.ts'

/** An access token is good for so long, and a retired key is believed for as long after. */
export const accessSeconds = 15 * 60

const freshMilliseconds = 60 * millisecondsPerSecond
const missMilliseconds = millisecondsPerSecond

/**
 * The signing keys in the database, remembered for a minute. A key id that is not known makes it look again
 * (another node may have rotated), though at most once a second, for anyone may make up key ids.
 */
export class KeyRing {
  readonly #context: Context
  #keys: readonly SigningKey[] = []
  #readAt = Number.NEGATIVE_INFINITY as Instant
  #reading: Promise<void> | undefined

  constructor(context: Context) {
    this.#context = context
  }

  /** The newest key in service. */
  async signing(): Promise<SigningKey> {
    await this.#refresh(freshMilliseconds)
    const key = this.#keys.find(each => each.retiredAt === null)
    assert(key !== undefined, 'a signing key is in service from the start')
    return key
  }

  /** The secret that a token with this key id must be signed with, or undefined. */
  async secretOf(kid: unknown): Promise<string | undefined> {
    await this.#refresh(freshMilliseconds)
    const known = this.#secretOf(kid)
    if (known !== undefined) return known
    await this.#refresh(missMilliseconds)
    return this.#secretOf(kid)
  }

  #secretOf(kid: unknown): string | undefined {
    return this.#keys.find(key => key.kid === kid)?.secret
  }

  /** Requests that come while the keys are being read wait for that one reading. */
  async #refresh(ageMillisecondsMax: number) {
    if (this.#context.clock.now() - this.#readAt >= ageMillisecondsMax) this.#reading ??= this.#read()
    await this.#reading
  }

  async #read() {
    const now = this.#context.clock.now()
    try {
      this.#keys = await signingKeysSince(this.#context.db.read, plusSeconds(now, -accessSeconds))
      this.#readAt = now
    } finally {
      this.#reading = undefined
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { instantText } from '../../src/contract/common.ts'
import { type Instant, plusSeconds, secondsPerHour } from '../../src/domain/units.ts'

const zone = 'Asia/Shanghai'
const triesMax = 40
const pauseMilliseconds = 50

/** A person of the crowd, signed in. */
export interface Visitor {
  readonly personId: string
  readonly token: string
}

/** What a server has acknowledged of a booking: it must be so, or further on, for ever after. */
export interface Acknowledged {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly start: string
  readonly end: string
}

interface Asked {
  readonly visitor: Visitor
  readonly key: string
  readonly path: string
  readonly body: object
}

interface Ground {
  readonly instrumentIds: readonly string[]
  /** The first of the hours that the crowd books. */
  readonly from: Instant
  readonly hours: number
  readonly random: () => number
}

/** 503 asks to come again; everything else of these is an answer. */
const ANSWERS = new Set([200, 201, 409, 422])

/**
 * People who book, move and cancel over HTTP as fast as they are answered, and remember every word they were
 * given. What got no answer is kept, to be asked again under the same Idempotency-Key.
 */
export class Crowd {
  readonly #ground: Ground
  readonly #acknowledged = new Map<string, Acknowledged>()
  readonly #mine = new Map<string, string[]>()
  #unanswered: Asked[] = []
  #asked = 0
  #answers = 0
  #stopped = true
  readonly strange: string[] = []
  comeAgain = 0

  constructor(ground: Ground) {
    this.#ground = ground
  }

  get acknowledged(): ReadonlyMap<string, Acknowledged> {
    return this.#acknowledged
  }

  get unanswered(): number {
    return this.#unanswered.length
  }

  /** Begins to ask at `address`; resolves when everybody has stopped or was cut off. */
  async rush(address: string, visitors: readonly Visitor[]) {
    this.#stopped = false
    this.#answers = 0
    await Promise.all(visitors.map(visitor => this.#visit(address, visitor)))
    this.#stopped = true
  }

  stop() {
    this.#stopped = true
  }

  /** Resolves when somebody has got an answer since the last rush began. */
  async served() {
    while (!this.#stopped && this.#answers === 0) await sleep(pauseMilliseconds / 10)
  }

  /** Asks once more what got no answer, twice each: the second time nothing may happen. */
  async askAgain(
    address: string,
    tokenOf: (personId: string) => string,
  ): Promise<readonly [string, string][]> {
    const differing: [string, string][] = []
    const waiting = this.#unanswered
    this.#unanswered = []
    for (const asked of waiting) {
      const visitor = { ...asked.visitor, token: tokenOf(asked.visitor.personId) }
      const first = await this.#insist(address, { ...asked, visitor })
      const second = await this.#insist(address, { ...asked, visitor })
      if (first !== second) differing.push([first, second])
    }
    return differing
  }

  async #visit(address: string, visitor: Visitor) {
    while (!this.#stopped) {
      const asked = this.#wish(visitor)
      try {
        await this.#insist(address, asked)
      } catch {
        // The connection broke: the server is gone.
        this.#unanswered.push(asked)
        return
      }
    }
  }

  #wish(visitor: Visitor): Asked {
    const { random, instrumentIds, hours, from } = this.#ground
    const own = this.#mine.get(visitor.personId) ?? []
    const target = own[Math.floor(random() * own.length)]
    const start = plusSeconds(from, Math.floor(random() * hours) * secondsPerHour)
    const span = {
      start: instantText(start, zone),
      end: instantText(plusSeconds(start, secondsPerHour), zone),
    }
    const key = `ask-${(this.#asked += 1)}`
    const dice = random()
    if (target !== undefined && dice < 0.15) {
      return { visitor, key, path: `/bookings/${target}/cancellation`, body: {} }
    }
    if (target !== undefined && dice < 0.4) {
      return { visitor, key, path: `/bookings/${target}/rescheduling`, body: span }
    }
    const instrumentId = instrumentIds[Math.floor(random() * instrumentIds.length)]
    return { visitor, key, path: '/bookings', body: { instrumentId, title: key, ...span } }
  }

  /** Asks until there is an answer, which it remembers; gives it in a form that can be compared. */
  async #insist(address: string, asked: Asked): Promise<string> {
    for (let tries = 1; ; tries++) {
      const answer = await fetch(`${address}/api/v1${asked.path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${asked.visitor.token}`,
          'content-type': 'application/json',
          'idempotency-key': asked.key,
        },
        body: JSON.stringify(asked.body),
      })
      const text = await answer.text()
      if (answer.status !== 503 || tries === triesMax) return this.#note(asked, answer.status, text)
      this.comeAgain += 1
      if (answer.headers.get('retry-after') === null) this.strange.push('503 without Retry-After')
      await sleep(pauseMilliseconds)
    }
  }

  #note(asked: Asked, status: number, text: string): string {
    this.#answers += 1
    if (!ANSWERS.has(status)) this.strange.push(`${status} for ${asked.path}: ${text}`)
    if (status > 201) return `${status} ${(JSON.parse(text) as { type: string }).type}`
    const said = JSON.parse(text) as Acknowledged
    const known = this.#acknowledged.get(said.id)
    if (known === undefined) {
      const own = this.#mine.get(asked.visitor.personId) ?? []
      this.#mine.set(asked.visitor.personId, [...own, said.id])
    }
    if (known === undefined || known.version < said.version) this.#acknowledged.set(said.id, said)
    return `${status} ${said.id} ${said.version}`
  }
}

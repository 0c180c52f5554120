import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { instant, type Instant, plusSeconds } from '../../domain/units.ts'
import { watchedLinesMax, watchedLinesSince } from '../../store/audit.ts'
import { changesOf } from '../../store/changes.ts'
import { TooManyTries } from '../plugins/problems.ts'
import { EventStream, type Watch } from './stream.ts'
import { overlapSeconds, Trail } from './trail.ts'

const pollMilliseconds = 250
/** A sign of life every 15 s: proxies close what is silent for a minute. */
const pollsPerBeat = 60
/** After more than can be told, readers are told at most so often to read everything anew: every 5 s. */
const pollsPerReset = 20

const streamsMax = 2_000
const streamsOfOneMax = 20
const retrySeconds = 15

/** What was missed longer ago is not told again. */
const missedSecondsMax = 300

/**
 * The live updates of one process: a single reading of the audit every 250 ms while anybody listens, told to
 * all streams. Readings never overlap. Nothing is kept: see decision 12.
 */
export class LiveUpdates {
  readonly #context: Context
  readonly #streams = new Set<EventStream>()
  readonly #closing = new AbortController()
  #following: Promise<Trail> | undefined

  constructor(context: Context) {
    this.#context = context
  }

  /**
   * A stream of what changes from now on, and since `lastSeen` if that is given.
   *
   * @throws TooManyTries when the person, or the process, has as many streams as it may.
   */
  async open(watch: Watch, lastSeen?: string): Promise<EventStream> {
    const own = [...this.#streams].filter(stream => stream.watch.personId === watch.personId)
    if (own.length >= streamsOfOneMax || this.#streams.size >= streamsMax)
      throw new TooManyTries(retrySeconds)
    const stream = new EventStream(watch)
    this.#streams.add(stream)
    stream.once('close', () => this.#streams.delete(stream))
    try {
      const trail = await (this.#following ??= this.#follow())
      stream.beat(trail.position)
      if (lastSeen !== undefined) await this.#tellMissed(stream, lastSeen, trail.position)
      return stream
    } catch (error) {
      stream.destroy()
      throw error
    }
  }

  /** Ends every stream and waits for the reading under way. */
  async close() {
    this.#closing.abort()
    for (const stream of this.#streams) stream.finish()
    await this.#following?.catch(() => undefined)
  }

  /** Begins to read the audit: what stands in it already is no news. */
  async #follow(): Promise<Trail> {
    const trail = new Trail(this.#context)
    try {
      await trail.next()
    } catch (error) {
      this.#following = undefined
      throw error
    }
    void this.#keepTelling(trail)
    return trail
  }

  async #keepTelling(trail: Trail) {
    const { signal } = this.#closing
    let [resetDue, resetAt] = [false, -pollsPerReset]
    for (let poll = 1; this.#streams.size > 0 && !signal.aborted; poll++) {
      await sleep(pollMilliseconds, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) break
      resetDue = (await this.#tellNews(trail)) || resetDue
      if (resetDue && poll - resetAt >= pollsPerReset) {
        for (const stream of this.#streams) stream.reset(trail.position)
        ;[resetDue, resetAt] = [false, poll]
      }
      if (poll % pollsPerBeat === 0) for (const stream of this.#streams) stream.beat(trail.position)
    }
    this.#following = undefined
  }

  /** Tells what is new; gives whether there was more than can be told. A failed reading is made up for. */
  async #tellNews(trail: Trail): Promise<boolean> {
    try {
      const { changes, overflowed } = await trail.next()
      const now = this.#context.clock.now()
      for (const stream of this.#streams) {
        if (changes.length > 0) stream.tell(changes, trail.position)
        if (stream.watch.until <= now) stream.finish()
      }
      return overflowed
    } catch (error) {
      this.#context.log.error({ error }, 'live updates could not be read and will be tried again')
      return false
    }
  }

  async #tellMissed(stream: EventStream, lastSeen: string, position: Instant) {
    const { db, clock } = this.#context
    const seenAt = /^\d{1,15}$/u.test(lastSeen) ? instant(Number(lastSeen)) : undefined
    if (seenAt === undefined || seenAt < plusSeconds(clock.now(), -missedSecondsMax)) {
      return stream.reset(position)
    }
    const lines = await watchedLinesSince(db.read, plusSeconds(seenAt, -overlapSeconds))
    if (lines.length === watchedLinesMax) return stream.reset(position)
    stream.tell(await changesOf(db.read, lines), position)
  }
}

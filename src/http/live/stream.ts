import { Readable } from 'node:stream'
import type { Instant } from '../../domain/units.ts'
import type { Change } from '../../store/changes.ts'

/** A reader so slow that this much waits is cut off; it comes back by the id of the last event it got. */
const backlogBytesMax = 65_536

/** Whose stream it is, what they watch, and until when they may. */
export interface Watch {
  readonly personId: string
  /** Only those whose calendars the person may see. */
  readonly instrumentIds: readonly string[]
  readonly until: Instant
}

/**
 * One person's server-sent events. It tells that something is different, and never what: the reader asks for
 * it by the routes that know what may be seen.
 */
export class EventStream extends Readable {
  readonly watch: Watch
  readonly #watched: ReadonlySet<string>

  constructor(watch: Watch) {
    super()
    this.watch = watch
    this.#watched = new Set(watch.instrumentIds)
  }

  override _read() {
    // Events are pushed as they come.
  }

  /** Tells the changes that concern this reader, each kind once; `position` is what they have then seen. */
  tell(changes: readonly Change[], position: Instant) {
    const told = new Set(
      changes
        .filter(change => this.#concerns(change))
        .map(({ noun, instrumentId }) => JSON.stringify({ noun, instrumentId })),
    )
    for (const data of told) this.#say(`event: changed\nid: ${position}\ndata: ${data}\n\n`)
  }

  /** Tells that more was missed than can be told. */
  reset(position: Instant) {
    this.#say(`event: reset\nid: ${position}\ndata: {}\n\n`)
  }

  /** A sign of life that moves the reader's position on; no event. */
  beat(position: Instant) {
    this.#say(`:\nid: ${position}\n\n`)
  }

  finish() {
    this.push(null)
  }

  #concerns({ instrumentId, personIds }: Change): boolean {
    if (personIds.includes(this.watch.personId)) return true
    return instrumentId === null ? this.#watched.size > 0 : this.#watched.has(instrumentId)
  }

  #say(text: string) {
    if (this.readableLength > backlogBytesMax) this.destroy()
    else this.push(text)
  }
}

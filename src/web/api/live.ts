import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { connection } from './connection.ts'
import { session } from './session.ts'

const eventsUrl = '/api/v1/events'
const gatherMilliseconds = 150
const firstPauseMilliseconds = 500
const pauseMillisecondsMax = 15_000
const hiddenMilliseconds = 5000

/** What the service says: something about an instrument, or about the reader's own bookings, is different. */
interface Changed {
  readonly noun: string
  readonly instrumentId: string | null
}

/**
 * Keeps what is shown of these instruments, and the reader's own bookings, up to date while the page is open.
 */
export function useLive(instrumentIds: readonly string[]) {
  const queries = useQueryClient()
  const key = instrumentIds.join(',')
  useEffect(() => live.watch(queries, key === '' ? [] : key.split(',')), [queries, key])
}

/**
 * One stream for the whole page, whatever is watched on it; it comes back by itself. A page out of sight lets
 * go of it, for browsers allow six connections to a host among all tabs, and hears what it missed when it is
 * looked at again.
 */
class Live {
  readonly #watched = new Map<string, number>()
  #queries: QueryClient | null = null
  #watchers = 0
  #stream: AbortController | null = null
  #lastEventId: string | null = null
  #gathering: ReturnType<typeof setTimeout> | null = null

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (this.#watchers > 0) this.#reopenSoon(document.hidden ? hiddenMilliseconds : gatherMilliseconds)
    })
  }

  watch(queries: QueryClient, instrumentIds: readonly string[]): () => void {
    this.#queries = queries
    this.#watchers += 1
    for (const id of instrumentIds) this.#watched.set(id, (this.#watched.get(id) ?? 0) + 1)
    this.#reopenSoon()
    return () => {
      this.#watchers -= 1
      for (const id of instrumentIds) {
        const left = (this.#watched.get(id) ?? 1) - 1
        if (left === 0) this.#watched.delete(id)
        else this.#watched.set(id, left)
      }
      this.#reopenSoon()
    }
  }

  /** Pages change what they watch several times at once: one new stream will do. */
  #reopenSoon(pause = gatherMilliseconds) {
    if (this.#gathering !== null) clearTimeout(this.#gathering)
    this.#gathering = setTimeout(() => {
      this.#stream?.abort()
      this.#stream = null
      if (this.#watchers > 0 && !document.hidden) {
        this.#stream = new AbortController()
        void this.#keepOpen(this.#stream.signal)
      }
    }, pause)
  }

  async #keepOpen(signal: AbortSignal) {
    for (let pause = firstPauseMilliseconds; !signal.aborted;) {
      const wasOpen = await this.#readOnce(signal)
      pause = wasOpen ? firstPauseMilliseconds : Math.min(pause * 2, pauseMillisecondsMax)
      await new Promise<void>(resolve => {
        setTimeout(resolve, pause)
      })
    }
  }

  /** Reads one stream to its end; tells whether there was one. */
  async #readOnce(signal: AbortSignal): Promise<boolean> {
    try {
      const asked = fetch(this.#url(), { signal, headers: this.#headers() })
      const answer = await asked.catch((cause: unknown) => {
        if (!signal.aborted) connection.tell('away')
        throw cause
      })
      if (answer.status === 401) return await session.refresh()
      if (!answer.ok || answer.body === null) return false
      // What changed between the page's own questions and this stream was told to nobody.
      if (this.#lastEventId === null) this.#refresh({ instrumentId: null })
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const messages = (text + part.value).split('\n\n')
        text = messages.pop() ?? ''
        for (const message of messages) this.#hear(message)
      }
      return true
    } catch {
      // A stream that broke is opened again; what was missed meanwhile is asked for by its last id.
      return false
    }
  }

  #url(): string {
    const ids = [...this.#watched.keys()].toSorted()
    return ids.length === 0 ? eventsUrl : `${eventsUrl}?instrumentId=${ids.join(',')}`
  }

  #headers(): Record<string, string> {
    return {
      accept: 'text/event-stream',
      ...(session.token === null ? {} : { authorization: `Bearer ${session.token}` }),
      ...(this.#lastEventId === null ? {} : { 'last-event-id': this.#lastEventId }),
    }
  }

  #hear(message: string) {
    const fields = new Map(
      message.split('\n').map(line => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1).trimStart()] as const
      }),
    )
    this.#lastEventId = fields.get('id') ?? this.#lastEventId
    const event = fields.get('event')
    if (event === 'reset') void this.#queries?.invalidateQueries()
    if (event === 'changed') this.#refresh(JSON.parse(fields.get('data') ?? '{}') as Changed)
  }

  #refresh({ instrumentId }: Pick<Changed, 'instrumentId'>) {
    const queries = this.#queries
    if (queries === null) return
    void queries.invalidateQueries({ queryKey: ['bookings'] })
    void queries.invalidateQueries({ queryKey: ['accounts'] })
    if (instrumentId !== null) void queries.invalidateQueries({ queryKey: ['instruments', instrumentId] })
    void queries.invalidateQueries({ queryKey: ['availability'] })
  }
}

const live = new Live()

import type { Scope } from '../support/scope.ts'
import type { App } from '../../src/http/plugins/shapes.ts'

export interface Heard {
  readonly event: string
  readonly id: string
  readonly data: unknown
}

const patienceMilliseconds = 2_000

/** Lets an app listen; gives what opens streams of its events as a person. */
export async function eventsOf(t: Scope, app: App) {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return async (personId: string, instrumentIds: readonly string[] = [], headers: object = {}) => {
    const token = await app.accessTokenFor({ personId, sessionId: 'ses_test' })
    const query = instrumentIds.length === 0 ? '' : `?instrumentId=${instrumentIds.join(',')}`
    const leaving = new AbortController()
    t.teardown(() => leaving.abort())
    const reply = await fetch(`${address}/api/v1/events${query}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
      signal: leaving.signal,
    })
    return { reply, leave: () => leaving.abort(), ...hearing(reply) }
  }
}

function hearing(reply: Response) {
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  const heard: Heard[] = []
  let lastId = ''
  let ended = false
  let wake = () => undefined as void
  const listen = async () => {
    let text = ''
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      const blocks = (text + part.value).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map(line => line.split(': ', 2) as [string, string]))
        lastId = fields.get('id') ?? lastId
        const event = fields.get('event')
        if (event !== undefined) heard.push({ event, id: lastId, data: JSON.parse(fields.get('data') ?? '') })
      }
      wake()
    }
  }
  void listen()
    .catch(() => undefined)
    .finally(() => {
      ended = true
      wake()
    })
  const until = async (met: () => boolean): Promise<boolean> => {
    const late = AbortSignal.timeout(patienceMilliseconds)
    late.addEventListener('abort', () => wake())
    while (!met() && !late.aborted) {
      const woken = Promise.withResolvers<void>()
      wake = woken.resolve
      await woken.promise
    }
    return met()
  }
  return {
    /** The id with which a reader would come back. */
    lastId: async () => {
      await until(() => lastId !== '')
      return lastId
    },
    /** The first `count` events, or those of the first two seconds. */
    first: async (count: number) => {
      await until(() => heard.length >= count)
      return heard.map(({ event, data }) => ({ event, data }))
    },
    /** Whether it ends within two seconds. */
    ends: () => until(() => ended),
  }
}

import { strict as assert } from 'node:assert'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { instantText } from '../../src/contract/common.ts'
import { instant, plusSeconds, secondsPerDay } from '../../src/domain/units.ts'
import { type Finding, medianOf, rangeOf } from './findings.ts'
import { type ServerReady, type Wish, wishes } from './site.ts'

const clients = 32
const entry = fileURLToPath(new URL('server.ts', import.meta.url))

interface Round {
  readonly perSecond: number
  readonly cpuMicroseconds: number
  readonly latencyMilliseconds: number
}

/** Budget 1: durable bookings over HTTP against the same app doing nothing, turn by turn. */
export async function bookingOverHttp(
  url: string,
  how: { readonly rounds: number; readonly seconds: number },
): Promise<Finding> {
  const server = fork(entry, [url], { stdio: 'inherit' })
  try {
    const [ready] = (await once(server, 'message')) as [ServerReady]
    const next = requestsOf(ready)
    const round = (path: string) => measure(server, ready.address, { path, next, seconds: how.seconds })
    // The first round of each warms up.
    await round('/api/v1/nothing')
    await round('/api/v1/bookings')
    const pairs: { readonly nothing: Round; readonly booking: Round }[] = []
    for (let number = 0; number < how.rounds; number++) {
      pairs.push({ nothing: await round('/api/v1/nothing'), booking: await round('/api/v1/bookings') })
    }
    return findingOf(pairs)
  } finally {
    server.send('stop')
    if (server.exitCode === null) await once(server, 'exit')
  }
}

function findingOf(pairs: readonly { readonly nothing: Round; readonly booking: Round }[]): Finding {
  const ratios = pairs.map(({ booking, nothing }) => booking.perSecond / nothing.perSecond)
  const byCpu = pairs.map(({ booking, nothing }) => nothing.cpuMicroseconds / booking.cpuMicroseconds)
  const line = (name: 'nothing' | 'booking') => {
    const rounds = pairs.map(pair => pair[name])
    const perSecond = medianOf(rounds.map(each => each.perSecond)).toFixed(0)
    const cpu = medianOf(rounds.map(each => each.cpuMicroseconds)).toFixed(0)
    const latency = medianOf(rounds.map(each => each.latencyMilliseconds)).toFixed(1)
    return `${name}: ${perSecond}/s, ${cpu} µs of the server's CPU each, median ${latency} ms`
  }
  return {
    budget: `1. durable bookings over HTTP, ${clients} clients, against a POST that does nothing`,
    ratio: medianOf(ratios),
    bound: { kind: 'at-least', ratio: 0.2 },
    details: [
      line('nothing'),
      line('booking'),
      `rounds ${rangeOf(ratios)}; by CPU alone ${medianOf(byCpu).toFixed(3)} (${rangeOf(byCpu)})`,
    ],
  }
}

/** Each request asks for a slot of its own in the name of the next researcher. */
function requestsOf({ site, tokens }: ServerReady) {
  const tokenOf = new Map(site.researchers.map((each, index) => [each.personId, tokens[index]]))
  const asked = wishes(site, plusSeconds(instant(Date.now()), secondsPerDay))
  return () => {
    const wish: Wish = asked.next().value
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${tokenOf.get(wish.researcher.personId)}`,
    }
    const body = {
      instrumentId: wish.instrumentId,
      projectId: wish.researcher.projectId,
      start: instantText(wish.start),
      end: instantText(wish.end),
      title: '样品 42',
    }
    return { headers, body: JSON.stringify(body) }
  }
}

async function measure(
  server: ChildProcess,
  url: string,
  of: { readonly path: string; readonly next: ReturnType<typeof requestsOf>; readonly seconds: number },
): Promise<Round> {
  const before = await cpuOf(server)
  const result = await autocannon({
    url,
    connections: clients,
    duration: of.seconds,
    requests: [{ method: 'POST', path: of.path, setupRequest: request => ({ ...request, ...of.next() }) }],
  })
  const after = await cpuOf(server)
  const done = result['2xx']
  assert(result.non2xx === 0 && result.errors === 0, 'every request of the bench succeeds')
  return {
    perSecond: done / result.duration,
    cpuMicroseconds: (after - before) / done,
    latencyMilliseconds: result.latency.p50,
  }
}

/** Microseconds that the server has computed so far, for itself and in the kernel. */
async function cpuOf(server: ChildProcess): Promise<number> {
  server.send('cpu')
  const [usage] = (await once(server, 'message')) as [NodeJS.CpuUsage]
  return usage.user + usage.system
}

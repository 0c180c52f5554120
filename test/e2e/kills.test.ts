import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t, { type Test } from 'tap'
import type { Context } from '../../src/context.ts'
import { instantText } from '../../src/contract/common.ts'
import { instant, plusSeconds, secondsPerDay } from '../../src/domain/units.ts'
import { buildApp } from '../../src/http/app.ts'
import { idsFrom } from '../../src/identifiers.ts'
import { keepSigningKeyFresh } from '../../src/operations/signingKeys.ts'
import type { Engine } from '../../src/store/database.ts'
import { openForServer } from '../../src/store/open.ts'
import { checkInvariants } from '../property/invariants.ts'
import { ENGINES, newTestUrl, withoutServer } from '../support/engines.ts'
import { labIn } from '../support/lab.ts'
import { randomFrom } from '../support/random.ts'
import { withScope } from '../support/scope.ts'
import { launchServer } from '../support/serverProcess.ts'
import { soakFactor, soakSeed } from '../support/soak.ts'
import { Crowd, type Visitor } from './crowd.ts'

const kills = Math.ceil(30 * soakFactor)
const visitorsMax = 8
/** The moment of the kill after the crowd got its first answer. */
const killMilliseconds = { min: 0, max: 800 }
const settings = { loginAttemptsMax: 1_000_000, trustProxy: false, processMetrics: false }
const clock = { now: () => instant(Math.floor(performance.timeOrigin + performance.now())) }
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const yearAhead = {
  start: instantText(plusSeconds(clock.now(), -10 * secondsPerDay), 'UTC'),
  end: instantText(plusSeconds(clock.now(), 355 * secondsPerDay), 'UTC'),
}

t.setTimeout(3_600_000)

/** Opens the database while no server holds it, and closes it again. */
async function alone<Result>(url: string, work: (context: Context) => Promise<Result>): Promise<Result> {
  const db = await openForServer(url)
  try {
    return await work({ db, clock, zone: 'Asia/Shanghai', newId: idsFrom(clock), log: silent })
  } finally {
    await db.close()
  }
}

/** A lab on real time, whose people and instruments the crowd uses. */
async function furnished(url: string) {
  return alone(url, async context => {
    await keepSigningKeyFresh(context)
    const options = { instruments: ['一', '二', '三'], quota: 'enforced', projectHours: 5000 } as const
    const lab = await labIn(context, { ...options, now: clock.now(), period: yearAhead })
    const people = [lab.member.researcher.personId]
    while (people.length < visitorsMax) people.push((await lab.anotherResearcher()).personId)
    return { people, instrumentIds: [...lab.instrumentIds.values()] }
  })
}

type Lab = Awaited<ReturnType<typeof furnished>>

/** Signs everybody in: tokens are short-lived, and the keys lie in the database. */
const signIn = (context: Context, people: readonly string[]) =>
  withScope(async scope => {
    const app = await buildApp(context, settings)
    scope.teardown(() => app.close())
    await app.ready()
    const visitors: Visitor[] = []
    for (const personId of people) {
      visitors.push({ personId, token: await app.accessTokenFor({ personId, sessionId: 'ses_test' }) })
    }
    return visitors
  })

const hour = 3_600_000
const crowdOf = ({ instrumentIds }: Lab) => {
  const from = instant(Math.ceil(clock.now() / hour) * hour + 3 * 24 * hour)
  return new Crowd({ instrumentIds, from, hours: 60 * 24, random: randomFrom(soakSeed) })
}

/** Every word given is kept: the booking stands as it was acknowledged, or further on. */
async function nothingIsLost(t: Test, context: Context, crowd: Crowd) {
  const { q, t: tables } = context.db.read
  const rows = new Map((await q.select().from(tables.bookings)).map(row => [row.id, row]))
  const lost: string[] = []
  for (const said of crowd.acknowledged.values()) {
    const row = rows.get(said.id)
    const kept = row !== undefined && row.version >= said.version
    const same =
      row?.version !== said.version || (row.state === said.state && row.start === Date.parse(said.start))
    if (!kept || !same) lost.push(`${JSON.stringify(said)} became ${JSON.stringify(row)}`)
  }
  t.strictSame(lost, [], 'every acknowledged booking is there')
  const titles = [...rows.values()].map(row => row.title)
  t.equal(new Set(titles).size, titles.length, 'what was asked once happened at most once')
  t.strictSame(crowd.strange, [], 'no answer but yes, no and come again')
  await checkInvariants(context)
}

async function killInMidLoad(t: Test, engine: Engine) {
  const url = await newTestUrl(t, engine)
  const lab = await furnished(url)
  const crowd = crowdOf(lab)
  const random = randomFrom(soakSeed + 1)
  let retried = 0
  for (let round = 1; round <= kills; round++) {
    const visitors = await alone(url, context => signIn(context, lab.people))
    const tokens = new Map(visitors.map(visitor => [visitor.personId, visitor.token]))
    const server = await launchServer(url)
    retried += crowd.unanswered
    t.strictSame(await crowd.askAgain(server.address, personId => tokens.get(personId) ?? ''), [])
    const rush = crowd.rush(server.address, visitors)
    await crowd.served()
    await sleep(killMilliseconds.min + random() * (killMilliseconds.max - killMilliseconds.min))
    await server.stop('SIGKILL')
    await rush
    await alone(url, context => nothingIsLost(t, context, crowd))
  }
  t.comment(
    `${kills} kills, ${crowd.acknowledged.size} bookings acknowledged, ${retried} requests asked again`,
  )
  t.ok(crowd.acknowledged.size > kills, 'there was something to lose')
}

/** Ends every connection of the database but its own. */
async function cutConnections(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const cut = await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity ' +
      'WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await client.end()
  return cut.rowCount ?? 0
}

for (const engine of ENGINES) {
  const skip = withoutServer(engine)
  t.test(
    `${engine}: killed in mid-load, a server has lost nothing it said`,
    { skip, timeout: 3_600_000 },
    t => killInMidLoad(t, engine),
  )
}

t.test(
  'postgres: connections cut in mid-load cost a second try and nothing else',
  { skip: withoutServer('postgres'), timeout: 600_000 },
  async t => {
    const url = await newTestUrl(t, 'postgres')
    const lab = await furnished(url)
    const crowd = crowdOf(lab)
    const visitors = await alone(url, context => signIn(context, lab.people))
    const server = await launchServer(url, 'silent')
    t.teardown(() => server.stop('SIGTERM'))
    const rush = crowd.rush(server.address, visitors)
    let cut = 0
    for (let times = 0; times < 5; times++) {
      await sleep(200)
      cut += await cutConnections(url)
    }
    await sleep(200)
    crowd.stop()
    await rush
    t.ok(cut > 0, `${cut} connections were cut`)
    t.equal(crowd.unanswered, 0, 'the server answered all the while')
    t.comment(
      `${crowd.acknowledged.size} bookings acknowledged, ${crowd.comeAgain} times asked to come again`,
    )
    await alone(url, context => nothingIsLost(t, context, crowd))
  },
)

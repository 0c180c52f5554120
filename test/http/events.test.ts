import t, { type Test } from 'tap'
import { instantText } from '../../src/contract/common.ts'
import { plusSeconds } from '../../src/domain/units.ts'
import { idsFrom } from '../../src/identifiers.ts'
import { record, SYSTEM } from '../../src/operations/perform.ts'
import { watchedLinesMax } from '../../src/store/audit.ts'
import type { Engine } from '../../src/store/database.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { ENGINES, withoutServer } from '../support/engines.ts'
import { anAppOn } from '../support/http.ts'
import { aLab, type LabOptions } from '../support/lab.ts'
import { eventsOf } from './eventReader.ts'
import { problemOf } from './hosts.ts'

const skip = withoutServer('postgres')

const changed = (noun: string, instrumentId: string | null) => ({
  event: 'changed',
  data: { noun, instrumentId },
})

/** A lab that listens, whose rival books while the user hears. */
async function aHeardLab(t: Test, engine: Engine, options: LabOptions = {}) {
  const lab = await aLab(t, engine, { instruments: ['甲', '乙'], ...options })
  const { app, as } = await anAppOn(t, lab.context)
  const open = await eventsOf(t, app)
  const [user, rival] = lab.members.map(member => member.researcher.personId) as [string, string]
  const book = (personId: string, instrumentId: string, times: string, given: object = {}) =>
    as(personId).post('/bookings', {
      instrumentId,
      start: instantText(lab.slot(times).start),
      end: instantText(lab.slot(times).end),
      ...given,
    })
  return { lab, app, as, open, user, rival, book, a: lab.instrumentId('甲'), b: lab.instrumentId('乙') }
}

for (const engine of ENGINES) {
  t.test(
    `${engine}: another person's booking of a watched instrument is heard, and no more than that`,
    async t => {
      const { open, user, rival, book, a, b } = await aHeardLab(t, engine)
      const stream = await open(user, [a])
      t.match(stream.reply.headers.get('content-type'), 'text/event-stream')
      t.match(stream.reply.headers.get('cache-control'), 'no-store')
      await book(rival, b, '09:00/10:00')
      await book(rival, a, '10:00/11:00')
      t.strictSame(await stream.first(1), [changed('booking', a)])
    },
  )

  t.test(`${engine}: own bookings are heard of every instrument, of others' nothing`, async t => {
    const { open, user, rival, book, a, b } = await aHeardLab(t, engine)
    const [own, others] = [await open(user), await open(rival)]
    await book(user, a, '09:00/10:00')
    t.strictSame(await own.first(1), [changed('booking', a)])
    await book(rival, b, '09:00/10:00')
    t.strictSame(await others.first(1), [changed('booking', b)])
    t.equal((await own.first(1)).length, 1)
  })

  t.test(`${engine}: what the caller may not see is left out without a word`, async t => {
    const { lab, open, as, user, rival, book, a, b } = await aHeardLab(t, engine)
    await lab.context.db.transact(async tx => {
      await tx.q.update(tx.t.sharingTerms).set({ visibility: 'hidden' })
    })
    const outsider = await lab.holding('lab-manager', 'institution', lab.member.institutionId)
    const stream = await open(outsider.personId, [a, b, 'ins_nothing'])
    const seen = await open(user, [a, b])
    await book(rival, a, '09:00/10:00')
    t.strictSame(await seen.first(1), [changed('booking', a)])
    const { start, end } = lab.slot('12:00/13:00')
    const outage = { instrumentId: b, start: instantText(start), end: instantText(end), kind: 'planned' }
    t.equal((await as(lab.labManager.personId).post('/outages', outage)).statusCode, 201)
    t.strictSame(await seen.first(2), [changed('booking', a), changed('outage', b)])
    t.strictSame(await stream.first(0), [])
  })

  t.test(`${engine}: a booking that moves away is heard where it was`, async t => {
    const { lab, open, as, user, rival, book, a, b } = await aHeardLab(t, engine)
    const { id, version } = (await book(rival, a, '09:00/10:00')).json<{ id: string; version: number }>()
    const stream = await open(user, [a])
    const { start, end } = lab.slot('10:00/11:00')
    const move = { instrumentId: b, start: instantText(start), end: instantText(end) }
    const moved = await as(rival).post(`/bookings/${id}/rescheduling`, move, { 'if-match': `"${version}"` })
    t.equal(moved.statusCode, 200)
    t.strictSame(await stream.first(1), [changed('booking', null)])
  })

  t.test(`${engine}: a reader who comes back hears what was missed, or that it was too much`, async t => {
    const { lab, open, user, rival, book, a } = await aHeardLab(t, engine)
    const before = await open(user, [a])
    const lastId = await before.lastId()
    before.leave()
    lab.clock.advance(60)
    await book(rival, a, '09:00/10:00')
    await book(rival, a, '10:00/11:00')
    lab.clock.advance(60)
    const fresh = await open(user, [a])
    const back = await open(user, [a], { 'last-event-id': lastId })
    t.strictSame(await back.first(1), [changed('booking', a)], 'both in one')
    t.strictSame(await fresh.first(0), [], 'what stands already is no news')
    lab.clock.advance(600)
    for (const lost of [lastId, 'nonsense', '-1', '9'.repeat(40)]) {
      const late = await open(user, [a], { 'last-event-id': lost })
      t.strictSame(await late.first(1), [{ event: 'reset', data: {} }], lost)
    }
  })

  t.test(`${engine}: a stream ends with its token, and all of them at once with the service`, async t => {
    const { lab, app, open, user, rival } = await aHeardLab(t, engine)
    const old = await open(user)
    lab.clock.advance(14 * 60)
    const young = await open(rival)
    lab.clock.advance(60)
    t.ok(await old.ends(), 'the token is 15 minutes old')
    t.strictSame(await young.first(0), [])
    await app.close()
    t.ok(await young.ends())
  })
}

t.test('postgres: what other nodes write is heard, however late it commits', { skip }, async t => {
  const { lab, open, user, rival, a, b } = await aHeardLab(t, 'postgres')
  const db = openPostgres(lab.context.url)
  t.teardown(() => db.close())
  const node = await anAppOn(t, { ...lab.context, db, newId: idsFrom(lab.clock) })
  const [watching, own] = [await open(user, [a]), await open(rival)]
  const waiting = Promise.withResolvers<void>()
  const late = db.transact(async tx => {
    const deed = { verb: 'edit', noun: 'instrument', nounId: a, actedAs: 'system' }
    await record(lab.context, tx, SYSTEM, deed)
    await waiting.promise
  })
  const { start, end } = lab.slot('10:00/11:00')
  const wish = { instrumentId: b, start: instantText(start), end: instantText(end) }
  t.equal((await node.as(rival).post('/bookings', wish)).statusCode, 201)
  t.strictSame(await own.first(1), [changed('booking', b)])
  lab.clock.advance(20)
  await node
    .as(rival)
    .post('/bookings', { ...wish, start: wish.end, end: instantText(plusSeconds(end, 3600)) })
  t.strictSame(await own.first(2), [changed('booking', b), changed('booking', b)])
  waiting.resolve()
  await late
  t.strictSame(await watching.first(1), [changed('instrument', a)])
})

t.test('a person has a bounded number of streams', async t => {
  const { open, user, rival } = await aHeardLab(t, 'sqlite')
  const streams = await Promise.all(Array.from({ length: 20 }, () => open(user)))
  t.strictSame(new Set(streams.map(({ reply }) => reply.status)), new Set([200]))
  const refused = await open(user)
  t.equal(refused.reply.status, 429)
  t.ok(refused.reply.headers.get('retry-after'))
  t.equal((await open(rival)).reply.status, 200)
})

t.test('after more than can be told, everybody is told to read anew', async t => {
  const { lab, open, user } = await aHeardLab(t, 'sqlite')
  const stream = await open(user)
  await lab.context.db.transact(async tx => {
    const deed = { verb: 'import', noun: 'booking', actedAs: 'system' }
    for (let line = 0; line < watchedLinesMax; line++)
      await record(lab.context, tx, SYSTEM, { ...deed, nounId: `bkg_${line}` })
  })
  t.strictSame(await stream.first(1), [{ event: 'reset', data: {} }])
})

t.test('only who accepts events gets a stream, and only with a token', async t => {
  const { app, as, user, a } = await aHeardLab(t, 'sqlite')
  t.equal(problemOf(await as(user).get('/events')), '406 not-acceptable')
  const asked = { accept: 'text/event-stream' }
  t.equal(problemOf(await as(user).get('/events?instrumentId=', asked)), '400 bad-request')
  t.equal(
    problemOf(await as(user).get(`/events?instrumentId=${`${a},`.repeat(300)}${a}`, asked)),
    '400 bad-request',
  )
  t.equal(problemOf(await app.inject({ url: '/api/v1/events', headers: asked })), '401 unauthenticated')
  t.equal((await app.inject({ method: 'HEAD', url: '/api/v1/events', headers: asked })).statusCode, 404)
})

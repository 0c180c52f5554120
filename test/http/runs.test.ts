import t from 'tap'
import type { RunReply } from '../../src/contract/runs.ts'
import { ENGINES } from '../support/engines.ts'
import { stepsOn } from '../operations/bookings/steps.ts'
import { aLabApp, answerOf, bookingOf } from './bookingWire.ts'
import { idsOf } from './hosts.ts'

const half = 1800
const rules = { prepSeconds: half, postSeconds: half } as never
const runsOf = (reply: { json(): unknown }) => (reply.json() as { items: RunReply[] }).items
const atVersion = (version: number) => ({ 'if-match': `"${version}"` })

for (const engine of ENGINES) {
  t.test(`${engine}: of nine hours with two idle seven were effective`, async t => {
    const { lab, user, staff, wish, hours } = await aLabApp(t, engine, { rules })
    const booking = bookingOf(await user.post('/bookings', wish('09:00/18:00')))
    lab.clock.moveTo(lab.slot('18:00/19:00').start)
    await stepsOn(lab).sweep()
    const [run] = runsOf(await user.get('/runs'))
    t.match(run, {
      bookingId: booking.id,
      ...hours('09:00/18:00'),
      evidence: 'as-booked',
      bookedSeconds: 9 * 3600,
      usedSeconds: 9 * 3600,
      effectiveSeconds: 9 * 3600,
      version: 1,
    })
    const path = `/runs/${run?.id}`
    const phases = { prepSeconds: half, runSeconds: 6 * 3600, postSeconds: half, idleSeconds: 2 * 3600 }
    t.equal(answerOf(await user.patch(path, { phases }, atVersion(1))), '403 not-allowed')
    const short = { phases: { ...phases, idleSeconds: 0 } }
    t.equal(answerOf(await staff.patch(path, short, atVersion(1))), '422 invalid-value')
    const edited = await staff.patch(path, { phases, mode: 'remote', samples: 4 }, atVersion(1))
    t.match(edited.json(), { ...phases, effectiveSeconds: 7 * 3600, mode: 'remote', samples: 4 })
    t.equal(edited.headers['etag'], '"2"')
    t.equal(answerOf(await staff.patch(path, { samples: 5 }, atVersion(1))), '412 version-stale')
    t.equal((await staff.patch(path, { samples: 5 })).statusCode, 400, 'an edit says what it saw')
  })

  t.test(`${engine}: runs are seen and rated by those whose they are`, async t => {
    const { lab, user, rival, staff, chair, wish } = await aLabApp(t, engine, { rules })
    await user.post('/bookings', wish('09:00/10:00'))
    await rival.post('/bookings', wish('11:00/12:00'))
    lab.clock.moveTo(lab.slot('18:00/19:00').start)
    await stepsOn(lab).sweep()
    const [own = ''] = idsOf(await user.get('/runs'))
    t.equal(idsOf(await user.get('/runs')).length, 1)
    t.equal(idsOf(await rival.get('/runs')).length, 1)
    t.strictSame(idsOf(await chair.get('/runs')), [])
    t.equal(idsOf(await staff.get('/runs')).length, 2)
    const all = idsOf(await staff.get('/runs'))
    const first = (await staff.get('/runs?limit=1')).json<{ nextCursor: string }>()
    t.equal(first.nextCursor, all[0])
    t.strictSame(idsOf(await staff.get(`/runs?limit=1&cursor=${first.nextCursor}`)), all.slice(1))
    t.strictSame(idsOf(await staff.get('/runs?bookingId=bkg_none')), [])
    const good = { rating: 5, text: '很好' }
    t.equal(answerOf(await rival.post(`/runs/${own}/rating`, good)), '403 not-allowed')
    t.equal(answerOf(await staff.post(`/runs/${own}/rating`, good)), '403 not-allowed')
    const rated = await user.post(`/runs/${own}/rating`, good)
    t.match(rated.json(), { rating: 5, ratingText: '很好', version: 2 })
    t.equal(rated.headers['etag'], '"2"')
    t.match((await user.post(`/runs/${own}/rating`, { rating: 1 })).json(), { rating: 1, ratingText: null })
    t.equal((await user.post(`/runs/${own}/rating`, { rating: 6 })).statusCode, 400)
    t.equal(answerOf(await user.post('/runs/run_none/rating', good)), '404 not-found')
  })
}

import t from 'tap'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { aLabApp, answerOf, bookingOf, refusedWith } from './bookingWire.ts'

const attended = { rules: { attendance: 'check-in', cancelWindowSeconds: 0 } } as never
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

for (const engine of ENGINES) {
  t.test(`${engine}: a booking on the wire, from its making to its end`, async t => {
    const { lab, user, wish, hours } = await aLabApp(t, engine, attended)
    const reply = await user.post('/bookings', wish('10:00/12:00', { title: '样品甲' }))
    t.equal(reply.statusCode, 201)
    t.equal(reply.headers['etag'], '"1"')
    const booking = bookingOf(reply)
    t.match(booking, {
      id: /^bkg_/u,
      ...hours('10:00/12:00'),
      state: 'confirmed',
      person: { id: lab.member.researcher.personId },
      projectCode: 'P1',
      quota: 'enforced',
      title: '样品甲',
      version: 1,
      cancelledLate: false,
    })
    t.match(booking.start, /\+08:00$/u, 'by the clock of the instrument')
    const path = `/bookings/${booking.id}`
    t.strictSame(bookingOf(await user.get(path)), booking)
    const longer = await user.post(`${path}/extension`, { end: hours('10:00/13:00').end }, ifMatch(1))
    t.equal(longer.headers['etag'], '"2"')
    const moved = await user.post(`${path}/rescheduling`, hours('14:00/16:00'), ifMatch(2))
    t.match(bookingOf(moved), { ...hours('14:00/16:00'), version: 3 })
    lab.clock.moveTo(at('2026-03-04T14:00+08:00'))
    t.match(bookingOf(await user.post(`${path}/check-in`)), { state: 'in_use', version: 4 })
    lab.clock.moveTo(at('2026-03-04T15:00+08:00'))
    const done = bookingOf(await user.post(`${path}/check-out`, { samples: 4 }))
    t.match(done, {
      state: 'completed',
      end: hours('14:00/16:00').end,
      occupiedUntil: hours('14:00/15:00').end,
    })
    t.equal(answerOf(await user.post(`${path}/cancellation`)), '409 wrong-state')
  })

  t.test(`${engine}: requests are approved and rejected by staff, with a reason`, async t => {
    const { user, staff, chair, wish } = await aLabApp(t, engine, { rules: { approval: 'staff' } })
    const one = bookingOf(await user.post('/bookings', wish('10:00/12:00')))
    const two = bookingOf(await user.post('/bookings', wish('14:00/15:00')))
    t.match(one, { state: 'requested', expiresAt: one.start })
    t.equal(answerOf(await user.post(`/bookings/${one.id}/approval`)), '403 not-allowed')
    t.equal(answerOf(await chair.post(`/bookings/${one.id}/approval`)), '404 not-found')
    t.match(bookingOf(await staff.post(`/bookings/${one.id}/approval`)), { state: 'confirmed' })
    t.equal(answerOf(await staff.post(`/bookings/${two.id}/rejection`)), '422 reason-required')
    const no = { reason: '样品不明' }
    t.match(bookingOf(await staff.post(`/bookings/${two.id}/rejection`, no)), {
      state: 'rejected',
      decisionReason: '样品不明',
    })
  })

  t.test(`${engine}: no-shows are marked by staff, and no late cancellation`, async t => {
    const { lab, user, staff, wish } = await aLabApp(t, engine, attended)
    const { id } = bookingOf(await user.post('/bookings', wish('10:00/12:00')))
    lab.clock.moveTo(at('2026-03-04T11:00+08:00'))
    t.equal(answerOf(await user.post(`/bookings/${id}/no-show`)), '403 not-allowed')
    t.match(bookingOf(await staff.post(`/bookings/${id}/no-show`)), {
      state: 'no_show',
      cancelledLate: false,
    })
  })

  t.test(`${engine}: places of a shared instrument are changed`, async t => {
    const { user, wish } = await aLabApp(t, engine, { capacity: 4 })
    const { id } = bookingOf(await user.post('/bookings', wish('10:00/12:00', { places: 2 })))
    t.match(bookingOf(await user.post(`/bookings/${id}/places`, { places: 3 })), { places: 3, version: 2 })
    t.equal(answerOf(await user.post(`/bookings/${id}/places`, { places: 5 })), '409 capacity-exceeded')
    t.equal((await user.post(`/bookings/${id}/places`, { places: 0 })).statusCode, 400)
  })

  t.test(`${engine}: an edit of a version that is gone is refused on every path`, async t => {
    const { user, wish, hours } = await aLabApp(t, engine)
    const { id } = bookingOf(await user.post('/bookings', wish('10:00/12:00')))
    const edits = [
      ['rescheduling', hours('14:00/16:00')],
      ['extension', { end: hours('10:00/13:00').end }],
      ['places', { places: 1 }],
      ['cancellation', {}],
      ['approval', {}],
      ['rejection', { reason: '不' }],
      ['check-in', undefined],
      ['check-out', {}],
      ['no-show', undefined],
    ] as const
    for (const [noun, body] of edits) {
      const reply = await user.post(`/bookings/${id}/${noun}`, body, ifMatch(7))
      t.equal(answerOf(reply), '412 version-stale', noun)
      t.match(refusedWith(reply).refusals, [{ current: 1, given: 7 }])
    }
    t.equal((await user.post(`/bookings/${id}/cancellation`, {}, { 'if-match': 'x' })).statusCode, 400)
    t.equal(
      answerOf(await user.post(`/bookings/${id}/cancellation`)),
      '200',
      'without one the newest is meant',
    )
  })

  t.test(`${engine}: a key books once, also for two at once, and remembers a refusal`, async t => {
    const { lab, user, rival, wish } = await aLabApp(t, engine)
    const key = { 'idempotency-key': 'tuesday' }
    const twice = await Promise.all([1, 2].map(() => user.post('/bookings', wish('10:00/12:00'), key)))
    t.strictSame(
      twice.map(reply => reply.statusCode),
      [201, 201],
    )
    t.strictSame(bookingOf(twice[0] as never), bookingOf(twice[1] as never))
    t.equal(answerOf(await user.post('/bookings', wish('13:00/14:00'), key)), '422 idempotency-mismatch')
    const lost = { 'idempotency-key': 'lost' }
    t.equal(answerOf(await rival.post('/bookings', wish('11:00/12:00'), lost)), '409 slot-taken')
    await user.post(`/bookings/${bookingOf(twice[0] as never).id}/cancellation`)
    t.equal(
      answerOf(await rival.post('/bookings', wish('11:00/12:00'), lost)),
      '409 slot-taken',
      'the first answer',
    )
    const { q, t: tables } = lab.context.db.read
    t.equal((await q.select().from(tables.bookings)).length, 1)
  })

  t.test(`${engine}: a dry run shows the whole booking or the same refusals, and keeps nothing`, async t => {
    const { lab, user, wish } = await aLabApp(t, engine)
    const dry = await user.post('/bookings?dryRun=true', wish('10:00/12:00', { title: '试' }))
    t.equal(dry.statusCode, 201)
    t.match(bookingOf(dry), { state: 'confirmed', title: '试', projectCode: 'P1', version: 1 })
    t.equal((await user.get(`/bookings/${bookingOf(dry).id}`)).statusCode, 404)
    t.equal((await lab.balance()).held, 0)
    const odd = wish('10:05/12:00')
    const asked = refusedWith(await user.post('/bookings?dryRun=true', odd))
    t.strictSame(asked.refusals, refusedWith(await user.post('/bookings', odd)).refusals)
    const { id } = bookingOf(await user.post('/bookings', wish('10:00/12:00')))
    t.match(bookingOf(await user.post(`/bookings/${id}/cancellation?dryRun=true`)), { state: 'cancelled' })
    t.match(bookingOf(await user.get(`/bookings/${id}`)), { state: 'confirmed', version: 1 })
  })

  t.test(`${engine}: what is no booking at all is told by path, before any rule`, async t => {
    const { user, wish, hours } = await aLabApp(t, engine)
    const bad = async (body: object) => (await user.post('/bookings', body)).json<object>()
    t.match(await bad({ ...wish('10:00/12:00'), poolId: 'pol_1' }), { status: 400 })
    t.match(await bad(hours('10:00/12:00')), { status: 400 })
    t.match(await bad({ ...wish('10:00/12:00'), end: hours('10:00/12:00').start }), { status: 400 })
    t.match(await bad({ ...wish('10:00/12:00'), start: '2026-03-04T10:00' }), { status: 400 })
    t.match(await bad({ ...wish('10:00/12:00'), places: 1.5 }), { status: 400 })
    t.match(await bad({ ...wish('10:00/12:00'), colour: 'red' }), { status: 400 })
    t.equal((await user.get('/bookings/bkg_none')).statusCode, 404)
  })
}

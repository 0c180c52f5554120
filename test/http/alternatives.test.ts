import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { anotherInstrument } from '../operations/bookings/steps.ts'
import { aLabApp, answerOf, bookingOf, refusedWith } from './bookingWire.ts'

const hour = 3600
const weekdays = (from: string, to: string) =>
  ({ weekly: [1, 2, 3, 4, 5].map(weekday => ({ weekday, from, to })), exceptions: [] }) as never
const mornings = {
  opening: weekdays('09:00', '12:00'),
  noticeSeconds: 24 * hour,
  horizonSeconds: 9 * 24 * hour,
}

for (const engine of ENGINES) {
  t.test(`${engine}: who loses a slot is offered near ones, each of which can be had`, async t => {
    const { lab, user, rival, wish, hours } = await aLabApp(t, engine, {
      turnaroundSeconds: 1800,
      rules: mornings as never,
    })
    await lab.book({ ...lab.slot('10:00/11:00'), by: lab.members[1]?.researcher })
    const reply = await user.post('/bookings', wish('10:00/11:00'))
    t.equal(answerOf(reply), '409 slot-taken')
    const { alternatives } = refusedWith(reply)
    t.equal(alternatives.length, 5)
    t.match(alternatives[0], { instrumentId: lab.instrumentId(), ...hours('11:00/12:00', '2026-03-03') })
    for (const each of alternatives) t.equal(answerOf(await rival.post('/bookings?dryRun=true', each)), '201')
    for (const each of alternatives) t.equal(answerOf(await user.post('/bookings', each)), '201')
  })

  t.test(`${engine}: other units of the pool are offered, but none that the asker may not book`, async t => {
    const { lab, user, wish } = await aLabApp(t, engine, { instruments: ['one', 'two'], pool: 'one' })
    const poolId = lab.poolId
    const unready = [
      await anotherInstrument(lab, { poolId, operatingState: 'trial' } as object),
      await anotherInstrument(lab, { poolId, shared: false }),
      await anotherInstrument(lab, { poolId, publication: 'draft' } as object),
    ]
    await user.post('/bookings', wish('10:00/11:00'))
    const { alternatives } = refusedWith(await user.post('/bookings', wish('10:00/11:00')))
    t.match(
      alternatives[0],
      { ...wish('10:00/11:00'), instrumentId: lab.instrumentId('two') },
      'the same hour',
    )
    t.equal(alternatives.length, 5)
    t.notOk(alternatives.some(each => unready.includes(each.instrumentId)))
  })

  t.test(`${engine}: nothing is offered past the end of a project or over a cap`, async t => {
    const caps = [{ per: 'person', measure: 'count', limit: 1, period: 'day' }]
    const { lab, user, wish, hours } = await aLabApp(t, engine, {
      rules: { caps, opening: weekdays('09:00', '12:00') } as never,
    })
    await lab.context.db.transact(async tx => {
      await tx.q.update(tx.t.projects).set({ endsOn: '2026-03-06' as never })
    })
    await lab.book(lab.slot('09:00/10:00', '2026-03-05'))
    await lab.book({ ...lab.slot('10:00/11:00'), by: await lab.anotherResearcher() })
    const { alternatives } = refusedWith(await user.post('/bookings', wish('10:00/11:00')))
    t.ok(alternatives.length >= 3)
    t.notOk(
      alternatives.some(each => each.start.startsWith('2026-03-05')),
      'there is one that day already',
    )
    t.notOk(alternatives.some(each => each.start > '2026-03-07'))
    for (const each of alternatives) t.equal(answerOf(await user.post('/bookings?dryRun=true', each)), '201')
    await lab.book({ ...lab.slot('10:00/11:00', '2026-03-05'), by: await lab.anotherResearcher() })
    const onFullDay = { ...wish('10:00/11:00'), ...hours('10:00/11:00', '2026-03-05') }
    const both = await user.post('/bookings', onFullDay)
    t.equal(answerOf(both), '422 cap-exceeded slot-taken')
    t.ok(refusedWith(both).alternatives.length >= 3, 'other days help against both')
  })

  t.test(`${engine}: who asks for too far ahead is offered the last days within the horizon`, async t => {
    const { user, hours, lab } = await aLabApp(t, engine, { rules: mornings as never })
    const far = { instrumentId: lab.instrumentId(), ...hours('10:00/11:00', '2026-03-25') }
    const reply = await user.post('/bookings', far)
    t.equal(answerOf(reply), '422 beyond-horizon')
    const { alternatives } = refusedWith(reply)
    t.equal(alternatives.length, 5)
    t.ok(alternatives.every(each => each.start < '2026-03-11T08:00'))
  })

  t.test(`${engine}: where the fortnight is full, the search goes on`, async t => {
    const { lab, user, wish } = await aLabApp(t, engine, { quota: 'none' })
    for (let day = 2; day <= 22; day += 5) {
      const start = lab.slot('08:00/09:00', `2026-03-${String(day).padStart(2, '0')}`).start
      await lab.book({
        start,
        end: lab.slot('08:00/09:00', `2026-03-${String(day + 5).padStart(2, '0')}`).start,
      })
    }
    const { alternatives } = refusedWith(await user.post('/bookings', wish('10:00/11:00')))
    t.equal(alternatives.length, 5)
    t.ok(alternatives.every(each => each.start >= '2026-03-27T08:00'))
  })

  t.test(`${engine}: what another time does not mend comes without any`, async t => {
    const { lab, user, as, wish } = await aLabApp(t, engine, { projectHours: 1 })
    const offered = async (asking: typeof user, body: object) =>
      refusedWith(await asking.post('/bookings', body)).alternatives ?? []
    t.strictSame(await offered(user, wish('10:00/12:00')), [], 'quota-exhausted')
    t.strictSame(await offered(user, wish('10:00/12:00', { projectId: 'prj_none' })), [])
    t.strictSame(await offered(as(lab.auditor), wish('10:00/12:00')), [], 'not-shared')
    t.strictSame(await offered(user, wish('10:00/10:10')), [], 'off-grid and too-short')
    t.strictSame(await offered(user, { ...wish('10:00/11:00'), instrumentId: 'itm_none' }), [])
    t.strictSame(await offered(user, wish('10:00/10:15', { places: 2 })), [], 'there is but one place')
  })

  t.test(`${engine}: a move that loses is offered others, and may take them`, async t => {
    const { lab, user, hours, wish } = await aLabApp(t, engine)
    const mine = bookingOf(await user.post('/bookings', wish('14:00/15:00')))
    await lab.book({ ...lab.slot('10:00/11:00'), by: lab.members[1]?.researcher })
    const path = `/bookings/${mine.id}/rescheduling`
    const reply = await user.post(path, hours('10:00/11:00'))
    t.equal(answerOf(reply), '409 slot-taken')
    const { alternatives } = refusedWith(reply)
    t.ok(alternatives.length >= 3)
    for (const { start, end } of alternatives) t.equal(answerOf(await user.post(path, { start, end })), '200')
    const nobodys = await user.post('/bookings/bkg_none/rescheduling', hours('10:00/11:00'))
    t.equal(answerOf(nobodys), '404 not-found')
  })

  t.test(`${engine}: a crowd of losers is not sent to one place`, async t => {
    const { lab, user, as, wish } = await aLabApp(t, engine, {
      instruments: ['one', 'two'],
      pool: 'one',
      quota: 'none',
    })
    await user.post('/bookings', wish('10:00/11:00'))
    const losers = []
    for (let count = 0; count < 20; count++) losers.push(as(await lab.anotherResearcher()))
    const replies = await Promise.all(losers.map(each => each.post('/bookings', wish('10:00/11:00'))))
    const firsts = new Set(replies.map(reply => JSON.stringify(refusedWith(reply).alternatives[0])))
    t.equal(firsts.size, 20, 'though all of them lose at once')
    lab.context.clock.advance(120)
    const late = refusedWith(await user.post('/bookings', wish('10:00/11:00'))).alternatives
    t.match(
      late[0],
      { ...wish('10:00/11:00'), instrumentId: lab.instrumentId('two') },
      'two minutes later it is quiet',
    )
  })
}

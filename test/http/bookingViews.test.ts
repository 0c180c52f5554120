import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { aLabApp, answerOf, bookingOf } from './bookingWire.ts'
import { idsOf } from './hosts.ts'

const page = (reply: { json(): unknown }) =>
  reply.json() as { items: { id: string }[]; nextCursor: string | null }

for (const engine of ENGINES) {
  t.test(`${engine}: to rivals, chairs and auditors of others’ labs a booking is not there`, async t => {
    const { lab, user, rival, chair, auditor, as, wish, hours } = await aLabApp(t, engine)
    const { id } = bookingOf(await user.post('/bookings', wish('10:00/12:00', { title: '机密' })))
    const neighbour = as(await lab.holding('lab-manager', 'institution', lab.member.institutionId))
    const ownAdmin = as(lab.member.admin)
    for (const other of [rival, chair, auditor, neighbour, ownAdmin]) {
      t.equal((await other.get(`/bookings/${id}`)).statusCode, 404)
      t.strictSame(idsOf(await other.get('/bookings')), [])
      t.equal(answerOf(await other.post(`/bookings/${id}/cancellation`)), '404 not-found')
      t.equal(
        answerOf(await other.post(`/bookings/${id}/rescheduling`, hours('14:00/15:00'))),
        '404 not-found',
      )
      t.equal(answerOf(await other.post(`/bookings/${id}/check-in`)), '404 not-found')
    }
    const lost = await rival.post('/bookings', wish('10:00/12:00'))
    for (const secret of [id, '机密', lab.member.researcher.personId, lab.member.projectId]) {
      t.notOk(lost.body.includes(secret), 'the refusal of a rival names time alone')
    }
  })

  t.test(`${engine}: staff see person, contact and project; the title where the project allows`, async t => {
    const { lab, user, staff, wish } = await aLabApp(t, engine)
    await lab.context.db.transact(async tx => {
      await tx.q.update(tx.t.people).set({ email: 'a@example.org', phone: '+8613800000000' })
    })
    const { id } = bookingOf(await user.post('/bookings', wish('10:00/12:00', { title: '样品甲' })))
    t.match(bookingOf(await staff.get(`/bookings/${id}`)), {
      person: { name: '某人', email: 'a@example.org', phone: '+8613800000000' },
      projectCode: 'P1',
      title: null,
    })
    const own = bookingOf(await user.get(`/bookings/${id}`))
    t.match(own, { title: '样品甲', person: { name: '某人' } })
    t.notOk('email' in own.person)
    await lab.context.db.transact(async tx => {
      await tx.q.update(tx.t.projects).set({ showsTitles: true })
    })
    t.match(bookingOf(await staff.get(`/bookings/${id}`)), { title: '样品甲' })
  })

  t.test(
    `${engine}: the list holds one’s own, also those booked for another, and those of one’s instruments`,
    async t => {
      const { lab, user, rival, staff, as, wish } = await aLabApp(t, engine, { instruments: ['one', 'two'] })
      const colleague = await lab.anotherResearcher()
      const book = async (asking: typeof user, times: string, given: object = {}) =>
        bookingOf(await asking.post('/bookings', wish(times, given))).id
      const own = await book(user, '08:00/09:00')
      lab.clock.advance(1)
      const forColleague = await book(user, '09:00/10:00', { forPersonId: colleague.personId })
      lab.clock.advance(1)
      const rivals = await book(rival, '10:00/11:00', { instrumentId: lab.instrumentId('two') })
      t.strictSame(idsOf(await user.get('/bookings')), [own, forColleague])
      t.strictSame(idsOf(await as(colleague).get('/bookings')), [forColleague])
      t.strictSame(idsOf(await rival.get('/bookings')), [rivals])
      t.strictSame(idsOf(await staff.get('/bookings')), [own, forColleague, rivals])
      t.strictSame(idsOf(await staff.get('/bookings?mine=true')), [])
      const ofTwo = as(await lab.holding('lab-manager', 'instrument', lab.instrumentId('two')))
      t.strictSame(idsOf(await ofTwo.get('/bookings')), [rivals])
      const site = as(await lab.holding('site-admin'))
      t.equal(idsOf(await site.get('/bookings')).length, 3)
    },
  )

  t.test(`${engine}: the list is filtered and paged`, async t => {
    const { lab, user, wish, hours } = await aLabApp(t, engine)
    const ids: string[] = []
    for (const times of ['08:00/09:00', '09:00/10:00', '10:00/11:00']) {
      ids.push(bookingOf(await user.post('/bookings', wish(times))).id)
      lab.clock.advance(1)
    }
    const [first = '', second = '', third = ''] = ids
    await user.post(`/bookings/${first}/cancellation`)
    const query = (text: string) => user.get(`/bookings?${text}`)
    t.strictSame(idsOf(await query('state=confirmed')), [second, third])
    const { start, end } = hours('09:00/10:00')
    const window = new URLSearchParams({ from: start, to: end })
    t.strictSame(idsOf(await query(String(window))), [second])
    t.strictSame(idsOf(await query(`instrumentId=${lab.instrumentId()}&limit=10`)), ids)
    t.strictSame(idsOf(await query('instrumentId=itm_none')), [])
    const one = page(await query('limit=2'))
    t.strictSame(
      one.items.map(item => item.id),
      [first, second],
    )
    t.equal(one.nextCursor, second)
    t.strictSame(idsOf(await query(`limit=2&cursor=${second}`)), [third])
    t.equal((await query('state=lost')).statusCode, 400)
  })

  t.test(`${engine}: what the time costs is told at the price frozen on the booking`, async t => {
    const price = { currency: 'CNY', perUnitMinor: { member: 10_000 } }
    const { user, wish } = await aLabApp(t, engine, { rules: { price } as never, quota: 'none' })
    t.match(bookingOf(await user.post('/bookings', wish('10:00/12:30'))), {
      priceCategory: 'member',
      estimatedCost: { minor: 25_000, currency: 'CNY' },
    })
    const free = await aLabApp(t, engine)
    t.equal(bookingOf(await free.user.post('/bookings', free.wish('10:00/11:00'))).estimatedCost, null)
  })
}

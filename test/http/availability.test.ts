import t from 'tap'
import { ENGINES } from '../support/engines.ts'
import { anotherInstrument } from '../operations/bookings/steps.ts'
import { aLabApp, bookingOf } from './bookingWire.ts'

interface Time {
  readonly instrumentId: string
  readonly zone: string
  readonly open: readonly object[]
  readonly outages: readonly object[]
  readonly busy: readonly object[]
  readonly free: readonly object[]
}

const morning = {
  weekly: [1, 2, 3, 4, 5].map(weekday => ({ weekday, from: '08:00', to: '13:00' })),
  exceptions: [],
} as never

async function aDay(t: Parameters<typeof aLabApp>[0], ...options: [Parameters<typeof aLabApp>[1], object?]) {
  const made = await aLabApp(t, options[0], { rules: { opening: morning }, ...options[1] })
  const ask = (asking: typeof made.user, given: Record<string, string> = {}) => {
    const { start: from, end: to } = made.hours('00:00/23:00')
    const of: Record<string, string> = 'poolId' in given ? {} : { instrumentId: made.lab.instrumentId() }
    return asking.get(`/availability?${String(new URLSearchParams({ ...of, from, to, ...given }))}`)
  }
  const timesSeenBy = async (asking: typeof made.user, given?: Record<string, string>) =>
    (await ask(asking, given)).json<{ items: Time[] }>().items
  return { ...made, ask, timesSeenBy }
}

for (const engine of ENGINES) {
  t.test(`${engine}: time is open, down, busy or free; by whom it is busy nobody is told`, async t => {
    const { lab, user, rival, staff, wish, hours, ask, timesSeenBy } = await aDay(t, engine, {
      turnaroundSeconds: 900,
    })
    const id = lab.instrumentId()
    const booked = bookingOf(await user.post('/bookings', wish('09:00/09:45', { title: '机密' })))
    await lab.book({ ...lab.slot('10:00/10:45'), by: lab.members[1]?.researcher })
    const down = { instrumentId: id, kind: 'planned', reason: '校准', ...hours('12:00/18:00') }
    t.equal((await staff.post('/outages', down)).statusCode, 201)
    const [time] = await timesSeenBy(rival)
    t.match(time, { instrumentId: id, zone: 'Asia/Shanghai', open: [hours('08:00/13:00')] })
    t.match(time?.outages, [{ ...hours('12:00/18:00'), kind: 'planned', reason: '校准' }])
    t.strictSame(time?.busy, [{ ...hours('09:00/11:00'), places: 1 }], 'neighbours run together')
    t.strictSame(
      time?.free,
      [hours('08:00/08:45'), hours('11:00/12:00')],
      'with room for one’s own turnaround',
    )
    const { body } = await ask(rival)
    for (const secret of [booked.id, '机密', lab.member.researcher.personId, lab.member.institutionId]) {
      t.notOk(body.includes(secret))
    }
    t.strictSame(await timesSeenBy(user), await timesSeenBy(rival), 'it is the same for all')
  })

  t.test(`${engine}: of a shared instrument the places taken are told, not the bookings`, async t => {
    const { user, rival, wish, hours, timesSeenBy } = await aDay(t, engine, { capacity: 4 })
    await user.post('/bookings', wish('09:00/11:00'))
    await rival.post('/bookings', wish('10:00/12:00'))
    await rival.post('/bookings', wish('10:00/11:00', { places: 2 }))
    await user.post('/bookings', wish('12:00/13:00'))
    const [time] = await timesSeenBy(rival)
    t.strictSame(time?.busy, [
      { ...hours('09:00/10:00'), places: 1 },
      { ...hours('10:00/11:00'), places: 4 },
      { ...hours('11:00/13:00'), places: 1 },
    ])
    t.strictSame(time?.free, [hours('08:00/10:00'), hours('11:00/13:00')])
    const [forFour] = await timesSeenBy(rival, { places: '4' })
    t.strictSame(forFour?.free, [hours('08:00/09:00')])
  })

  t.test(`${engine}: what was cancelled, rejected or left early is free`, async t => {
    const { user, wish, hours, timesSeenBy } = await aDay(t, engine)
    const { id } = bookingOf(await user.post('/bookings', wish('09:00/11:00')))
    await user.post(`/bookings/${id}/cancellation`)
    const [time] = await timesSeenBy(user)
    t.match(time, { busy: [], free: [hours('08:00/13:00')] })
  })

  t.test(`${engine}: a pool shows each of its units on offer`, async t => {
    const { lab, user, ask, timesSeenBy } = await aDay(t, engine, {
      instruments: ['one', 'two'],
      pool: 'one',
    })
    await anotherInstrument(lab, { poolId: lab.poolId, publication: 'draft' } as object)
    const poolId = lab.poolId ?? ''
    const times = await timesSeenBy(user, { poolId })
    t.strictSame(
      times.map(time => time.instrumentId),
      [lab.instrumentId('one'), lab.instrumentId('two')],
    )
    t.equal((await ask(user, { poolId: 'pol_none' })).statusCode, 404)
  })

  t.test(
    `${engine}: of several instruments the closed ones are left out, one alone is not there`,
    async t => {
      const { lab, user, staff, timesSeenBy, ask } = await aDay(t, engine, { instruments: ['one', 'two'] })
      const draft = await anotherInstrument(lab, { publication: 'draft' } as object)
      const [one, two] = [lab.instrumentId('one'), lab.instrumentId('two')]
      const idsSeenBy = async (asking: typeof user, ids: readonly string[]) =>
        (await timesSeenBy(asking, { instrumentId: ids.join(',') })).map(time => time.instrumentId)
      t.strictSame(await idsSeenBy(user, [two, draft, 'itm_none', one]), [two, one], 'in the order asked for')
      t.strictSame(await idsSeenBy(staff, [draft, one]), [draft, one])
      t.strictSame(await idsSeenBy(user, [draft, 'itm_none']), [])
      t.equal((await ask(user, { instrumentId: draft })).statusCode, 404)
    },
  )

  t.test(`${engine}: drafts show to their staff alone; windows are bounded`, async t => {
    const { lab, user, staff, ask } = await aDay(t, engine)
    const draft = await anotherInstrument(lab, { publication: 'draft' } as object)
    t.equal((await ask(user, { instrumentId: draft })).statusCode, 404)
    t.equal((await ask(staff, { instrumentId: draft })).statusCode, 200)
    t.equal((await ask(user, { instrumentId: 'itm_none' })).statusCode, 404)
    t.equal((await ask(user, { to: '2026-06-30T00:00:00+08:00' })).statusCode, 400, 'more than 92 days')
    t.equal((await ask(user, { to: '2026-03-03T00:00:00+08:00' })).statusCode, 400)
    t.equal((await ask(user, { places: '0' })).statusCode, 400)
    const { start: from, end: to } = { start: '2026-03-04T00:00:00Z', end: '2026-03-05T00:00:00Z' }
    t.equal((await user.get(`/availability?${String(new URLSearchParams({ from, to }))}`)).statusCode, 400)
  })
}

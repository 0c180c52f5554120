import t from 'tap'
import { instantText } from '../../src/contract/common.ts'
import { localDay, dayBounds } from '../../src/domain/zone.ts'
import { instant, plusSeconds, secondsPerDay } from '../../src/domain/units.ts'
import { ENGINES, withoutServer } from '../support/engines.ts'
import { aFleet, type Answer, type Fleet } from '../support/fleet.ts'
import { aLab, type Lab } from '../support/lab.ts'

const zone = 'Asia/Shanghai'
// Crowds take a while on a small machine; the default half minute is for single facts.
const timeout = 180_000
// Servers are processes with clocks of their own, so that these tests live in the present.
const now = instant(Math.floor(performance.timeOrigin))
const midnight = dayBounds(zone, localDay(zone, plusSeconds(now, 2 * secondsPerDay))).start
const yearAhead = {
  start: instantText(plusSeconds(midnight, -10 * secondsPerDay), zone),
  end: instantText(plusSeconds(midnight, 355 * secondsPerDay), zone),
}

const hour = (count: number) => instantText(plusSeconds(midnight, count * 3600), zone)
const times = <Result>(count: number, make: (index: number) => Result) =>
  Array.from({ length: count }, (_, i) => make(i))
const accepted = (answers: readonly Answer[]) => answers.filter(answer => answer.status < 300)
const refused = (answers: readonly Answer[]) => answers.filter(answer => answer.status >= 300)
const firstCodes = (answers: readonly Answer[]) =>
  new Set(answers.map(answer => answer.body.refusals[0]?.code))

const slot = { start: hour(9), end: hour(13) }

const heldSeconds = async (lab: Lab) => {
  const lots = await lab.context.db.read.q.select().from(lab.context.db.read.t.lots)
  return lots.reduce((sum, lot) => sum + lot.held, 0)
}

/** Whatever was raced for: no two live bookings of one instrument touch, turnaround included. */
const overlaps = async (lab: Lab) => {
  const { q, t: tables } = lab.context.db.read
  const rows = await q.select().from(tables.bookings)
  const live = rows.filter(row => row.live)
  return live.filter(a =>
    live.some(
      b =>
        a.id < b.id &&
        a.instrumentId === b.instrumentId &&
        a.start < b.occupiedUntil &&
        b.start < a.occupiedUntil,
    ),
  ).length
}

const rivals = (lab: Lab, count: number) => Promise.all(times(count, () => lab.anotherResearcher()))

const bookAll = (fleet: Fleet, people: readonly { personId: string }[], body: object) =>
  Promise.all(people.map(each => fleet.post(each.personId, '/bookings', body)))

t.setTimeout(600_000)

for (const engine of ENGINES) {
  const skip = withoutServer(engine)

  t.test(
    `${engine}: 200 want one slot on a pool of 20; 20 get it, the others are spread`,
    { skip, timeout },
    async t => {
      const instruments = times(20, index => `质谱仪${index + 1}`)
      const lab = await aLab(t, engine, {
        now,
        instruments,
        pool: 'one',
        quota: 'tracked',
        period: yearAhead,
      })
      const fleet = await aFleet(t, lab.context)
      const people = await rivals(lab, 200)
      const answers = await bookAll(fleet, people, { poolId: lab.poolId, ...slot })
      const won = accepted(answers)
      t.equal(won.length, 20)
      t.equal(new Set(won.map(answer => answer.body.instrumentId)).size, 20, 'each on a unit of its own')
      t.strictSame(firstCodes(refused(answers)), new Set(['slot-taken']))
      t.ok(refused(answers).every(answer => answer.status === 409))
      t.ok(refused(answers).every(answer => (answer.body.alternatives?.length ?? 0) >= 3))
      t.equal(await heldSeconds(lab), 20 * 4 * 3600, 'losers hold nothing')

      const losers = answers.flatMap((answer, index) => (answer.status === 409 ? [index] : []))
      const second = await Promise.all(
        losers.map(index => {
          const first = answers[index]?.body.alternatives?.[0]
          return fleet.post(people[index]?.personId ?? '', '/bookings', { ...first })
        }),
      )
      const share = accepted(second).length / losers.length
      t.comment(`${Math.round(share * 100)} % of the losers got their first alternative`)
      t.ok(share >= 0.8)
      t.equal(await overlaps(lab), 0)
    },
  )

  t.test(`${engine}: fifty want the same slot, one gets it`, { skip, timeout }, async t => {
    const lab = await aLab(t, engine, { now, quota: 'enforced', projectHours: 400, period: yearAhead })
    const fleet = await aFleet(t, lab.context)
    const answers = await bookAll(fleet, await rivals(lab, 50), { instrumentId: lab.instrumentId(), ...slot })
    t.equal(accepted(answers).length, 1)
    t.strictSame(firstCodes(refused(answers)), new Set(['slot-taken']))
    t.equal(await heldSeconds(lab), 4 * 3600, 'one hold')
  })

  t.test(
    `${engine}: fifty move their bookings into the same slot, one gets it`,
    { skip, timeout },
    async t => {
      const lab = await aLab(t, engine, { now, quota: 'tracked', period: yearAhead })
      const fleet = await aFleet(t, lab.context)
      const people = await rivals(lab, 50)
      const own = await Promise.all(
        people.map((each, index) =>
          fleet.post(each.personId, '/bookings', {
            instrumentId: lab.instrumentId(),
            start: hour(24 + index),
            end: hour(25 + index),
          }),
        ),
      )
      t.equal(accepted(own).length, 50)
      const moved = await Promise.all(
        people.map((each, index) =>
          fleet.post(each.personId, `/bookings/${own[index]?.body.id}/rescheduling`, {
            start: hour(9),
            end: hour(10),
          }),
        ),
      )
      t.equal(accepted(moved).length, 1)
      t.strictSame(firstCodes(refused(moved)), new Set(['slot-taken']))
      t.equal(await heldSeconds(lab), 50 * 3600, 'every booking still has its one hold')
      t.equal(await overlaps(lab), 0)
    },
  )

  t.test(
    `${engine}: one extends into the hour that others book; one side wins`,
    { skip, timeout },
    async t => {
      const lab = await aLab(t, engine, { now, quota: 'tracked', period: yearAhead })
      const fleet = await aFleet(t, lab.context)
      const [owner, ...others] = await rivals(lab, 26)
      const instrumentId = lab.instrumentId()
      const own = await fleet.post(owner?.personId ?? '', '/bookings', {
        instrumentId,
        start: hour(8),
        end: hour(9),
      })
      const extension = () =>
        fleet.post(owner?.personId ?? '', `/bookings/${own.body.id}/extension`, { end: hour(10) })
      const wanted = { instrumentId, start: hour(9), end: hour(10) }
      const answers = await Promise.all([
        extension(),
        ...others.map(each => fleet.post(each.personId, '/bookings', wanted)),
      ])
      t.equal(accepted(answers).length, 1)
      t.equal(await heldSeconds(lab), 2 * 3600)
      t.equal(await overlaps(lab), 0)
    },
  )

  t.test(
    `${engine}: fifty extend into the last free place of a shared instrument, one gets it`,
    { skip, timeout },
    async t => {
      const lab = await aLab(t, engine, { now, quota: 'tracked', period: yearAhead, capacity: 50 })
      const fleet = await aFleet(t, lab.context)
      const people = await rivals(lab, 50)
      const instrumentId = lab.instrumentId()
      const own = await bookAll(fleet, people, { instrumentId, start: hour(8), end: hour(9) })
      t.equal(accepted(own).length, 50)
      const crowd = { instrumentId, start: hour(9), end: hour(10), places: 49 }
      const { personId } = lab.member.researcher
      t.equal((await fleet.post(personId, '/bookings', crowd)).status, 201)
      const extended = await Promise.all(
        people.map((each, index) =>
          fleet.post(each.personId, `/bookings/${own[index]?.body.id}/extension`, { end: hour(10) }),
        ),
      )
      t.equal(accepted(extended).length, 1)
      t.strictSame(firstCodes(refused(extended)), new Set(['capacity-exceeded']))
      t.equal(await heldSeconds(lab), (50 + 49 + 1) * 3600, 'one more hour is held')
    },
  )

  t.test(
    `${engine}: twenty approve and twenty reject one request; one decides`,
    { skip, timeout },
    async t => {
      const rules = { approval: 'staff' } as const
      const lab = await aLab(t, engine, { now, quota: 'tracked', period: yearAhead, rules })
      const fleet = await aFleet(t, lab.context)
      const { personId } = lab.member.researcher
      const request = await fleet.post(personId, '/bookings', { instrumentId: lab.instrumentId(), ...slot })
      const decide = (noun: string) => () =>
        fleet.post(lab.labManager.personId, `/bookings/${request.body.id}/${noun}`, { reason: 'race' })
      const answers = await Promise.all([...times(20, decide('approval')), ...times(20, decide('rejection'))])
      t.equal(accepted(answers).length, 1)
      t.strictSame(firstCodes(refused(answers)), new Set(['wrong-state']))
      t.ok([0, 4 * 3600].includes(await heldSeconds(lab)), 'the hold was kept or released, once')
    },
  )

  t.test(
    `${engine}: a hundred want the last ten hours of a quota; exactly ten fit`,
    { skip, timeout },
    async t => {
      const instruments = times(100, index => `qPCR${index + 1}`)
      const lab = await aLab(t, engine, {
        now,
        instruments,
        quota: 'enforced',
        projectHours: 10,
        period: yearAhead,
      })
      const fleet = await aFleet(t, lab.context)
      const people = await rivals(lab, 100)
      const answers = await Promise.all(
        people.map((each, index) =>
          fleet.post(each.personId, '/bookings', {
            instrumentId: lab.instrumentId(instruments[index] ?? ''),
            start: hour(9),
            end: hour(10),
          }),
        ),
      )
      t.equal(accepted(answers).length, 10)
      t.strictSame(firstCodes(refused(answers)), new Set(['quota-exhausted']))
      t.equal((await lab.balance()).available, 0)
      t.equal(await heldSeconds(lab), 10 * 3600)
    },
  )
}

import t from 'tap'
import { type WireStatement, statementFromWire } from '../../src/contract/accounts.ts'
import { verifyStatement } from '../../src/domain/ledger/statement.ts'
import { type Instant, plusSeconds } from '../../src/domain/units.ts'
import { formatInstant } from '../../src/domain/zone.ts'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { type Asking, anAppOn } from '../support/http.ts'
import { aLab, type Lab } from '../support/lab.ts'

const members = 27
const fortyHours = 40 * 3_600
const cyclers = ['qPCR 1', 'qPCR 2', 'qPCR 3', 'qPCR 4', 'qPCR 5', 'qPCR 6', 'qPCR 7', 'qPCR 8', 'qPCR 9']

/** The pool of the quarter: 27 members of 40 h each, on nine machines of one of them. */
const aQuarter = (t: Parameters<typeof aLab>[0], engine: Parameters<typeof aLab>[1]) =>
  aLab(t, engine, { members, pooled: true, reserveHours: members * 40, instruments: cyclers })

/** Every member books forty hours: three rounds over the nine machines. */
async function bookEverything(lab: Lab) {
  const bookings = []
  for (const [index, { researcher }] of lab.members.entries()) {
    const round = Math.floor(index / cyclers.length)
    const start = plusSeconds(at('2026-03-03T00:00+08:00'), round * 2 * 86_400)
    const instrument = cyclers[index % cyclers.length]
    const end = plusSeconds(start, fortyHours)
    bookings.push(await lab.book({ start, end, by: researcher, ...(instrument && { instrument }) }))
  }
  return bookings
}

const accountsOf = async (asking: Asking, lab: Lab) =>
  (await asking.get(`/accounts?ledgerId=${lab.ledgerId}`)).json<{
    items: { id: string; view: string; lots: object[] }[]
  }>().items

const idIn = (reply: Reply) => reply.json<{ id: string }>().id

type Reply = Awaited<ReturnType<Asking['get']>>

const wire = (instant: Instant) => formatInstant('Asia/Shanghai', instant)

for (const engine of ENGINES) {
  t.test(
    `${engine}: reagents: 1,080 h are the members', half an hour more is granted or refused`,
    async t => {
      const lab = await aQuarter(t, engine)
      const { as } = await anAppOn(t, lab.context)
      await bookEverything(lab)
      t.match(await lab.balance('reserve', lab.allianceId), {
        granted: 3_888_000,
        held: 3_888_000,
        available: 0,
      })
      const asked = {
        instrumentId: lab.instrumentId(),
        start: '2026-03-20T09:00:00+08:00',
        end: '2026-03-20T09:30:00+08:00',
      }
      const researcher = as(lab.member.researcher.personId)
      const refused = await researcher.post('/bookings', asked)
      t.match(
        { status: refused.statusCode, ...refused.json() },
        {
          status: 409,
          type: '/problems/quota-exhausted',
          refusals: [
            { code: 'quota-exhausted', needed: 1_800, available: 0, unit: 'second', periodId: lab.periodId },
          ],
        },
        'this would make 1,080.5 h',
      )
      const granted = await as(lab.allianceAdmin.personId).post('/grants', {
        ledgerId: lab.ledgerId,
        reason: '季度追加 60 小时',
        lines: [{ to: { kind: 'reserve', id: lab.allianceId }, amount: 60 * 3_600 }],
      })
      t.equal(granted.statusCode, 201)
      const booked = await researcher.post('/bookings', asked)
      t.equal(booked.statusCode, 201)
      t.match(await lab.balance('reserve', lab.allianceId), { granted: 4_104_000, held: 3_889_800 })

      const { q, t: tables } = lab.context.db.read
      const audit = await q.select().from(tables.audit)
      const lineOf = (nounId: string) => audit.find(line => line.nounId === nounId)
      t.match(lineOf(idIn(granted)), {
        verb: 'grant',
        actorId: lab.allianceAdmin.personId,
        actedAs: 'alliance-admin',
        reason: '季度追加 60 小时',
      })
      t.match(lineOf(idIn(booked)), { verb: 'book', actorId: lab.member.researcher.personId })
    },
  )

  t.test(`${engine}: reagents: neither member nor chair learns what a competitor booked`, async t => {
    const lab = await aQuarter(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const bookings = await bookEverything(lab)
    const [first, second] = lab.members
    const own = bookings[1]
    const secrets = bookings
      .filter(booking => booking !== own)
      .flatMap(booking => [booking.id, booking.personId, booking.institutionId, booking.projectId ?? '-'])
    const tells = (text: string) => secrets.filter(secret => text.includes(secret))

    const rival = as(second?.admin.personId ?? '')
    const accounts = await accountsOf(rival, lab)
    t.match(accounts, [{ view: 'share', lots: [{ held: fortyHours, granted: null, available: null }] }])
    const told = await rival.get(`/accounts/${accounts[0]?.id}/statement`)
    t.strictSame(tells(told.body), [])
    const statement: WireStatement = told.json()
    t.match(
      statement.rows.filter(row => 'salt' in row),
      [{ bookingId: own?.id, amount: fortyHours }],
    )
    t.notOk(
      statement.rows.some(row => !('salt' in row) && Object.keys(row).length > 2),
      'digests and numbers',
    )
    t.strictSame(verifyStatement(statementFromWire(statement)), [], 'and yet it can be proved')
    const times = bookings.filter(booking => booking.start !== own?.start).map(booking => wire(booking.start))
    t.notOk(
      times.some(time => told.body.includes(time)),
      'no time of day of a competitor',
    )

    const chair = as(lab.allianceAdmin.personId)
    const seen = await accountsOf(chair, lab)
    t.match(seen, [
      { view: 'closed-months', lots: [{ granted: 3_888_000, held: null, available: null, used: 0 }] },
    ])
    const toChair = await chair.get(`/accounts/${seen[0]?.id}/statement`)
    t.strictSame(
      [...tells(toChair.body), own?.id ?? ''].filter(secret => toChair.body.includes(secret)),
      [],
    )
    const outsider = as(first?.researcher.personId ?? '')
    t.strictSame(await accountsOf(outsider, lab), [], 'a researcher sees own project accounts only')
  })
}

import { strict as assert } from 'node:assert'
import t from 'tap'
import { statementFromWire, type WireStatement } from '../../src/contract/accounts.ts'
import { joinStatements, verifyStatement } from '../../src/domain/ledger/statement.ts'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import { headOf } from '../../src/store/ledger/seals.ts'
import { at } from '../support/clock.ts'
import { ENGINES } from '../support/engines.ts'
import { type Asking, anAppOn } from '../support/http.ts'
import { aLab } from '../support/lab.ts'

interface WireAccount {
  readonly id: string
  readonly holderKind: string
  readonly holderId: string
  readonly holderName: string | null
  readonly view: string
  readonly lots: readonly Record<string, unknown>[]
}

const accountsOf = async (asking: Asking, ledgerId: string) =>
  (await asking.get(`/accounts?ledgerId=${ledgerId}`)).json<{ items: WireAccount[] }>().items

/** Every page of a statement, two rows at a time. */
async function pagesOf(asking: Asking, accountId: string): Promise<WireStatement[]> {
  const pages: WireStatement[] = []
  for (let afterSeq: number | null = 0; afterSeq !== null;) {
    const reply = await asking.get(`/accounts/${accountId}/statement?limit=2&afterSeq=${afterSeq}`)
    const page: WireStatement = reply.json()
    pages.push(page)
    afterSeq = page.nextSeq
  }
  return pages
}

for (const engine of ENGINES) {
  t.test(
    `${engine}: an alliance's admin opens a ledger and a period and grants; a member passes it on`,
    async t => {
      const lab = await aLab(t, engine)
      const { as } = await anAppOn(t, lab.context)
      const chair = as(lab.allianceAdmin.personId)
      const made = await chair.post('/ledgers', { allianceId: lab.allianceId, resourceClass: 'nmr' })
      t.match(
        { status: made.statusCode, ...made.json() },
        { status: 201, unit: 'second', pooled: false, zone: 'Asia/Shanghai' },
      )
      const { id: ledgerId } = made.json<{ id: string }>()
      const twice = await chair.post('/ledgers', { allianceId: lab.allianceId, resourceClass: 'nmr' })
      t.match(
        { status: twice.statusCode, ...twice.json() },
        { status: 409, type: '/problems/already-exists' },
      )

      const dates = { startsOn: '2026-01-01', endsOn: '2026-03-31' }
      const opened = await chair.post(`/ledgers/${ledgerId}/periods`, { name: '2026Q1', ...dates })
      t.match(opened.json(), {
        start: '2026-01-01T00:00:00+08:00',
        end: '2026-04-01T00:00:00+08:00',
        state: 'open',
      })
      const overlapping = { name: 'overlapping', startsOn: '2026-03-31', endsOn: '2026-04-30' }
      t.match((await chair.post(`/ledgers/${ledgerId}/periods`, overlapping)).json(), {
        type: '/problems/already-exists',
      })
      const next = { name: '2026Q2', startsOn: '2026-04-01', endsOn: '2026-06-30' }
      t.equal(
        (await chair.post(`/ledgers/${ledgerId}/periods`, next)).statusCode,
        201,
        'the day after is free',
      )

      const reserve = { kind: 'reserve', id: lab.allianceId }
      const institution = { kind: 'institution', id: lab.member.institutionId }
      const project = { kind: 'project', id: lab.member.projectId }
      const granted = await chair.post('/grants', {
        ledgerId,
        documentNumber: '示例〔2026〕1号',
        lines: [
          { to: reserve, amount: 1_080_000 },
          { from: reserve, to: institution, amount: 720_000 },
        ],
      })
      t.equal(granted.statusCode, 201)
      t.equal(granted.json<{ transfers: object[] }>().transfers.length, 2)
      const onward = { ledgerId, lines: [{ from: institution, to: project, amount: 216_000 }] }
      t.equal(
        (await chair.post('/grants', onward)).statusCode,
        403,
        'what is within a member is its own affair',
      )
      const admin = as(lab.member.admin.personId)
      t.match((await admin.post('/grants', onward)).json(), {
        transfers: [{ kind: 'suballocate', amount: 216_000 }],
      })
      const tooMuch = { ledgerId, lines: [{ from: institution, to: project, amount: 504_001 }] }
      const refused = await admin.post('/grants', tooMuch)
      t.match(
        { status: refused.statusCode, ...refused.json() },
        {
          status: 409,
          type: '/problems/quota-exhausted',
          refusals: [{ needed: 504_001, available: 504_000, unit: 'second' }],
        },
      )
      const seen = await accountsOf(admin, ledgerId)
      const byKind = Object.fromEntries(seen.map(each => [each.holderKind, each]))
      t.match(byKind, {
        reserve: { view: 'share', lots: [{ granted: null, available: null }] },
        institution: { view: 'whole', lots: [{ granted: 504_000, available: 504_000 }] },
        project: { view: 'whole', lots: [{ granted: 216_000, available: 216_000, held: 0 }] },
      })
    },
  )

  t.test(`${engine}: the periods of a ledger are listed newest first, and none is left out`, async t => {
    const lab = await aLab(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const chair = as(lab.allianceAdmin.personId)
    const opening = async (year: number) => {
      const dates = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` }
      await chair.post(`/ledgers/${lab.ledgerId}/periods`, { name: `${year}`, ...dates })
    }
    for (const year of [2028, 2025, 2027]) await opening(year)
    const newestFirst = ['2028', '2027', '2026Q1', '2025']
    const shown = (await chair.get(`/ledgers/${lab.ledgerId}`)).json<{ periods: { name: string }[] }>()
    t.strictSame(
      shown.periods.map(each => each.name),
      newestFirst,
    )
    const listed: string[] = []
    for (let cursor = ''; ;) {
      const page = await chair.get(`/ledgers/${lab.ledgerId}/periods?limit=3${cursor}`)
      const { items, nextCursor } = page.json<{ items: { name: string }[]; nextCursor: string | null }>()
      listed.push(...items.map(each => each.name))
      if (nextCursor === null) break
      cursor = `&cursor=${nextCursor}`
    }
    t.strictSame(listed, newestFirst)
    t.equal(
      (await as(lab.member.researcher.personId).get(`/ledgers/${lab.ledgerId}/periods`)).statusCode,
      200,
    )
    const stranger = await lab.holding('lab-manager', 'institution', 'ins_none')
    t.equal((await as(stranger.personId).get(`/ledgers/${lab.ledgerId}/periods`)).statusCode, 404)
  })

  t.test(`${engine}: a member proves its statement offline and learns nothing of a rival`, async t => {
    const lab = await aLab(t, engine, { instruments: ['one', 'two'] })
    const [ours, rival] = lab.members
    assert(ours !== undefined && rival !== undefined)
    const { as } = await anAppOn(t, lab.context)
    await lab.book({ ...lab.slot('09:00/11:00'), instrument: 'one' })
    const theirs = await lab.book({ ...lab.slot('09:00/12:30'), instrument: 'two', by: rival.researcher })
    await lab.book({ ...lab.slot('13:00/15:00'), instrument: 'one' })

    const researcher = as(ours.researcher.personId)
    const seen = await accountsOf(researcher, lab.ledgerId)
    t.match(seen, [{ holderId: ours.projectId, view: 'whole', lots: [{ held: 14_400 }] }])
    t.equal(seen.length, 1, 'the own project only')
    const accountId = seen[0]?.id ?? ''
    const pages = await pagesOf(researcher, accountId)
    t.ok(pages.length > 2, 'it comes in pages')
    const statement = joinStatements(pages.map(statementFromWire))
    t.strictSame(verifyStatement(statement), [], 'it proves itself')
    t.strictSame(statement.head, await headOf(lab.context.db.read, lab.ledgerId))
    const text = JSON.stringify(pages)
    for (const secret of [theirs.id, rival.projectId, rival.researcher.personId, '12600']) {
      t.notOk(text.includes(secret), 'nothing of the rival')
    }
    const hidden = statement.rows.filter(row => !('salt' in row))
    t.equal(hidden.length, 3, 'the mint, the grant to the rival and the hold of its booking')
    t.ok(hidden.every(row => Object.keys(row).toSorted().join() === 'digest,seq'))

    const rivals = as(rival.researcher.personId)
    t.equal((await rivals.get(`/accounts/${accountId}`)).statusCode, 404)
    t.equal((await rivals.get(`/accounts/${accountId}/statement`)).statusCode, 404)
    t.equal((await as(rival.admin.personId).get(`/accounts/${accountId}`)).statusCode, 404)
    t.match((await as(ours.admin.personId).get(`/accounts/${accountId}`)).json(), { view: 'whole' })
  })

  t.test(`${engine}: a period that nothing is granted for ends earlier`, async t => {
    const lab = await aLab(t, engine)
    const { as } = await anAppOn(t, lab.context)
    const chair = as(lab.allianceAdmin.personId)
    const periods = `/ledgers/${lab.ledgerId}/periods`
    const year = { name: '2027', startsOn: '2027-01-01', endsOn: '2027-12-31' }
    const { id } = (await chair.post(periods, year)).json<{ id: string }>()
    const ended = await chair.post(`${periods}/${id}/end`, { endsOn: '2027-03-31' })
    t.match({ status: ended.statusCode, ...ended.json() }, { status: 200, end: '2027-04-01T00:00:00+08:00' })
    const refused = await chair.post(`${periods}/${lab.periodId}/end`, { endsOn: '2026-03-15' })
    t.match(refused.json(), {
      refusals: [{ code: 'invalid-value', field: 'endsOn', fault: 'granted-to-its-end' }],
    })
    const outsider = as(lab.member.researcher.personId)
    t.equal((await outsider.post(`${periods}/${id}/end`, { endsOn: '2027-02-28' })).statusCode, 403)
  })

  t.test(
    `${engine}: chair and secretariat see closed months, an auditor everything and is seen looking`,
    async t => {
      const lab = await aLab(t, engine, { now: at('2026-02-27T08:00+08:00') })
      const { as } = await anAppOn(t, lab.context)
      const booking = await lab.book(lab.slot('09:00/11:00', '2026-02-27'))
      lab.clock.advance(4 * 3_600)
      await sweepBookings(lab.context)
      await lab.book(lab.slot('09:00/10:00', '2026-02-28'))
      const chair = as(lab.allianceAdmin.personId)
      const ofProject = async (asking: Asking) =>
        (await accountsOf(asking, lab.ledgerId)).find(each => each.holderId === lab.member.projectId)
      const running = await ofProject(chair)
      t.match(running, {
        view: 'closed-months',
        holderName: null,
        lots: [{ granted: 216_000, used: 0, held: null, available: null }],
      })
      lab.clock.advance(48 * 3_600)
      t.match(await ofProject(chair), { lots: [{ used: 7_200, held: null }] }, 'February is over')
      const told = await chair.get(`/accounts/${running?.id}/statement`)
      t.notOk(told.body.includes(booking.id), 'rows of bookings are digests')
      t.match(verifyStatement(statementFromWire(told.json())), [])

      t.match(await ofProject(as(lab.auditor.personId)), {
        view: 'whole',
        lots: [{ used: 7_200, held: 3_600 }],
      })
      const { q, t: tables } = lab.context.db.read
      const lines = await q.select().from(tables.audit)
      t.match(
        lines.filter(line => line.verb === 'look'),
        [{ actorId: lab.auditor.personId, noun: 'ledger', nounId: lab.ledgerId }],
      )
    },
  )
}

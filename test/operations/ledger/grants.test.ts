import t from 'tap'
import { type GrantLine, grantLinesMax, type QuotaHolder } from '../../../src/domain/ledger/granting.ts'
import { amount } from '../../../src/domain/units.ts'
import { grant, type GrantDraft } from '../../../src/operations/ledger/grant.ts'
import { createLedger, openPeriod } from '../../../src/operations/ledger/ledgers.ts'
import { reverse } from '../../../src/operations/ledger/reverse.ts'
import { type Actor, SYSTEM } from '../../../src/operations/perform.ts'
import { headOf } from '../../../src/store/ledger/seals.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { labRows } from '../../support/labRows.ts'
import { aSite, codesOf, day, refusalsOf } from '../site.ts'

const reserveOf = (lab: Lab): QuotaHolder => ({ kind: 'reserve', id: lab.allianceId })
const projectOf = (lab: Lab): QuotaHolder => ({ kind: 'project', id: lab.member.projectId })
const institutionOf = (lab: Lab): QuotaHolder => ({ kind: 'institution', id: lab.member.institutionId })
const units = (from: QuotaHolder | null, to: QuotaHolder, count: number): GrantLine => ({
  from,
  to,
  amount: amount(count),
})

const granting = (
  lab: Lab,
  lines: readonly GrantLine[],
  rest: Partial<GrantDraft> = {},
  by: Actor = lab.allianceAdmin,
) =>
  grant(lab.context, by, {
    ledgerId: lab.ledgerId,
    periodId: null,
    documentNumber: null,
    reason: null,
    lines,
    ...rest,
  })

const closePeriod = (lab: Lab) =>
  lab.context.db.transact(async tx => {
    await tx.q.update(tx.t.periods).set({ state: 'closed' })
  })

for (const engine of ENGINES) {
  t.test(`${engine}: lines of one batch are posted in order, all or none`, async t => {
    const lab = await aLab(t, engine, { projectHours: 0 })
    const [reserve, institution, project] = [reserveOf(lab), institutionOf(lab), projectOf(lab)]
    const { transfers } = await granting(lab, [units(null, reserve, 1_000), units(reserve, institution, 400)])
    t.match(transfers, [
      { kind: 'grant', sourceLotId: null, amount: 1_000 },
      { kind: 'grant', amount: 400 },
    ])
    t.match(await lab.balance('institution', institution.id), { granted: 400, available: 400 })
    const refused = granting(lab, [units(reserve, project, 500), units(reserve, institution, 101)])
    t.match(await refusalsOf(refused), [
      { code: 'quota-exhausted', needed: 101, available: 100, unit: 'second', periodId: lab.periodId },
    ])
    t.match(await lab.balance('reserve', lab.allianceId), { available: 600 }, 'the first line neither')
    await granting(lab, [units(reserve, project, 600)])
    t.match(await lab.balance('reserve', lab.allianceId), { granted: 0, available: 0 })
  })

  t.test(`${engine}: the same grant with one key is granted once`, async t => {
    const lab = await aLab(t, engine, { projectHours: 0 })
    const lines = [units(null, reserveOf(lab), 1_000)]
    const once = (fingerprint: string) => ({ ...lab.allianceAdmin, once: { key: 'grant-1', fingerprint } })
    const first = await granting(lab, lines, {}, once('a'))
    const again = await granting(lab, lines, {}, once('a'))
    t.equal(again.id, first.id)
    t.match(await lab.balance('reserve', lab.allianceId), { granted: 1_000 })
    t.strictSame(await codesOf(granting(lab, lines, {}, once('b'))), ['idempotency-mismatch'])
    const head = await headOf(lab.context.db.read, lab.ledgerId)
    await codesOf(granting(lab, [units(reserveOf(lab), projectOf(lab), 1_001)]))
    t.strictSame(await headOf(lab.context.db.read, lab.ledgerId), head, 'a refusal leaves nothing behind')
  })

  t.test(`${engine}: who may grant, and to whom`, async t => {
    const lab = await aLab(t, engine, { reserveHours: 10, projectHours: 0 })
    const [reserve, institution, project] = [reserveOf(lab), institutionOf(lab), projectOf(lab)]
    const { admin, researcher } = lab.member
    const toProject = [units(reserve, project, 1)]
    t.strictSame(await codesOf(granting(lab, toProject, {}, researcher)), ['not-allowed'])
    t.strictSame(await codesOf(granting(lab, toProject, {}, admin)), ['not-allowed'])
    await granting(lab, [units(reserve, institution, 100)])
    const within = [units(institution, project, 40)]
    t.strictSame(await codesOf(granting(lab, within)), ['not-allowed'], 'within a member, its own admin')
    const rival = lab.members[1]
    t.strictSame(await codesOf(granting(lab, within, {}, rival?.admin)), ['not-allowed'])
    t.match((await granting(lab, within, {}, admin)).transfers, [{ kind: 'suballocate', amount: 40 }])
    const away = [units(institution, { kind: 'project', id: rival?.projectId ?? '' }, 1)]
    t.match(await refusalsOf(granting(lab, away, {}, admin)), [
      { field: 'lines/0/to', fault: 'outside-institution' },
    ])
    const backwards = [units(project, institution, 1), units(null, project, 1), units(reserve, project, 0)]
    t.match(await refusalsOf(granting(lab, backwards)), [
      { field: 'lines/0/to', fault: 'not-a-receiver' },
      { field: 'lines/1/to', fault: 'not-a-receiver' },
      { field: 'lines/2/amount', fault: 'out-of-range' },
    ])
    t.strictSame(await codesOf(granting(lab, [])), ['invalid-value'])
    const otherReserve = [units(null, { kind: 'reserve', id: 'all_other' }, 1)]
    t.strictSame(await codesOf(granting(lab, otherReserve)), ['ledger-mismatch'])
  })

  t.test(`${engine}: a grant is for members on the period's days`, async t => {
    const lab = await aLab(t, engine, { reserveHours: 10, projectHours: 0 })
    const outsider = await lab.context.db.transact(tx =>
      labRows(tx, lab.context.newId).institution('局外单位'),
    )
    const toOutsider = [units(reserveOf(lab), { kind: 'institution', id: outsider }, 1)]
    t.strictSame(await refusalsOf(granting(lab, toOutsider)), [
      { code: 'not-a-member', allianceId: lab.allianceId, on: '2026-01-01', line: 0 },
    ])
    const external = [units(reserveOf(lab), { kind: 'external', id: outsider }, 1)]
    t.match((await granting(lab, external)).transfers, [{ amount: 1 }], 'an external holder need not be one')
    await lab.context.db.transact(async tx => {
      const row = {
        allianceId: lab.allianceId,
        institutionId: outsider,
        right: 'full',
        version: 1,
        createdAt: at('2026-01-01'),
      }
      await tx.q
        .insert(tx.t.memberships)
        .values({ ...row, id: 'mem_late', startsOn: day('2026-03-31'), endsOn: null })
    })
    t.match((await granting(lab, toOutsider)).transfers, [{ amount: 1 }], 'a member on its last day')
  })

  t.test(`${engine}: the period must be there, of this ledger and open`, async t => {
    const lab = await aLab(t, engine, { reserveHours: 10, projectHours: 0 })
    const lines = [units(null, reserveOf(lab), 1)]
    const other = await createLedger(lab.context, lab.allianceAdmin, {
      allianceId: lab.allianceId,
      resourceClass: 'animal-room',
      unit: 'day',
      pooled: false,
    })
    const foreign = { ledgerId: other.id, periodId: lab.periodId }
    t.strictSame(await refusalsOf(granting(lab, lines, foreign)), [
      { code: 'ledger-mismatch', expected: other.id, given: lab.ledgerId },
    ])
    t.strictSame(await refusalsOf(granting(lab, lines, { ledgerId: other.id })), [
      { code: 'no-period', at: lab.clock.now() },
    ])
    t.strictSame(await codesOf(granting(lab, lines, { periodId: 'prd_none' })), ['not-found'])
    await closePeriod(lab)
    t.strictSame(await refusalsOf(granting(lab, lines)), [{ code: 'period-closed', periodId: lab.periodId }])
  })

  t.test(`${engine}: periods follow one another by the ledger's clock`, async t => {
    const lab = await aLab(t, engine)
    const opening = (startsOn: string, endsOn: string, by: Actor = lab.allianceAdmin) =>
      openPeriod(lab.context, by, {
        ledgerId: lab.ledgerId,
        name: 'x',
        startsOn: day(startsOn),
        endsOn: day(endsOn),
      })
    t.strictSame(await codesOf(opening('2026-03-31', '2026-06-30')), ['already-exists'])
    t.strictSame(await codesOf(opening('2026-06-30', '2026-04-01')), ['invalid-value'])
    t.strictSame(await codesOf(opening('2026-04-01', '2026-06-30', lab.member.admin)), ['not-allowed'])
    t.match(await opening('2026-04-01', '2026-04-01'), {
      startsAt: at('2026-04-01T00:00+08:00'),
      endsAt: at('2026-04-02T00:00+08:00'),
    })
    const races = await Promise.allSettled([
      opening('2026-05-01', '2026-05-31'),
      opening('2026-05-31', '2026-06-30'),
    ])
    t.equal(races.filter(race => race.status === 'fulfilled').length, 1, 'of two that overlap, one')
  })

  t.test(`${engine}: a grant is reversed by who granted it, as far as it is unspent`, async t => {
    const lab = await aLab(t, engine, { projectHours: 0 })
    const [reserve, institution, project] = [reserveOf(lab), institutionOf(lab), projectOf(lab)]
    const lines = [units(null, reserve, 1_000), units(reserve, institution, 400)]
    const [, granted] = (await granting(lab, lines)).transfers
    const onward = [units(institution, project, 300)]
    const [passedOn] = (await granting(lab, onward, {}, lab.member.admin)).transfers
    const reversing = (
      transferId = '',
      count: number | null = null,
      by: Actor = lab.allianceAdmin,
      reason = 'error',
    ) =>
      reverse(lab.context, by, {
        transferId,
        amount: count === null ? null : amount(count),
        replacement: null,
        reason,
      })
    t.match(await refusalsOf(reversing(granted?.id)), [
      { code: 'quota-exhausted', needed: 400, available: null, accountId: null },
    ])
    const tooMuch = granting(lab, [units(institution, project, 101)], {}, lab.member.admin)
    t.match(await refusalsOf(tooMuch), [
      { code: 'quota-exhausted', needed: 101, available: 100, accountId: /^acc_/u },
    ])
    t.strictSame(await codesOf(reversing(granted?.id, 50, lab.member.admin)), ['not-allowed'])
    t.strictSame(await codesOf(reversing(granted?.id, 50, lab.allianceAdmin, ' ')), ['reason-required'])
    await reversing(granted?.id, 50)
    t.match(await lab.balance('institution', institution.id), { granted: 50 })
    t.match(await lab.balance('reserve', lab.allianceId), { granted: 650 })
    t.strictSame(
      await codesOf(reversing(passedOn?.id)),
      ['not-allowed'],
      'what a member passed on, it takes back',
    )
    await reversing(passedOn?.id, null, lab.member.admin)
    t.match(await lab.balance('institution', institution.id), { granted: 350 })
    const rivals = await Promise.allSettled([reversing(granted?.id, 200), reversing(granted?.id, 200)])
    t.equal(
      rivals.filter(each => each.status === 'fulfilled').length,
      1,
      'two at once do not exceed the original',
    )
    t.strictSame(await codesOf(reversing('trf_none')), ['not-found'])
    const booking = await lab.context.db.read.q.select().from(lab.context.db.read.t.bookings)
    t.strictSame(booking, [])
    await closePeriod(lab)
    t.strictSame(await codesOf(reversing(granted?.id, 1)), ['period-closed'])
  })

  t.test(`${engine}: only what was posted is reversed, and only use is replaced`, async t => {
    const lab = await aLab(t, engine)
    await lab.book(lab.slot('10:00/11:00'))
    const { q, t: tables } = lab.context.db.read
    const rows = await q.select().from(tables.transfers)
    const reversing = (transferId: string, draft: { amount?: number; replacement?: number }) =>
      reverse(lab.context, lab.allianceAdmin, {
        transferId,
        amount: draft.amount === undefined ? null : amount(draft.amount),
        replacement: draft.replacement === undefined ? null : amount(draft.replacement),
        reason: 'error',
      })
    const hold = rows.find(row => row.op === 'hold')?.id ?? ''
    t.strictSame(await refusalsOf(reversing(hold, {})), [
      { code: 'wrong-state', state: 'hold', allowed: ['post', 'settle'] },
    ])
    const granted = rows.find(row => row.sourceLotId !== null && row.op === 'post')?.id ?? ''
    t.match(await refusalsOf(reversing(granted, { replacement: 1 })), [
      { field: 'replacement', fault: 'not-use' },
    ])
    t.match(await refusalsOf(reversing(granted, { amount: 0 })), [{ field: 'amount', fault: 'out-of-range' }])
  })

  t.test(`${engine}: a batch has its limit, and who has nothing gives nothing`, async t => {
    const lab = await aLab(t, engine, { reserveHours: 1, projectHours: 0 })
    const [reserve, institution, project] = [reserveOf(lab), institutionOf(lab), projectOf(lab)]
    const many = Array.from({ length: grantLinesMax + 1 }, () => units(reserve, institution, 1))
    t.match(await refusalsOf(granting(lab, many)), [{ field: 'lines', fault: 'too-many-values' }])
    const nothing = granting(lab, [units(institution, project, 1)], {}, lab.member.admin)
    t.match(await refusalsOf(nothing), [
      { code: 'quota-exhausted', needed: 1, available: 0, accountId: null },
    ])
  })

  t.test(`${engine}: what came out of the supply goes back there, as far as it is unspent`, async t => {
    const lab = await aLab(t, engine, { projectHours: 0 })
    const [minted] = (await granting(lab, [units(null, reserveOf(lab), 1_000)])).transfers
    const transferId = minted?.id ?? ''
    const reversal = { transferId, amount: amount(400), replacement: null, reason: 'error' }
    await reverse(lab.context, lab.allianceAdmin, reversal)
    t.match(await lab.balance('reserve', lab.allianceId), { granted: 600, available: 600 })
    await granting(lab, [units(reserveOf(lab), institutionOf(lab), 600)])
    t.match(await refusalsOf(reverse(lab.context, lab.allianceAdmin, { ...reversal, amount: null })), [
      { code: 'quota-exhausted', needed: 600, available: 0, unit: 'second', periodId: lab.periodId },
    ])
  })

  t.test(`${engine}: an alliance keeps one ledger for a class and unit`, async t => {
    const lab = await aLab(t, engine)
    const books = { allianceId: lab.allianceId, resourceClass: 'animal-room', unit: 'day' } as const
    const create = () => createLedger(lab.context, lab.allianceAdmin, { ...books, pooled: false })
    await create()
    t.match(await refusalsOf(create()), [{ code: 'already-exists', noun: 'ledger' }])
  })

  t.test(`${engine}: a period begins on a day that its zone has`, async t => {
    const { context, alliance } = await aSite(t, engine)
    const books = { resourceClass: 'animal-room', unit: 'day', pooled: false } as const
    const allianceId = await alliance({ zone: 'Pacific/Apia' })
    const { id: ledgerId } = await createLedger(context, SYSTEM, { ...books, allianceId })
    const opening = (startsOn: string) =>
      openPeriod(context, SYSTEM, { ledgerId, name: 'x', startsOn: day(startsOn), endsOn: day('2012-12-31') })
    t.match(await refusalsOf(opening('2011-12-30')), [{ field: 'startsOn', fault: 'no-such-day' }])
    t.match(await opening('2011-12-31'), { startsAt: at('2011-12-31T00:00+14:00') })
  })
}

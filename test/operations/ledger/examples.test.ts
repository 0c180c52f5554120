import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { amount, type Seconds } from '../../../src/domain/units.ts'
import { checkIn, checkOut, markNoShow } from '../../../src/operations/bookings/attendance.ts'
import { cancel } from '../../../src/operations/bookings/cancel.ts'
import { countReuses } from '../../../src/operations/bookings/reuse.ts'
import { grant } from '../../../src/operations/ledger/grant.ts'
import { reverse } from '../../../src/operations/ledger/reverse.ts'
import type { BookingRow } from '../../../src/store/bookings/rows.ts'
import { transfersOfBooking } from '../../../src/store/ledger/transfers.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'

/** The worked examples of the quota ledger: a project with 60 h = 216,000 s in the first quarter of 2026. */
const attended: Partial<PolicyRules> = {
  attendance: 'check-in',
  chargeFrom: 'check-in',
  cancelWindowSeconds: 0 as Seconds,
}

/** Uses a booking from its start for so many seconds. */
async function use(lab: Lab, booking: BookingRow, seconds: number) {
  lab.clock.moveTo(booking.start)
  const begun = await checkIn(lab.context, lab.member.researcher, { bookingId: booking.id, version: null })
  lab.clock.advance(seconds)
  return checkOut(lab.context, lab.member.researcher, { bookingId: begun.id, version: null, samples: null })
}

const usedRowOf = async (lab: Lab, booking: BookingRow) => {
  const rows = await transfersOfBooking(lab.context.db.read, booking.id)
  return rows.find(row => row.op === 'settle')?.id ?? ''
}

for (const engine of ENGINES) {
  t.test(`${engine}: example 2, four hours held, three hours and ten minutes used`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    const booking = await lab.book(lab.slot('10:00/14:00'))
    t.match(await lab.balance(), { held: 14_400, available: 201_600 })
    await use(lab, booking, 11_400)
    t.match(
      await lab.balance(),
      { held: 0, used: 11_700, available: 204_300 },
      'billed in steps of 15 minutes',
    )
  })

  t.test(`${engine}: example 3, the second of two bookings of forty hours finds too little`, async t => {
    const lab = await aLab(t, engine, { instruments: ['one', 'two'], rules: attended })
    const spent = await lab.book(lab.slot('10:00/14:00'))
    await use(lab, spent, 11_400)
    const forty = { start: at('2026-03-10T00:00+08:00'), end: at('2026-03-11T16:00+08:00') }
    const first = await lab.book({ ...forty, instrument: 'one' })
    t.match(await lab.balance(), { available: 60_300 })
    const before = await lab.lotsOf('project', lab.member.projectId)
    t.match(await refusalsOf(lab.book({ ...forty, instrument: 'two' })), [
      { code: 'quota-exhausted', needed: 144_000, available: 60_300, unit: 'second', periodId: lab.periodId },
    ])
    t.strictSame(await lab.lotsOf('project', lab.member.projectId), before, 'nothing moved')
    await cancel(lab.context, lab.member.researcher, { bookingId: first.id, version: null, reason: null })
    t.match(await lab.balance(), { held: 0, available: 204_300 })
  })

  t.test(`${engine}: example 4, an over-run is paid by what the project still has`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    await use(lab, await lab.book(lab.slot('10:00/14:00')), 11_400)
    const booking = await lab.book(lab.slot('09:00/11:00', '2026-03-05'))
    t.match(await lab.balance(), { held: 7_200 })
    await use(lab, booking, 10_200)
    t.match(await lab.balance(), { held: 0, used: 11_700 + 10_800, available: 193_500 })
    const rows = await transfersOfBooking(lab.context.db.read, booking.id)
    const charged = rows.filter(row => row.op !== 'hold').map(row => [row.op, row.kind, row.amount])
    t.strictSame(new Set(charged.map(String)), new Set(['settle,use,7200', 'post,overrun,3600']))
  })

  t.test(`${engine}: example 4, with too little left the rest is owed and repaid first`, async t => {
    const projectHours = 8_200 / 3_600
    const lab = await aLab(t, engine, { rules: attended, projectHours, reserveHours: 10 })
    await use(lab, await lab.book(lab.slot('09:00/11:00', '2026-03-05')), 10_200)
    const lots = await lab.lotsOf('project', lab.member.projectId)
    t.strictSame(
      lots.map(lot => [lot.kind, lot.used]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      [
        ['base', 8_200],
        ['debt', 2_600],
      ],
      '1,000 from the project, 2,600 owed',
    )
    await grant(lab.context, lab.allianceAdmin, {
      ledgerId: lab.ledgerId,
      periodId: null,
      documentNumber: '示例〔2026〕4号',
      reason: null,
      lines: [
        {
          from: { kind: 'reserve', id: lab.allianceId },
          to: { kind: 'project', id: lab.member.projectId },
          amount: amount(36_000),
        },
      ],
    })
    t.match(await lab.balance(), { available: 33_400 }, 'the next grant repays the debt first')
    const after = await lab.lotsOf('project', lab.member.projectId)
    t.match(
      after.find(lot => lot.kind === 'debt'),
      { granted: 2_600, used: 2_600 },
    )
  })

  t.test(`${engine}: example 5, a no-show whose second hour someone else had forfeits one hour`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    await use(lab, await lab.book(lab.slot('10:00/14:00')), 11_400)
    await use(lab, await lab.book(lab.slot('09:00/11:00', '2026-03-05')), 10_200)
    const missed = await lab.book(lab.slot('09:00/11:00', '2026-03-06'))
    lab.clock.moveTo(at('2026-03-06T09:30+08:00'))
    await markNoShow(lab.context, lab.labManager, { bookingId: missed.id, version: null })
    t.match(await lab.balance(), { forfeited: 7_200, held: 0, available: 186_300 })
    const other = lab.members[1]?.researcher
    await lab.book({ ...lab.slot('10:00/11:00', '2026-03-06'), ...(other && { by: other }) })
    t.equal(await countReuses(lab.context), 0, 'its time still runs')
    lab.clock.moveTo(at('2026-03-06T11:00+08:00'))
    t.equal(await countReuses(lab.context), 1)
    t.match(await lab.balance(), { forfeited: 3_600, available: 189_900 })
    t.equal(await countReuses(lab.context), 0, 'counted once')
  })

  t.test(`${engine}: example 6, use recorded wrongly is reversed and written anew`, async t => {
    const lab = await aLab(t, engine, { rules: attended })
    await use(lab, await lab.book(lab.slot('09:00/11:00', '2026-03-03')), 10_200)
    const booking = await lab.book(lab.slot('10:00/14:00'))
    await use(lab, booking, 11_400)
    const forfeiting = await lab.book(lab.slot('09:00/10:00', '2026-03-06'))
    lab.clock.moveTo(at('2026-03-06T09:30+08:00'))
    await markNoShow(lab.context, lab.labManager, { bookingId: forfeiting.id, version: null })
    t.match(await lab.balance(), { available: 189_900 })
    const transferId = await usedRowOf(lab, booking)
    const wrong = { transferId, amount: null, replacement: amount(9_000), reason: 'meter read wrongly' }
    const [reversal, instead] = await reverse(lab.context, lab.allianceAdmin, wrong)
    t.match(reversal, { kind: 'reversal', amount: 11_700, reversalOf: transferId })
    t.match(instead, { kind: 'use', amount: 9_000, batchId: reversal?.batchId })
    t.match(await lab.balance(), { available: 192_600 })
    const again = { ...wrong, amount: amount(1), replacement: null }
    t.strictSame(await refusalsOf(reverse(lab.context, lab.allianceAdmin, again)), [
      { code: 'reversal-exceeds-original', original: 11_700, reversed: 11_700, unit: 'second' },
    ])
    const twice = reverse(lab.context, lab.allianceAdmin, { ...again, transferId: reversal?.id ?? '' })
    t.strictSame(await codesOf(twice), ['reversal-of-reversal'])
    t.match(await lab.balance(), { available: 192_600 })
  })

  t.test(`${engine}: a replacement stands for the whole of a use, and must be paid for`, async t => {
    const lab = await aLab(t, engine, { rules: attended, projectHours: 4 })
    const booking = await lab.book(lab.slot('10:00/14:00'))
    await use(lab, booking, 11_400)
    const transferId = await usedRowOf(lab, booking)
    const replacing = (replacement: number, part: number | null = null) =>
      refusalsOf(
        reverse(lab.context, lab.allianceAdmin, {
          transferId,
          amount: part === null ? null : amount(part),
          replacement: amount(replacement),
          reason: 'meter read wrongly',
        }),
      )
    t.match(await replacing(9_000, 1), [{ field: 'amount', fault: 'with-replacement' }])
    t.match(await replacing(0), [{ field: 'replacement', fault: 'out-of-range' }])
    t.match(await replacing(14_401), [
      { code: 'quota-exhausted', needed: 14_401, unit: 'second', available: null, accountId: null },
    ])
    t.match(await lab.balance(), { used: 11_700, available: 2_700 }, 'the use stands as it was')
  })
}

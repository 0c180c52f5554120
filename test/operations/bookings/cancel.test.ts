import t from 'tap'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab } from '../../support/lab.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { deedsOf, movesOf, stepsOn } from './steps.ts'

const hour = 3600
const rules = { cancelWindowSeconds: 24 * hour, lateCancelForfeit: 3333 } as Partial<PolicyRules>

for (const engine of ENGINES) {
  t.test(`${engine}: a cancellation is free to the last second of the free time`, async t => {
    const lab = await aLab(t, engine, { rules })
    const { cancel } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-03T10:00+08:00'))
    t.match(await cancel(booking), { state: 'cancelled', live: false, cancelledLate: false })
    t.match(await lab.balance(), { held: 0, forfeited: 0, available: 60 * hour })
    t.strictSame(await movesOf(lab, booking), [`hold/use ${2 * hour}`, `release/use ${2 * hour}`])
    await t.resolves(lab.book({ ...lab.slot('11:00/13:00'), by: await lab.anotherResearcher() }))
  })

  t.test(`${engine}: a late one costs its share, rounded down, and frees the rest`, async t => {
    const lab = await aLab(t, engine, { rules: { ...rules, gridSeconds: 1 as never } })
    const { cancel } = stepsOn(lab)
    const booking = await lab.book({
      start: lab.slot('10:00/11:00').start,
      end: at('2026-03-04T10:16:41+08:00'),
    })
    lab.clock.moveTo(at('2026-03-03T10:00:01+08:00'))
    t.match(await cancel(booking), { state: 'cancelled', cancelledLate: true })
    // 1001 s × 33.33 % = 333.6: the holder keeps the broken second.
    t.match(await lab.balance(), { held: 0, forfeited: 333, available: 60 * hour - 333 })
    t.strictSame(await movesOf(lab, booking), ['hold/use 1001', 'settle/use 0', 'post/forfeit 333'])
  })

  t.test(`${engine}: a late one that costs nothing is late all the same`, async t => {
    const lab = await aLab(t, engine, { rules: { ...rules, lateCancelForfeit: 0 as never } })
    const { cancel } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T09:00+08:00'))
    t.match(await cancel(booking), { state: 'cancelled', cancelledLate: true })
    t.match(await lab.balance(), { held: 0, forfeited: 0 })
  })

  t.test(`${engine}: where late ones are left to staff, the user is told by how much`, async t => {
    const lab = await aLab(t, engine, { rules: { ...rules, lateCancel: 'refused' } })
    const { cancel } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(at('2026-03-04T09:00+08:00'))
    const refusal = { code: 'cancel-window-passed', windowSeconds: 24 * hour, givenSeconds: hour }
    t.strictSame(await refusalsOf(cancel(booking)), [refusal])
    t.equal((await lab.balance()).held, 2 * hour)
    t.match(await cancel(booking, lab.labManager), { state: 'cancelled', cancelledLate: false })
    t.match(await lab.balance(), { held: 0, forfeited: 0 }, 'what staff cancel is never charged')
    t.strictSame(await deedsOf(lab, booking), ['book as owner', 'cancel as staff'])
  })

  t.test(`${engine}: time that has begun is not cancelled by its user any more`, async t => {
    const lab = await aLab(t, engine, { rules })
    const { cancel } = stepsOn(lab)
    const booking = await lab.book(lab.slot('10:00/12:00'))
    lab.clock.moveTo(lab.slot('10:00/12:00').start)
    t.strictSame(await codesOf(cancel(booking)), ['cancel-window-passed'])
  })

  t.test(
    `${engine}: a booking is cancelled by its user, its booker and staff; to others it is not there`,
    async t => {
      const lab = await aLab(t, engine, { rules })
      const { cancel } = stepsOn(lab)
      const booker = await lab.anotherResearcher()
      const draft = { forPersonId: lab.member.researcher.personId }
      const booking = await lab.book({ ...lab.slot('10:00/12:00'), by: booker, draft })
      const [, rival] = lab.members
      for (const stranger of [rival?.researcher, lab.allianceAdmin, lab.auditor, lab.member.admin]) {
        t.strictSame(await refusalsOf(cancel(booking, stranger)), [
          { code: 'not-found', noun: 'booking', id: booking.id },
        ])
      }
      const unknown = { ...booking, id: 'bkg_none' }
      t.strictSame(await codesOf(cancel(unknown)), ['not-found'])
      t.match(await cancel(booking, booker), { state: 'cancelled' })
    },
  )
}

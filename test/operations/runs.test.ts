import t from 'tap'
import { effectiveSeconds } from '../../src/domain/run.ts'
import { samplesMax } from '../../src/domain/runSamples.ts'
import { seconds } from '../../src/domain/units.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import { checkOut } from '../../src/operations/bookings/attendance.ts'
import { editRun, rateRun, type RunFields } from '../../src/operations/runs.ts'
import type { Actor } from '../../src/operations/perform.ts'
import type { Engine } from '../../src/store/database.ts'
import type { RunRow } from '../../src/store/runs.ts'
import { ENGINES } from '../support/engines.ts'
import { aLab, type LabOptions } from '../support/lab.ts'
import { runOf, stepsOn } from './bookings/steps.ts'
import { codesOf, refusalsOf } from './site.ts'

const hour = 3600
const phased = { prepSeconds: hour / 2, postSeconds: hour / 2, runMode: 'guided' } as Partial<PolicyRules>

/** A lab in which a booking of nine hours has been used as booked. */
async function aRun(t: Parameters<typeof aLab>[0], engine: Engine, options: LabOptions = {}) {
  const lab = await aLab(t, engine, { rules: phased, ...options })
  const places = (options.capacity ?? 1) > 1 ? 3 : 1
  const booking = await lab.book({ ...lab.slot('09:00/18:00'), draft: { places } })
  lab.clock.moveTo(booking.end)
  await stepsOn(lab).sweep()
  const run = (await runOf(lab, booking)) as RunRow
  const edit = (changes: Partial<RunFields>, by: Actor = lab.labManager, version = run.version) =>
    editRun(lab.context, by, { id: run.id, version, changes })
  const rate = (rating: number, by: Actor = lab.member.researcher) =>
    rateRun(lab.context, by, { id: run.id, rating, text: '很好' })
  return { lab, booking, run, edit, rate }
}

const phases = (prep: number, measured: number, post: number, idle: number) => ({
  prepSeconds: seconds(prep * hour),
  runSeconds: seconds(measured * hour),
  postSeconds: seconds(post * hour),
  idleSeconds: seconds(idle * hour),
})

for (const engine of ENGINES) {
  t.test(`${engine}: a run begins with the phases and the mode of the policy`, async t => {
    const { run, booking, lab } = await aRun(t, engine)
    t.match(run, { ...phases(0.5, 8, 0.5, 0), mode: 'guided', bookingId: booking.id, version: 1 })
    t.match(run, { personId: lab.member.researcher.personId, projectId: lab.member.projectId, samples: null })
    t.match(run, { bookedSeconds: 9 * hour, usedSeconds: 9 * hour, chargedUnits: 9 * hour })
    t.match(run, { rating: null, agreementSigned: false })
  })

  t.test(`${engine}: samples told with the booking stand in its run until somebody counts`, async t => {
    const lab = await aLab(t, engine, { rules: { ...phased, attendance: 'check-in' } })
    const steps = stepsOn(lab)
    const told = await lab.book({ ...lab.slot('09:00/12:00'), draft: { details: { samples: 12 } } })
    const counted = await lab.book({ ...lab.slot('13:00/15:00'), draft: { details: { samples: 12 } } })
    lab.clock.moveTo(told.start)
    const begun = await steps.checkIn(told)
    lab.clock.moveTo(told.end)
    await checkOut(lab.context, lab.labManager, { bookingId: told.id, version: begun.version, samples: null })
    lab.clock.moveTo(counted.start)
    await steps.checkOut(await steps.checkIn(counted))
    t.match(await runOf(lab, told), { samples: 12 })
    t.match(await runOf(lab, counted), { samples: 3 }, 'who counts knows better')
  })

  t.test(`${engine}: what cannot be counted is no number of samples`, async t => {
    const lab = await aLab(t, engine, { rules: phased })
    const strange: readonly unknown[] = ['12', 1.5, -1, samplesMax + 1, true]
    for (const [day, samples] of strange.entries()) {
      const slot = lab.slot('09:00/12:00', `2026-03-1${day}`)
      const booking = await lab.book({ ...slot, draft: { details: { samples } } })
      lab.clock.moveTo(booking.end)
      await stepsOn(lab).sweep()
      t.match(await runOf(lab, booking), { samples: null }, String(samples))
    }
  })

  t.test(`${engine}: idle time is no effective time`, async t => {
    const { edit } = await aRun(t, engine)
    const edited = await edit({ phases: phases(0.5, 6, 0.5, 2), samples: 12, agreementSigned: true })
    t.match(edited, { ...phases(0.5, 6, 0.5, 2), samples: 12, agreementSigned: true, version: 2 })
    t.equal(effectiveSeconds(edited), 7 * hour)
    t.match(edited, { usedSeconds: 9 * hour, chargedUnits: 9 * hour }, 'times and charge stand')
  })

  t.test(`${engine}: phases add up to the time of one place`, async t => {
    const { edit, run } = await aRun(t, engine, { capacity: 5 })
    t.match(run, { places: 3, usedSeconds: 27 * hour, ...phases(0.5, 8, 0.5, 0) })
    const fault = [{ code: 'invalid-value', field: 'phases', fault: 'not-the-time-used' }]
    t.strictSame(await refusalsOf(edit({ phases: phases(0.5, 6, 0.5, 1) })), fault)
    t.strictSame(await refusalsOf(edit({ phases: phases(9, 9, 9, 0) })), fault)
    t.match(await edit({ phases: phases(1, 7, 0, 1) }), { version: 2 })
  })

  t.test(`${engine}: staff of the instrument correct a run, at the version they saw`, async t => {
    const { edit, lab } = await aRun(t, engine)
    for (const other of [lab.member.researcher, lab.allianceAdmin, lab.auditor, lab.member.admin]) {
      t.strictSame(await codesOf(edit({ mode: 'remote' }, other)), ['not-allowed'])
    }
    t.match(await edit({ mode: 'remote' }), { mode: 'remote', version: 2 })
    t.strictSame(await refusalsOf(edit({ mode: 'guided' })), [
      { code: 'version-stale', current: 2, given: 1 },
    ])
    const unknown = { id: 'run_none', version: 1, changes: {} }
    t.strictSame(await codesOf(editRun(lab.context, lab.labManager, unknown)), ['not-found'])
  })

  t.test(`${engine}: the user alone rates a run, and may think again`, async t => {
    const { lab, rate, run } = await aRun(t, engine)
    t.match(await refusalsOf(rate(5, lab.labManager)), [{ code: 'not-allowed', mayDo: ['owner'] }])
    t.match(await refusalsOf(rate(5, await lab.anotherResearcher())), [{ code: 'not-allowed' }])
    t.match(await rate(2), { rating: 2, ratingText: '很好', version: 2 })
    t.match(await rate(4), { rating: 4, version: 3 })
    const unknown = { id: 'run_none', rating: 1, text: null }
    t.strictSame(await codesOf(rateRun(lab.context, lab.member.researcher, unknown)), ['not-found'])
    t.ok(run.id)
  })

  t.test(`${engine}: a run shorter than its preparation is all preparation`, async t => {
    const lab = await aLab(t, engine, { rules: { ...phased, attendance: 'check-in' } })
    const { checkIn, checkOut } = stepsOn(lab)
    const booking = await lab.book(lab.slot('09:00/10:00'))
    lab.clock.moveTo(booking.start)
    const used = await checkIn(booking)
    lab.clock.advance(hour / 4)
    await checkOut(used)
    t.match(await runOf(lab, booking), phases(0.25, 0, 0, 0))
  })
}

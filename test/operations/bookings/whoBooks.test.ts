import { eq } from 'drizzle-orm'
import t from 'tap'
import type { Day } from '../../../src/domain/units.ts'
import { addOutage } from '../../../src/operations/outages.ts'
import type { BookingDraft } from '../../../src/operations/bookings/book.ts'
import type { Actor } from '../../../src/operations/perform.ts'
import { at } from '../../support/clock.ts'
import { ENGINES } from '../../support/engines.ts'
import { aLab, type Lab } from '../../support/lab.ts'
import { labRows } from '../../support/labRows.ts'
import { codesOf, refusalsOf } from '../site.ts'
import { anotherInstrument, nowOf, stepsOn } from './steps.ts'

/** Writes rows around the lab as they are needed. */
const furnish = <Made>(lab: Lab, work: (rows: ReturnType<typeof labRows>) => Promise<Made>) =>
  lab.context.db.transact(tx => work(labRows(tx, lab.context.newId)))

/** A second project of the first member's researcher. */
const secondProject = (lab: Lab, code = 'P1b') =>
  furnish(lab, async rows => {
    const projectId = await rows.project(lab.member.groupId, code)
    await rows.projectMember(projectId, lab.member.researcher.personId)
    return projectId
  })

const change = (lab: Lab, table: 'projects' | 'groups' | 'memberships', values: object) =>
  lab.context.db.transact(async tx => {
    await tx.q.update(tx.t[table] as typeof tx.t.projects).set(values)
  })

for (const engine of ENGINES) {
  t.test(`${engine}: one books for another where the policy says so; both are on record`, async t => {
    const lab = await aLab(t, engine)
    const { extend } = stepsOn(lab)
    const colleague = await lab.anotherResearcher()
    const draft = { forPersonId: colleague.personId }
    const booking = await lab.book({ ...lab.slot('10:00/11:00'), draft })
    t.match(booking, { personId: colleague.personId, bookedById: lab.member.researcher.personId })
    const longer = await extend(booking, lab.slot('10:00/12:00').end, colleague)
    t.match(longer, { bookedById: lab.member.researcher.personId }, 'the one who uses it may change it too')
  })

  t.test(`${engine}: who is retired neither books nor is booked for`, async t => {
    const lab = await aLab(t, engine)
    const colleague = await lab.anotherResearcher()
    const { projectId, researcher: leaver } = lab.member
    await lab.context.db.transact(async tx => {
      const { people } = tx.t
      await tx.q.update(people).set({ retiredAt: lab.clock.now() }).where(eq(people.id, leaver.personId))
    })
    const booking = (by: Actor, draft: Partial<BookingDraft>) =>
      codesOf(lab.book({ ...lab.slot('10:00/11:00'), by, draft }))
    t.strictSame(await booking(leaver, {}), ['not-shared'])
    t.strictSame(await booking(leaver, { projectId }), ['person-not-on-project'])
    t.strictSame(await booking(leaver, { forPersonId: colleague.personId }), ['on-behalf-not-allowed'])
    const forLeaver = await booking(colleague, { forPersonId: leaver.personId, projectId })
    t.ok(forLeaver.includes('person-not-on-project'))
  })

  t.test(`${engine}: where it is left to staff, only staff do`, async t => {
    const lab = await aLab(t, engine, { rules: { onBehalf: 'staff-only' } })
    const forPersonId = (await lab.anotherResearcher()).personId
    const wish = { ...lab.slot('10:00/11:00'), draft: { forPersonId } }
    t.strictSame(await refusalsOf(lab.book(wish)), [{ code: 'on-behalf-not-allowed', forPersonId }])
    t.match(await lab.book({ ...wish, by: lab.labManager }), { bookedById: lab.labManager.personId })
    const oneself = { forPersonId: lab.member.researcher.personId }
    await t.resolves(
      lab.book({ ...lab.slot('12:00/13:00'), draft: oneself }),
      'for oneself is not for another',
    )
    const nobody = { forPersonId: 'psn_none' }
    const forThem = (draft: Partial<BookingDraft>) =>
      codesOf(lab.book({ ...lab.slot('14:00/15:00'), by: lab.labManager, draft }))
    t.strictSame(await forThem(nobody), ['not-shared'])
    t.strictSame(await forThem({ ...nobody, projectId: lab.member.projectId }), ['person-not-on-project'])
  })

  t.test(
    `${engine}: the project that pays is the one named, the only one or the group's default`,
    async t => {
      const lab = await aLab(t, engine)
      const only = await lab.book(lab.slot('08:00/09:00'))
      t.match(only, { projectId: lab.member.projectId, groupId: lab.member.groupId })
      const second = await secondProject(lab)
      t.match(await refusalsOf(lab.book(lab.slot('09:00/10:00'))), [
        { code: 'project-unclear', eligibleProjectIds: [lab.member.projectId, second] },
      ])
      const named = await lab.book({ ...lab.slot('09:00/10:00'), draft: { projectId: lab.member.projectId } })
      t.equal(named.projectId, lab.member.projectId)
      await change(lab, 'groups', { defaultProjectId: lab.member.projectId })
      t.equal((await lab.book(lab.slot('10:00/11:00'))).projectId, lab.member.projectId)
      const foreign = { projectId: lab.members[1]?.projectId as string }
      t.match(await codesOf(lab.book({ ...lab.slot('11:00/12:00'), draft: foreign })), [
        'person-not-on-project',
      ])
      const unknown = { projectId: 'prj_none' }
      t.strictSame(await codesOf(lab.book({ ...lab.slot('11:00/12:00'), draft: unknown })), ['not-found'])
    },
  )

  t.test(`${engine}: a project books on the days on which it runs`, async t => {
    const lab = await aLab(t, engine)
    await change(lab, 'projects', { startsOn: '2026-03-04', endsOn: '2026-03-05' })
    const on = (day: string) => lab.book(lab.slot('10:00/11:00', day))
    t.match(await refusalsOf(on('2026-03-03')), [{ code: 'project-not-active', on: '2026-03-03' }])
    await on('2026-03-04')
    await on('2026-03-05')
    t.strictSame(await codesOf(on('2026-03-06')), ['project-not-active'])
  })

  t.test(`${engine}: one's own institution needs no term, and no quota is counted`, async t => {
    const lab = await aLab(t, engine)
    const groupId = await furnish(lab, rows => rows.group(lab.hostId, '东道课题组'))
    const own: Actor = await furnish(lab, async rows => ({
      personId: await rows.person({ institutionId: lab.hostId, groupId }),
    }))
    const booking = await lab.book({ ...lab.slot('10:00/11:00'), by: own })
    t.match(booking, { institutionId: lab.hostId, groupId, projectId: null, allianceId: null })
    t.match(booking, { quota: 'none', priceCategory: 'internal', sharingTermId: null })
    const through = { allianceId: lab.allianceId }
    const quotad = { ...lab.slot('12:00/13:00'), by: own, draft: through }
    t.strictSame(await codesOf(lab.book(quotad)), ['quota-exhausted'], 'unless an alliance is named to pay')
  })

  t.test(`${engine}: observers see and do not book; who has left is no member`, async t => {
    const lab = await aLab(t, engine)
    await change(lab, 'memberships', { right: 'observer' })
    t.match(await refusalsOf(lab.book(lab.slot('10:00/11:00'))), [
      { code: 'no-booking-right', allianceId: lab.allianceId, institutionId: lab.member.institutionId },
    ])
    await change(lab, 'memberships', { right: 'full', endsOn: '2026-03-04' })
    await t.resolves(lab.book(lab.slot('10:00/11:00')), 'its last day counts')
    t.strictSame(await codesOf(lab.book(lab.slot('10:00/11:00', '2026-03-05'))), ['not-shared'])
    const draft = { allianceId: lab.allianceId }
    t.strictSame(await codesOf(lab.book({ ...lab.slot('10:00/11:00', '2026-03-05'), draft })), [
      'not-a-member',
    ])
  })

  t.test(`${engine}: nothing is booked into an outage, and the outage is named`, async t => {
    const lab = await aLab(t, engine, { turnaroundSeconds: 1800 })
    const { move, extend } = stepsOn(lab)
    const hours = lab.slot('10:00/12:00')
    const down = { instrumentId: lab.instrumentId(), ...hours, kind: 'planned', reason: null } as const
    const { outage } = await addOutage(lab.context, lab.labManager, down)
    t.match(await refusalsOf(lab.book(lab.slot('11:45/13:00'))), [
      { code: 'outage', outageId: outage.id, span: hours },
    ])
    const before = await lab.book(lab.slot('08:00/10:00'))
    t.strictSame(await codesOf(extend(before, lab.slot('08:00/10:15').end)), ['outage'])
    t.strictSame(await codesOf(move(before, lab.slot('11:00/13:00'))), ['outage'])
    t.match(await nowOf(lab, before), before)
  })

  t.test(`${engine}: in each operating state those book who may`, async t => {
    const lab = await aLab(t, engine)
    const outcomeIn = async (
      operatingState: string,
      by: Actor,
      invitedProjectIds: readonly string[] = [],
    ) => {
      const id = await anotherInstrument(lab, { operatingState, invitedProjectIds } as object)
      const draft = by === lab.labManager ? { forPersonId: lab.member.researcher.personId } : {}
      const work = lab.book({ ...lab.slot('10:00/10:15'), instrument: id, by, draft })
      return work.then(
        () => 'booked',
        () => codesOf(work).then(codes => codes.join()),
      )
    }
    const user = lab.member.researcher
    t.equal(await outcomeIn('operation', user), 'booked')
    for (const state of ['construction', 'research', 'trial']) {
      t.equal(await outcomeIn(state, user), 'operating-state', state)
      t.equal(await outcomeIn(state, lab.labManager), 'booked', `staff, ${state}`)
    }
    t.equal(await outcomeIn('trial', user, [lab.member.projectId]), 'booked', 'by invitation')
    t.equal(await outcomeIn('research', user, [lab.member.projectId]), 'operating-state')
    t.equal(await outcomeIn('retired', user), 'operating-state')
    t.equal(await outcomeIn('retired', lab.labManager), 'operating-state')
  })

  t.test(`${engine}: drafts are there for their staff only, retired instruments for nobody`, async t => {
    const lab = await aLab(t, engine)
    const draft = { forPersonId: lab.member.researcher.personId }
    const one = await anotherInstrument(lab, { publication: 'draft' } as object)
    t.strictSame(await codesOf(lab.book({ ...lab.slot('10:00/11:00'), instrument: one })), ['not-found'])
    await t.resolves(lab.book({ ...lab.slot('10:00/11:00'), instrument: one, by: lab.labManager, draft }))
    const old = await anotherInstrument(lab, { retiredAt: lab.clock.now() } as object)
    const byStaff = { ...lab.slot('10:00/11:00'), instrument: old, by: lab.labManager, draft }
    t.strictSame(await codesOf(lab.book(byStaff)), ['not-found'])
    t.strictSame(await codesOf(lab.book({ ...lab.slot('10:00/11:00'), instrument: 'itm_none' })), [
      'not-found',
    ])
    const neither = { instrumentId: null }
    t.strictSame(await codesOf(lab.book({ ...lab.slot('10:00/11:00'), draft: neither })), ['invalid-value'])
  })

  t.test(`${engine}: under customs supervision outsiders name their notice, to its last day`, async t => {
    const lab = await aLab(t, engine)
    const customsSupervisedUntil = '2026-03-04' as Day
    const id = await anotherInstrument(lab, { customsSupervisedUntil } as object)
    const wish = { ...lab.slot('10:00/11:00'), instrument: id }
    const missing = [{ code: 'customs-notice-missing', supervisedUntil: customsSupervisedUntil }]
    t.strictSame(await refusalsOf(lab.book(wish)), missing)
    const blank = { details: { customsNotice: ' ' } }
    t.strictSame(await refusalsOf(lab.book({ ...wish, draft: blank })), missing)
    const notice = { details: { customsNotice: '沪关通〔2026〕12号' } }
    t.match(await lab.book({ ...wish, draft: notice }), notice)
    await t.resolves(lab.book({ ...lab.slot('10:00/11:00', '2026-03-05'), instrument: id }))
    const own = await furnish(lab, rows => rows.person({ institutionId: lab.hostId, groupId: null }))
    await t.resolves(lab.book({ ...lab.slot('12:00/13:00'), instrument: id, by: { personId: own } }))
  })

  t.test(
    `${engine}: a partner outside the alliance books on its own term, and changes its booking`,
    async t => {
      const lab = await aLab(t, engine)
      const { extend, move } = stepsOn(lab)
      const id = await anotherInstrument(lab, { shared: false })
      const partner = await furnish(lab, async rows => {
        const institutionId = await rows.institution('伙伴单位')
        return { institutionId, personId: await rows.person({ institutionId, groupId: null }) }
      })
      await lab.context.db.transact(async ({ q, t: tables }) => {
        const { allianceId } = lab
        const dates = { startsOn: '2020-01-01' as Day, endsOn: null }
        const created = { version: 1, createdAt: lab.clock.now() }
        const { institutionId } = partner
        const membership = {
          ...dates,
          ...created,
          id: 'mem_partner',
          allianceId,
          institutionId,
          right: 'full',
        }
        await q.insert(tables.memberships).values(membership)
        const role = {
          ...dates,
          id: 'mrl_partner',
          membershipId: membership.id,
          role: 'partner',
          label: '伙伴',
        }
        await q.insert(tables.membershipRoles).values(role)
        const term = { id: 'shr_partner', instrumentId: id, allianceId, audience: 'partners', endsAt: null }
        const price = { visibility: 'listed', priceCategory: 'partner', quota: 'none' }
        await q
          .insert(tables.sharingTerms)
          .values({ ...created, ...term, ...price, startsAt: at('2020-01-01') })
      })
      const by = { personId: partner.personId }
      const booking = await lab.book({ ...lab.slot('10:00/11:00'), instrument: id, by })
      t.match(booking, { allianceId: lab.allianceId, priceCategory: 'partner', quota: 'none' })
      const longer = await extend(booking, lab.slot('10:00/12:00').end, by)
      const moved = await move(longer, lab.slot('14:00/15:00'), by)
      t.match(moved, { allianceId: lab.allianceId, sharingTermId: 'shr_partner', version: 3 })
    },
  )

  t.test(`${engine}: only staff book maintenance, which is the host's own closed time`, async t => {
    const lab = await aLab(t, engine)
    const draft = { kind: 'maintenance', forPersonId: lab.member.researcher.personId } as const
    const wish = { ...lab.slot('10:00/11:00'), draft }
    t.match(await refusalsOf(lab.book(wish)), [{ code: 'not-allowed', verb: 'booking.staff' }])
    t.match(await lab.book({ ...wish, by: lab.labManager }), { kind: 'maintenance' })
  })

  t.test(`${engine}: who belongs nowhere cannot book, even what is open to everyone`, async t => {
    const lab = await aLab(t, engine)
    const instrument = await anotherInstrument(lab, { shared: false })
    const open = { audience: 'registered', allianceId: null, instrumentId: instrument } as const
    await lab.context.db.transact(async ({ q, t: tables }) => {
      const [term] = await q.select().from(tables.sharingTerms)
      if (term !== undefined)
        await q.insert(tables.sharingTerms).values({ ...term, ...open, id: 'shr_open', quota: 'none' })
    })
    const hours = lab.slot('10:00/11:00')
    const by: Actor = { personId: await furnish(lab, rows => rows.person(null)) }
    t.strictSame(await refusalsOf(lab.book({ ...hours, instrument, by })), [
      { code: 'not-shared', instrumentId: instrument, institutionId: null },
    ])
    const visitor = await furnish(lab, async rows => ({
      personId: await rows.person({ institutionId: await rows.institution('某单位'), groupId: null }),
    }))
    t.match(await lab.book({ ...hours, instrument, by: visitor }), { sharingTermId: 'shr_open' })
  })

  t.test(`${engine}: without rules in force nothing is booked`, async t => {
    const lab = await aLab(t, engine)
    const id = await anotherInstrument(lab)
    await lab.context.db.transact(async ({ q, t: tables }) => {
      const effectiveFrom = at('2026-03-10T00:00+08:00')
      await q.update(tables.policies).set({ effectiveFrom }).where(eq(tables.policies.instrumentId, id))
    })
    const booked = refusalsOf(lab.book({ ...lab.slot('10:00/11:00'), instrument: id }))
    t.strictSame(await booked, [{ code: 'not-found', noun: 'policy', id }])
    await t.resolves(lab.book({ ...lab.slot('10:00/11:00', '2026-03-10'), instrument: id }))
  })

  t.test(`${engine}: where an alliance keeps no ledger, enforced quota is exhausted`, async t => {
    const lab = await aLab(t, engine)
    const instrument = await anotherInstrument(lab, { resourceClass: 'laser-cutter' })
    t.match(await refusalsOf(lab.book({ ...lab.slot('10:00/11:00'), instrument })), [
      { code: 'quota-exhausted', needed: 3_600, available: 0, unit: 'second' },
    ])
  })
}

import t from 'tap'
import type { BookingRequest } from '../../src/domain/booking.ts'
import type { BookingFacts, Rule } from '../../src/domain/bookingFacts.ts'
import type { OpeningHours } from '../../src/domain/policy.ts'
import { beyondHorizon } from '../../src/domain/rules/beyond-horizon.ts'
import { capacityExceeded } from '../../src/domain/rules/capacity-exceeded.ts'
import { customsNoticeMissing } from '../../src/domain/rules/customs-notice-missing.ts'
import { inThePast } from '../../src/domain/rules/in-the-past.ts'
import { instrumentNotOpen } from '../../src/domain/rules/instrument-not-open.ts'
import { noBookingRight } from '../../src/domain/rules/no-booking-right.ts'
import { notAMember } from '../../src/domain/rules/not-a-member.ts'
import { notAParty } from '../../src/domain/rules/not-a-party.ts'
import { noticeTooShort } from '../../src/domain/rules/notice-too-short.ts'
import { notShared } from '../../src/domain/rules/not-shared.ts'
import { offGrid } from '../../src/domain/rules/off-grid.ts'
import { onBehalfNotAllowed } from '../../src/domain/rules/on-behalf-not-allowed.ts'
import { operatingState } from '../../src/domain/rules/operating-state.ts'
import { outage } from '../../src/domain/rules/outage.ts'
import { personNotOnProject } from '../../src/domain/rules/person-not-on-project.ts'
import { projectNotActive } from '../../src/domain/rules/project-not-active.ts'
import { projectUnclear } from '../../src/domain/rules/project-unclear.ts'
import { slotTaken } from '../../src/domain/rules/slot-taken.ts'
import { tooLong } from '../../src/domain/rules/too-long.ts'
import { tooShort } from '../../src/domain/rules/too-short.ts'
import type { Day, Seconds, TimeOfDay } from '../../src/domain/units.ts'
import { anInstrument, aRequest, now, on, policyWith, someFacts } from './bookingFacts.ts'

const hour = 3600 as Seconds
const none: [] = []

/** The refusals of a rule, none as an empty list. */
const asked = (rule: Rule, request: Partial<BookingRequest> = {}, facts: Partial<BookingFacts> = {}) =>
  [rule(aRequest(request), someFacts(facts), now) ?? none].flat()

t.test('time that has begun is not booked, time that runs may be made longer', async t => {
  const past = { start: on('07:00', '2026-03-02') }
  t.strictSame(asked(inThePast, past), [{ code: 'in-the-past', ...past, now }])
  t.strictSame(asked(inThePast, past, { kind: 'move' }), [{ code: 'in-the-past', ...past, now }])
  t.strictSame(asked(inThePast, { start: now }), none, 'now itself is not past')
  t.strictSame(asked(inThePast, past, { kind: 'extend' }), none)
  const over = { start: on('06:00', '2026-03-02'), end: on('07:00', '2026-03-02') }
  t.match(asked(inThePast, over, { kind: 'places' }), [{ code: 'in-the-past' }])
})

t.test('the notice counts from now to the start', async t => {
  const rules = policyWith({ noticeSeconds: hour })
  const start = (time: string) => ({ start: on(time, '2026-03-02') })
  t.strictSame(asked(noticeTooShort, start('08:59'), { rules }), [
    { code: 'notice-too-short', requiredSeconds: 3600, givenSeconds: 3540 },
  ])
  t.strictSame(asked(noticeTooShort, start('09:00'), { rules }), none)
  t.strictSame(asked(noticeTooShort, start('07:00'), { rules }), none, 'the past is told by its own rule')
  t.strictSame(asked(noticeTooShort, start('08:59'), { rules, kind: 'extend' }), none)
  t.strictSame(asked(noticeTooShort, start('08:59'), { rules, kind: 'places' }), none)
})

t.test('the horizon counts to the end', async t => {
  const rules = policyWith({ horizonSeconds: (52 * 3600) as Seconds })
  t.strictSame(asked(beyondHorizon, { end: on('12:00') }, { rules }), none)
  t.strictSame(asked(beyondHorizon, { end: on('12:15') }, { rules }), [
    { code: 'beyond-horizon', horizonSeconds: 187_200, requestedSeconds: 188_100 },
  ])
})

t.test('shortest and longest are judged on the whole booking', async t => {
  const rules = policyWith({ shortestSeconds: hour, longestSeconds: (2 * hour) as Seconds })
  t.strictSame(asked(tooShort, { end: on('11:00') }, { rules }), none)
  t.strictSame(asked(tooShort, { end: on('10:59') }, { rules }), [
    { code: 'too-short', shortestSeconds: 3600, requestedSeconds: 3540 },
  ])
  t.strictSame(asked(tooLong, { end: on('12:00') }, { rules }), none)
  t.strictSame(asked(tooLong, { end: on('12:01') }, { rules, kind: 'extend' }), [
    { code: 'too-long', longestSeconds: 7200, requestedSeconds: 7260 },
  ])
})

t.test('both edges lie on the grid; what only changes its end is asked for that', async t => {
  const rules = policyWith({ gridSeconds: 1800 as Seconds })
  const crooked = { start: on('10:10'), end: on('12:20') }
  t.strictSame(asked(offGrid, {}, { rules }), none)
  t.strictSame(asked(offGrid, crooked, { rules }), [
    { code: 'off-grid', gridSeconds: 1800, edge: 'start' },
    { code: 'off-grid', gridSeconds: 1800, edge: 'end' },
  ])
  t.match(asked(offGrid, crooked, { rules, kind: 'move' }), [{ edge: 'start' }, { edge: 'end' }])
  t.strictSame(asked(offGrid, crooked, { rules, kind: 'extend' }), [
    { code: 'off-grid', gridSeconds: 1800, edge: 'end' },
  ])
  const days = policyWith({ bookingUnit: 'day' })
  t.match(asked(offGrid, {}, { rules: days }), [{ edge: 'start' }, { edge: 'end' }])
  const stay = { start: on('00:00'), end: on('00:00', '2026-03-06') }
  t.strictSame(asked(offGrid, stay, { rules: days }), none)
})

t.test('closed time within the booking is named', async t => {
  const day = { from: '09:00' as TimeOfDay, to: '11:00' as TimeOfDay }
  const opening: OpeningHours = { weekly: [{ weekday: 3, ...day }], exceptions: [] }
  const rules = policyWith({ opening })
  t.strictSame(asked(instrumentNotOpen, { end: on('11:00') }, { rules }), none)
  t.strictSame(asked(instrumentNotOpen, {}, { rules }), [
    { code: 'instrument-not-open', closed: [{ start: on('11:00'), end: on('12:00') }] },
  ])
})

t.test('every outage in the way is named, one that only touches is not', async t => {
  const down = (id: string, from: string, to: string) => ({ id, start: on(from), end: on(to) })
  const outages = [
    down('out_1', '08:00', '10:00'),
    down('out_2', '11:00', '11:30'),
    down('out_3', '12:00', '13:00'),
  ]
  t.strictSame(asked(outage, {}, { outages }), [
    { code: 'outage', outageId: 'out_2', span: { start: on('11:00'), end: on('11:30') } },
  ])
})

t.test('an exclusive instrument serves one booking at a time, turnaround included', async t => {
  const neighbours = [{ start: on('12:30'), occupiedUntil: on('13:00'), places: 1 }]
  const cleaned = (seconds: number) => anInstrument({ turnaroundSeconds: seconds as Seconds })
  t.strictSame(asked(slotTaken, {}, { neighbours, instrument: cleaned(1800) }), none)
  t.strictSame(asked(slotTaken, {}, { neighbours, instrument: cleaned(1860) }), [
    { code: 'slot-taken', span: { start: on('12:30'), end: on('13:00') } },
  ])
  const before = [{ start: on('08:00'), occupiedUntil: on('10:01'), places: 1 }]
  t.match(asked(slotTaken, {}, { neighbours: before }), [{ code: 'slot-taken' }])
  const shared = anInstrument({ exclusive: false, capacity: 2 })
  t.strictSame(asked(slotTaken, {}, { neighbours: before, instrument: shared }), none)
})

t.test('places stay within the capacity at every instant', async t => {
  const instrument = anInstrument({ exclusive: false, capacity: 5 })
  const neighbours = [
    { start: on('08:00'), occupiedUntil: on('10:30'), places: 2 },
    { start: on('10:30'), occupiedUntil: on('11:00'), places: 3 },
    { start: on('12:00'), occupiedUntil: on('13:00'), places: 5 },
  ]
  t.strictSame(asked(capacityExceeded, { places: 2 }, { instrument, neighbours }), none)
  t.strictSame(asked(capacityExceeded, { places: 3 }, { instrument, neighbours }), [
    { code: 'capacity-exceeded', capacity: 5, free: 2, requested: 3 },
  ])
  t.strictSame(asked(capacityExceeded, { places: 2 }), [
    { code: 'capacity-exceeded', capacity: 1, free: 1, requested: 2 },
  ])
})

t.test('in trial operation only invited projects book; staff try what others may not', async t => {
  const trial = (invitedProjectIds: readonly string[]) =>
    anInstrument({ operatingState: 'trial', invitedProjectIds })
  const refused = [{ code: 'operating-state', state: 'trial', mayBook: 'invited' }]
  t.strictSame(asked(operatingState), none)
  t.strictSame(asked(operatingState, {}, { instrument: trial([]) }), refused)
  t.strictSame(asked(operatingState, {}, { instrument: trial(['prj_1']) }), none)
  t.strictSame(asked(operatingState, {}, { instrument: trial(['prj_1']), project: null }), refused)
  t.strictSame(asked(operatingState, {}, { instrument: trial([]), staff: true }), none)
  const retired = anInstrument({ operatingState: 'retired' })
  t.match(asked(operatingState, {}, { instrument: retired, staff: true }), [{ code: 'operating-state' }])
})

t.test('a term in force opens the instrument; through an alliance its members of the day book', async t => {
  t.strictSame(asked(notShared), none)
  t.strictSame(asked(notShared, {}, { term: null }), [
    { code: 'not-shared', instrumentId: 'ist_1', institutionId: 'ins_member' },
  ])
  const named = { allianceId: 'all_1' }
  t.strictSame(asked(notAMember, {}, { membership: null }), none, 'nobody named an alliance')
  t.strictSame(asked(notAMember, named), none)
  t.strictSame(asked(notAMember, named, { membership: null }), [
    { code: 'not-a-member', allianceId: 'all_1', on: '2026-03-04' },
  ])
  const membership = { allianceId: 'all_1', right: 'observer' } as const
  t.strictSame(asked(noBookingRight), none)
  t.strictSame(asked(noBookingRight, {}, { membership: null }), none)
  t.strictSame(asked(noBookingRight, {}, { membership }), [
    { code: 'no-booking-right', allianceId: 'all_1', institutionId: 'ins_member' },
  ])
  const nobody = { institutionId: null, groupId: null }
  t.strictSame(asked(noBookingRight, {}, { membership, holder: nobody }), none)
})

t.test('an agreement binds its parties between its dates, both of which count', async t => {
  const agreement = (startsOn: string, endsOn: string | null, partyIds = ['ins_member']) => ({
    agreement: {
      id: 'agr_1',
      allianceId: 'all_1',
      startsOn: startsOn as Day,
      endsOn: endsOn as Day | null,
      partyIds,
    },
  })
  const refused = [{ code: 'not-a-party', agreementId: 'agr_1', institutionId: 'ins_member' }]
  t.strictSame(asked(notAParty), none)
  t.strictSame(asked(notAParty, {}, agreement('2026-03-04', '2026-03-04')), none)
  t.strictSame(asked(notAParty, {}, agreement('2026-01-01', null)), none)
  t.strictSame(asked(notAParty, {}, agreement('2026-03-05', null)), refused)
  t.strictSame(asked(notAParty, {}, agreement('2026-01-01', '2026-03-03')), refused)
  t.strictSame(asked(notAParty, {}, agreement('2026-01-01', null, ['ins_other'])), refused)
  const nobody = { holder: { institutionId: null, groupId: null } }
  t.match(asked(notAParty, {}, { ...agreement('2026-01-01', null), ...nobody }), [{ institutionId: '' }])
  const through = { ...agreement('2026-01-01', null), membership: null }
  t.match(asked(notAMember, {}, through), [{ code: 'not-a-member', allianceId: 'all_1' }])
})

t.test('the project is clear, runs on the day, and has the person on it', async t => {
  t.strictSame(asked(projectUnclear), none)
  t.strictSame(asked(projectUnclear, {}, { unclearProjectIds: ['prj_1', 'prj_2'] }), [
    { code: 'project-unclear', eligibleProjectIds: ['prj_1', 'prj_2'] },
  ])
  const project = (startsOn: string, endsOn: string | null) => ({
    project: {
      id: 'prj_1',
      groupId: 'grp_1',
      institutionId: 'ins_member',
      startsOn: startsOn as Day,
      endsOn: endsOn as Day | null,
    },
  })
  const idle = [{ code: 'project-not-active', projectId: 'prj_1', on: '2026-03-04' }]
  t.strictSame(asked(projectNotActive, {}, { project: null }), none)
  t.strictSame(asked(projectNotActive, {}, project('2026-03-04', '2026-03-04')), none)
  t.strictSame(asked(projectNotActive, {}, project('2026-03-04', null)), none)
  t.strictSame(asked(projectNotActive, {}, project('2026-03-05', null)), idle)
  t.strictSame(asked(projectNotActive, {}, project('2026-01-01', '2026-03-03')), idle)
  t.strictSame(asked(personNotOnProject), none)
  t.strictSame(asked(personNotOnProject, {}, { project: null, personOnProject: false }), none)
  t.strictSame(asked(personNotOnProject, {}, { personOnProject: false }), [
    { code: 'person-not-on-project', projectId: 'prj_1', personId: 'psn_1' },
  ])
})

t.test('booking for someone else is for those who share what pays, or for staff', async t => {
  const onBehalf = { bookedById: 'psn_2' }
  const rules = policyWith({ onBehalf: 'staff-only' })
  t.strictSame(asked(onBehalfNotAllowed, onBehalf), none)
  t.match(asked(onBehalfNotAllowed, onBehalf, { bookerShares: false }), [{ code: 'on-behalf-not-allowed' }])
  t.strictSame(asked(onBehalfNotAllowed, {}, { rules, bookerShares: false }), none)
  t.strictSame(asked(onBehalfNotAllowed, onBehalf, { rules, staff: true }), none)
  t.strictSame(asked(onBehalfNotAllowed, onBehalf, { rules }), [
    { code: 'on-behalf-not-allowed', forPersonId: 'psn_1' },
  ])
})

t.test('under customs supervision an outside booking carries its notice', async t => {
  const until = (day: string) => ({ instrument: anInstrument({ customsSupervisedUntil: day as Day }) })
  const missing = [{ code: 'customs-notice-missing', supervisedUntil: '2026-03-04' }]
  t.strictSame(asked(customsNoticeMissing), none)
  t.strictSame(asked(customsNoticeMissing, {}, until('2026-03-03')), none)
  t.strictSame(asked(customsNoticeMissing, {}, until('2026-03-04')), missing)
  t.strictSame(asked(customsNoticeMissing, { details: { customsNotice: ' ' } }, until('2026-03-04')), missing)
  t.strictSame(
    asked(customsNoticeMissing, { details: { customsNotice: '沪关2026-7' } }, until('2026-03-04')),
    none,
  )
  const host = { holder: { institutionId: 'ins_host', groupId: null } }
  t.strictSame(asked(customsNoticeMissing, {}, { ...until('2026-03-04'), ...host }), none)
})

import t from 'tap'
import type { BookingRequest } from '../../src/domain/booking.ts'
import type { BookingFacts, QuotaFacts } from '../../src/domain/bookingFacts.ts'
import { approvalExpiry, isLive } from '../../src/domain/booking.ts'
import { type BookingDecision, decideBooking } from '../../src/domain/decideBooking.ts'
import { amount, type Day, instant, type Seconds } from '../../src/domain/units.ts'
import { anInstrument, aRequest, now, on, policyWith, someFacts } from './bookingFacts.ts'

const decide = (
  request: Partial<BookingRequest>,
  facts: Partial<BookingFacts>,
  override: 'none' | 'staff' = 'none',
): BookingDecision => decideBooking(aRequest(request), someFacts(facts), { override, now })

const codesOf = (decision: BookingDecision) =>
  decision.kind === 'refused' ? decision.refusals.map(refusal => refusal.code) : []

const emptyQuota: QuotaFacts = {
  mode: 'enforced',
  unit: 'second',
  periods: [{ id: 'prd_1', state: 'open', start: on('00:00', '2026-01-01'), end: on('00:00', '2026-04-01') }],
  payers: [],
}

/** As wrong as can be: every rule that can say no at once does. */
const allWrong = {
  request: {
    start: on('07:07', '2026-03-02'),
    end: on('07:09', '2026-03-02'),
    places: 2,
    bookedById: 'psn_2',
    allianceId: 'all_1',
  },
  facts: {
    instrument: anInstrument({ operatingState: 'research', customsSupervisedUntil: '2027-01-01' as Day }),
    rules: policyWith({
      onBehalf: 'staff-only',
      longestSeconds: 60 as Seconds,
      opening: { weekly: [], exceptions: [] },
    }),
    membership: null,
    term: null,
    agreement: {
      id: 'agr_1',
      allianceId: 'all_1',
      startsOn: '2027-01-01' as Day,
      endsOn: null,
      partyIds: [],
    },
    project: {
      id: 'prj_1',
      groupId: 'grp_1',
      institutionId: 'ins_member',
      startsOn: '2027-01-01' as Day,
      endsOn: null,
    },
    unclearProjectIds: ['prj_1'],
    personOnProject: false,
    outages: [{ id: 'out_1', start: on('00:00', '2026-03-02'), end: on('09:00', '2026-03-02') }],
    neighbours: [{ start: on('07:00', '2026-03-02'), occupiedUntil: on('08:00', '2026-03-02'), places: 1 }],
    caps: [{ cap: { per: 'person', measure: 'count', limit: 0, period: 'day' }, bookings: [] }],
    quota: emptyQuota,
  },
} as const satisfies { request: Partial<BookingRequest>; facts: Partial<BookingFacts> }

t.test('every refusal comes back at once: who may, then the policy, then place, and quota last', async t => {
  t.strictSame(codesOf(decide(allWrong.request, allWrong.facts)), [
    'operating-state',
    'not-a-member',
    'not-a-party',
    'not-shared',
    'project-unclear',
    'project-not-active',
    'person-not-on-project',
    'on-behalf-not-allowed',
    'customs-notice-missing',
    'in-the-past',
    'off-grid',
    'off-grid',
    'too-short',
    'too-long',
    'instrument-not-open',
    'outage',
    'cap-exceeded',
    'slot-taken',
    'capacity-exceeded',
    'quota-exhausted',
  ])
})

t.test('staff set the policy aside, never who may book, outage, place or quota', async t => {
  t.strictSame(codesOf(decide(allWrong.request, allWrong.facts, 'staff')), [
    'operating-state',
    'not-a-member',
    'not-a-party',
    'not-shared',
    'project-unclear',
    'project-not-active',
    'person-not-on-project',
    'on-behalf-not-allowed',
    'customs-notice-missing',
    'outage',
    'slot-taken',
    'capacity-exceeded',
    'quota-exhausted',
  ])
  const short = { end: on('10:01') }
  t.match(decide(short, {}, 'staff'), { kind: 'accepted', overridden: ['off-grid', 'too-short'] })
  t.match(decide({}, {}, 'staff'), { kind: 'accepted', overridden: [] })
})

t.test('an accepted booking keeps its turnaround, and holds nothing where no quota counts', async t => {
  const instrument = anInstrument({ turnaroundSeconds: 900 as Seconds })
  t.strictSame(decide({}, { instrument }), {
    kind: 'accepted',
    state: 'confirmed',
    occupiedUntil: on('12:15'),
    expiresAt: null,
    legs: [],
    overridden: [],
  })
})

t.test('where quota counts, the holds come to the time booked', async t => {
  const lot = {
    lotId: 'lot_1',
    accountId: 'acc_1',
    periodId: 'prd_1',
    kind: 'base',
    validTo: on('00:00', '2026-04-01'),
    available: amount(7200),
    bounded: true,
  }
  const quota = { ...emptyQuota, payers: [[lot]] }
  t.match(decide({}, { quota }), {
    legs: [{ lotId: 'lot_1', periodId: 'prd_1', amount: 7200, effectiveAt: on('10:00') }],
  })
  t.strictSame(codesOf(decide({ end: on('12:15') }, { quota })), ['quota-exhausted'])
})

t.test('a request waits for approval no longer than its start; staff do not wait for themselves', async t => {
  const rules = policyWith({ approval: 'staff', approvalHoldSeconds: 3600 as Seconds })
  t.match(decide({}, { rules }), { state: 'requested', expiresAt: on('09:00', '2026-03-02') })
  t.match(decide({}, { rules, staff: true }), { state: 'confirmed', expiresAt: null })
  const soon = instant(now + 1_800_000)
  t.equal(approvalExpiry(rules, soon, now), soon)
})

t.test('facts of another instrument are a broken promise', async t => {
  t.throws(() => decide({ instrumentId: 'ist_2' }, {}), /another instrument/)
})

t.test('what claims its place and what has given it up', async t => {
  for (const state of ['requested', 'confirmed', 'in_use', 'completed'] as const) t.ok(isLive(state), state)
  for (const state of ['cancelled', 'rejected', 'expired', 'no_show', 'displaced'] as const)
    t.notOk(isLive(state), state)
})

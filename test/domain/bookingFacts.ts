import type { BookingRequest } from '../../src/domain/booking.ts'
import type { BookingFacts, InstrumentFacts } from '../../src/domain/bookingFacts.ts'
import { MAY_BOOK_DEFAULT } from '../../src/domain/instrument.ts'
import type { PolicyRules } from '../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../src/domain/policyDefaults.ts'
import type { Day, Seconds } from '../../src/domain/units.ts'
import { at } from '../support/clock.ts'

/** Monday 2026-03-02, eight in the morning in China: when everything here is decided. */
export const now = at('2026-03-02T08:00+08:00')

/** `on('10:00')` is a time on Wednesday 2026-03-04, in China. */
export const on = (time: string, day = '2026-03-04') => at(`${day}T${time}+08:00`)

export const aRequest = (given: Partial<BookingRequest> = {}): BookingRequest => ({
  instrumentId: 'ist_1',
  start: on('10:00'),
  end: on('12:00'),
  places: 1,
  kind: 'use',
  personId: 'psn_1',
  bookedById: 'psn_1',
  projectId: null,
  allianceId: null,
  agreementId: null,
  details: {},
  ...given,
})

export const anInstrument = (given: Partial<InstrumentFacts> = {}): InstrumentFacts => ({
  id: 'ist_1',
  institutionId: 'ins_host',
  poolId: null,
  resourceClass: 'ms',
  exclusive: true,
  capacity: 1,
  turnaroundSeconds: 0 as Seconds,
  zone: 'Asia/Shanghai',
  operatingState: 'operation',
  mayBook: MAY_BOOK_DEFAULT,
  invitedProjectIds: [],
  customsSupervisedUntil: null,
  ...given,
})

export const policyWith = (given: Partial<PolicyRules> = {}): PolicyRules => ({ ...DEFAULT_POLICY, ...given })

/** Facts under which everything is allowed: a member's project on a free instrument without quota. */
export const someFacts = (given: Partial<BookingFacts> = {}): BookingFacts => ({
  kind: 'new',
  instrument: anInstrument(),
  rules: policyWith(),
  staff: false,
  startDay: '2026-03-04' as Day,
  holder: { institutionId: 'ins_member', groupId: 'grp_1' },
  project: {
    id: 'prj_1',
    groupId: 'grp_1',
    institutionId: 'ins_member',
    startsOn: '2026-01-01' as Day,
    endsOn: '2026-12-31' as Day,
  },
  unclearProjectIds: [],
  personOnProject: true,
  bookerShares: true,
  term: { id: 'shr_1', audience: 'alliance', allianceId: 'all_1', priceCategory: 'member', quota: 'none' },
  membership: { allianceId: 'all_1', right: 'full' },
  agreement: null,
  outages: [],
  neighbours: [],
  caps: [],
  quota: null,
  ...given,
})

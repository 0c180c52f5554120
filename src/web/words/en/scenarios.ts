import type { Texts } from '../shape.ts'
import type { scenarios as original } from '../zhCn/scenarios.ts'

export const scenarios: Texts<typeof original> = {
  title: 'Scenarios',
  detail:
    'How alliances really work, as far as it can be followed here so far. Each is tested on both databases.',
  alliance: 'Alliance or platform',
  works: 'What can be done',
  see: 'Where to see it',
  rows: {
    pool: {
      name: 'National protein science centre, proteomics',
      works:
        'Twenty mass spectrometers are one pool: of 200 who want the same slot at once ' +
        'exactly 20 get it, on 20 different instruments; the other 180 are shown free time ' +
        'nearby.',
      see: 'Find time: search for “mass”, and book any one of the pool',
    },
    agreement: {
      name: 'Beijing life and health consortium',
      works:
        'The glioma agreement binds three parties: a fourth, though a member, cannot book ' +
        'under it. Government members see but do not book.',
      see: 'Alliance → Agreements',
    },
    confidential: {
      name: 'Diagnostic reagent alliance',
      works:
        'Twenty-seven competitors: bookings of others show as busy only; the chair sees hours ' +
        'by member and closed month; the pooled quota is never overdrawn.',
      see: 'The timeline of Find time; Alliance → Quota',
    },
    states: {
      name: 'Huairou machine time',
      works:
        'A facility on trial is bookable by invited projects only, one in research by nobody; ' +
        '870 allocations sum to exactly 580,000.0 h after 100,000 random steps.',
      see: 'Instruments; Quota',
    },
  },
}

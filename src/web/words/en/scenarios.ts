import type { Texts } from '../shape.ts'
import type { scenarios as original } from '../zhCn/scenarios.ts'

export const scenarios: Texts<typeof original> = {
  title: 'Scenarios',
  detail:
    'How alliances really work, to be followed here by hand. Each button logs you in as somebody of the ' +
    'demonstration and opens the place; the numbers stand beside. Every row is tested on both databases.',
  enter: 'Go there',
  here: 'You are this person',
  none: 'This site shows no scenarios',
  noneHelp: 'They belong to the demonstration: npm run demo makes one.',
  rows: {
    pool: {
      name: 'National protein science centre: 20 mass spectrometers in one pool',
      tested:
        'Tested besides: of 200 requests at once for 09:00–13:00 exactly 20 are confirmed, on 20 different ' +
        'instruments; the other 180 are refused with three alternatives or more.',
      steps: {
        any: {
          do: 'Press “Book this instrument”, tick “Any one of … will do”, and confirm.',
          see: 'The dialog names the unit you would get out of 20. Book the same time again: another unit.',
        },
        full: {
          do: 'Tap 09:00–13:00 on any instrument, tick “Any one of … will do”.',
          see: 'All 20 are taken from 09:00 to 13:00: refused, with 3 free times nearby or more.',
        },
      },
    },
    agreement: {
      name: 'Beijing life and health consortium: agreements between some of the members',
      tested: 'Tested besides: the fourth member may book the same time without the agreement.',
      steps: {
        parties: {
          do: 'Look at the agreements.',
          see: 'The glioma agreement has 3 parties out of 15 members, and forms a consortium of its own.',
        },
        fourth: {
          do: 'Press “Book this instrument”, and under “Under an agreement” choose the one on glioma:',
          see: 'Refused: your institution, though a member, is not one of the 3 parties.',
        },
        party: {
          do: 'The same with the agreement to which your institution is a party:',
          see: 'Can be booked.',
        },
      },
    },
    confidential: {
      name: 'Diagnostic reagent alliance: 27 competitors and one pool of hours',
      tested:
        'Tested besides: what a member downloads of the pool proves the sums without a rival’s id, person ' +
        'or time in it.',
      steps: {
        own: {
          do: 'Look at the first qPCR system at 09:00–13:00.',
          see: 'As member A you see your own booking with its title.',
        },
        busy: {
          do: 'Look at the same four hours as member B.',
          see: '“Busy”: no title, no person, no institution.',
        },
        exhausted: {
          do: 'Press “Book this instrument” and ask for any half hour.',
          see: 'Refused: it would make 1,080.5 h of 27 × 40 = 1,080 h this quarter.',
        },
        chair: {
          do: 'See what the chair sees of the pool; grant the reserve 60 h; go back to the step before.',
          see: '1,080 h granted, use up to the last closed month. After the grant B can book.',
        },
      },
    },
    states: {
      name: 'Huairou machine time: what may be booked in which state',
      tested:
        'Tested besides: 870 allocations sum to exactly 580,000.0 h, and to the second after 100,000 ' +
        'random steps.',
      steps: {
        invited: {
          do: 'Press “Book this instrument” on the station in trial operation.',
          see: 'You are on the one invited project: can be requested; the station approves.',
        },
        other: {
          do: 'The same station, as somebody of another project.',
          see: 'Refused: in trial operation only invited projects book.',
        },
        research: {
          do: 'Press “Book this instrument” on the station in research, invited or not.',
          see: 'Refused: in research nobody books.',
        },
      },
    },
  },
}

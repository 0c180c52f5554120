import { bookingStates, roles } from '../../../contract/messages/terms/en.ts'
import type { Texts } from '../shape.ts'
import type { common as original } from '../zhCn/common.ts'

export const common: Texts<typeof original> = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  back: 'Back',
  add: 'Add',
  edit: 'Edit',
  remove: 'Remove',
  retry: 'Try again',
  search: 'Search',
  all: 'All',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  optional: ' (optional)',
  required: 'Required',
  more: 'Show more',
  from: 'Start',
  to: 'End',
  date: 'Date',
  time: 'Time',
  reason: 'Reason',
  instrument: 'Instrument',
  institution: 'Institution',
  person: 'Person',
  project: 'Project',
  group: 'Group',
  alliance: 'Alliance',
  status: 'Status',
  actions: 'Actions',
  empty: 'Nothing here yet',
  hours: count => `${count} h`,
  minutes: count => `${count} min`,
  days: count => `${count} d`,
  unit: 'unit of time',
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  yourZone: (zone, wall) => `In your zone (${zone}): ${wall}`,
  zoneOf: zone => `Time zone: ${zone}`,
  saved: 'Saved',
  openOutside:
    'WeChat keeps no files: tap “…” at the top right, choose “Open in browser”, and download there.',
  dryRun: 'Tried out, not saved',
  mayLift: who => `May be lifted by: ${who}`,
  list: parts => parts.join(', '),
  ruleLimit: 'Limit',
  asked: 'Asked for',
  problemTitle: 'This could not be done',
  faultsTitle: 'Please check',
  alternatives: 'Free nearby, one tap to book',
  requestId: id => `Request ${id}`,
  roles: {
    ...capital(roles),
    'group-leader': 'Group leader',
    researcher: 'Researcher',
  },
  bookingStates: capital(bookingStates),
}

/** Words that stand by themselves here begin large. */
function capital<Code extends string>(words: Readonly<Record<Code, string>>): Readonly<Record<Code, string>> {
  const begun = Object.entries<string>(words).map(([code, word]) => [
    code,
    `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
  ])
  return Object.fromEntries(begun) as Readonly<Record<Code, string>>
}

import type { Texts } from '../shape.ts'
import type { outages as original } from '../zhCn/outages.ts'

export const outages: Texts<typeof original> = {
  title: 'Outages',
  detail: 'Planned and unplanned ones are counted apart',
  add: 'Add outage',
  addTitle: 'Add outage',
  editTitle: 'Change outage',
  kind: 'Kind',
  kinds: { planned: 'Planned', unplanned: 'Unplanned' },
  reason: 'Reason',
  reasonHelp: 'Users will see it',
  start: 'Start',
  end: 'End',
  affectedCount: count => (count === 1 ? '1 booking is affected' : `${count} bookings are affected`),
  affectedHelp: 'They stay after saving; you decide about each, to reschedule or to cancel it.',
  noneAffected: 'No booking is affected',
  tryFirst: 'See whom it hits',
  save: 'Take it down',
  saveEdit: 'Save changes',
  changed: 'Something was changed: look again whom it hits.',
  retire: 'Take back',
  retireTitle: 'Take this outage back?',
  retireHelp:
    'For one that was entered by mistake: its time can be booked again and it is no longer counted. ' +
    'If the instrument is up early, change the end instead.',
  none: 'No outages',
  noneHelp:
    'Enter an outage for calibration, service or a failure: nobody can book that time, and the ' +
    'bookings it hits are listed.',
  showPast: 'Show those that are over',
  now: 'down now',
  coming: 'to come',
  over: 'over',
  endsBeforeStart: 'The end must come after the start',
}

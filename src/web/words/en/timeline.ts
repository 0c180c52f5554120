import type { TimelineWords } from '../../timeline/model.ts'

export const timeline: TimelineWords = {
  instrument: 'Instrument',
  now: 'Now',
  free: 'free',
  closed: 'closed',
  past: 'past',
  plannedOutage: 'planned outage',
  unplannedOutage: 'out of order',
  own: 'my booking',
  selected: 'selected time',
  pending: 'being saved',
  noRows: 'No instruments to show.',
  nothing: 'Nothing on this day',
  legend: 'Legend',
  states: {
    busy: 'taken',
    requested: 'pending approval',
    confirmed: 'confirmed',
    in_use: 'in use',
    completed: 'completed',
    maintenance: 'maintenance',
  },
  keys:
    'Arrow keys move. Page Up and Page Down go a day back and on, Home and End to the ends of the day. ' +
    'Shift with left or right selects a time. Enter books free time or opens a booking. ' +
    'Control and Enter opens the instrument. ' +
    'Alt with arrows moves your own booking, Alt and Shift with left or right changes its length. ' +
    'Escape drops it.',
  because: (what, reason) => `${what} (${reason})`,
  placesLeft: (left, capacity) => `${left} of ${capacity} places left`,
  places: count => `${count} places`,
  localTime: (time, zone) => `at the instrument ${time} (${zone})`,
  itemsInCell: count => `${count} bookings`,
  sentence: parts => parts.join(', '),
  hours: hours => (hours === 1 ? '1 hour' : `${hours} hours`),
  selecting: (time, length) => `Selected ${time}, ${length}`,
  moving: (title, row, time) => `Move “${title}” to ${row}, ${time}`,
  resizing: (title, time) => `Change “${title}” to ${time}`,
  confirmHint: 'Enter confirms, Escape drops',
  dropped: 'Dropped',
  book: 'Book',
  open: 'Open',
  more: count => `Show ${count} more`,
}

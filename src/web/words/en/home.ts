import type { Texts } from '../shape.ts'
import type { home as original } from '../zhCn/home.ts'

export const home: Texts<typeof original> = {
  hello: name => `Hello, ${name}`,
  today: 'Today',
  nothingToday: 'No bookings today',
  nothingTodayHelp: 'Find an instrument and see where there is free time.',
  next: 'Coming up',
  waiting: 'Awaiting approval',
  waitingUntil: moment => `Answer due by ${moment}`,
  toApprove: count => (count === 1 ? 'One request waits for you' : `${count} requests wait for you`),
  openInbox: 'Go to approvals',
  quotaLeft: 'Quota left',
  repeat: 'Book again',
  repeatTitle: 'Used lately',
  checkIn: 'Check in',
  checkOut: 'Check out',
  open: 'Open',
  free: 'Book now',
  noQuota: 'There is no quota to show. Instruments of your own institution usually need none.',
}

import { DateTime } from 'luxon'
import type { BookingRow } from '../../src/store/bookings/rows.ts'
import { type Span, span } from '../../src/domain/span.ts'
import type { TimeOfDay } from '../../src/domain/units.ts'
import { at } from './clock.ts'
import type { History } from './history.ts'

/** The first of the month after it. */
export const afterTheMonth = at('2026-11-01T00:00+08:00')
export const theMonth = span(at('2026-10-01T00:00+08:00'), afterTheMonth)

const october = DateTime.fromISO('2026-10-01', { zone: 'Asia/Shanghai' })
const days = Array.from({ length: 31 }, (_, index) => october.plus({ days: index }))
const weekdays = days.filter(day => day.weekday <= 5)

const hoursOf = (day: DateTime, from: number, to: number): Span =>
  span(day.plus({ hours: from }).toMillis(), day.plus({ hours: to }).toMillis())

/** The workday with this number, the two that the outages take not counted. */
const workday = (number: number) => weekdays.toSpliced(1, 2)[number - 1] as DateTime

const workHours = {
  weekly: ([1, 2, 3, 4, 5] as const).map(weekday => ({
    weekday,
    from: '08:00' as TimeOfDay,
    to: '22:00' as TimeOfDay,
  })),
  exceptions: [],
}

/**
 * The example month of the report's definition in real rows: open 8–22 on 22 workdays, one of them under
 * maintenance, broken from that evening until the next workday 14:00; on the others 12 h are reserved.
 */
export async function writeExampleMonth(history: History) {
  const { host, member, outsider } = history
  const of = await history.instrument({ rules: { opening: workHours }, createdAt: theMonth.start })
  await history.share(of)
  const book = (number: number, [from, to]: readonly [number, number], booking: Partial<BookingRow>) =>
    history.book(of, hoursOf(workday(number), from, to), booking)
  const use = async (
    number: number,
    [from, to]: readonly [number, number],
    user: typeof host | typeof member,
  ) => {
    const { id } = await book(number, [8, 20], user)
    await history.use(of, hoursOf(workday(number), from, to), { ...user, bookingId: id })
  }
  for (let number = 1; number <= 10; number++) await use(number, [8, 20], host)
  await use(11, [8, 14], host)
  for (let number = 12; number <= 16; number++) await use(number, [8, 20], member)
  await use(17, [17, 20], member)
  await use(18, [8, 20], outsider)
  await use(19, [8, 17], outsider)
  await book(20, [8, 16], { ...member, state: 'no_show', cancelledLate: true })
  await book(20, [16, 20], { ...member, state: 'cancelled', cancelledLate: true })
  const [, maintained, broken] = weekdays as [DateTime, DateTime, DateTime]
  await history.down(of, hoursOf(maintained, 0, 24), 'planned')
  const failure = span(maintained.plus({ hours: 20 }).toMillis(), broken.plus({ hours: 14 }).toMillis())
  await history.down(of, failure, 'unplanned')
  return of
}

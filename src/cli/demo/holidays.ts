import type { DatedException } from '../../domain/policy.ts'
import type { Day } from '../../domain/units.ts'
import { dayBounds } from '../../domain/zone.ts'
import { demoZone } from './zone.ts'

const chineseDate = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: demoZone,
})

/** By month and day, of the sun's year and of the moon's. Make-up workdays are left out. */
const OF_THE_SUN: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '04-05': '清明节',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '05-03': '劳动节',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(day => [`10-0${day}`, '国庆节'])),
}

const OF_THE_MOON: Readonly<Record<string, string>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(day => [`1/${day}`, '春节'])),
  '5/5': '端午节',
  '8/15': '中秋节',
}

/** The public holiday of mainland China that falls on a day, if any. */
export const holidayOn = (day: Day): string | undefined =>
  OF_THE_SUN[day.slice(5)] ?? OF_THE_MOON[moonDay(day)]

function moonDay(day: Day): string {
  const parts = chineseDate.formatToParts(dayBounds(demoZone, day).start)
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
  return `${part('month')}/${part('day')}`
}

/** The holidays among some days, as an instrument that keeps hours closes on them. */
export const closedOnHolidays = (days: readonly Day[]): DatedException[] =>
  days.flatMap(date => {
    const note = holidayOn(date)
    return note === undefined ? [] : [{ date, open: [], note }]
  })

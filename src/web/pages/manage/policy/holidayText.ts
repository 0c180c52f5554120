import { parseDate } from '@internationalized/date'
import { addDays } from '../../../time.ts'

/** What a text says of a date: off, or a weekend day on which people work. */
export interface HolidayDate {
  readonly date: string
  readonly kind: 'off' | 'work'
  readonly note: string
}

interface HolidayReading {
  readonly dates: readonly HolidayDate[]
  /** Pieces in which no date was found although they look like having one. */
  readonly unread: readonly string[]
}

const spanDaysMax = 31

/**
 * Reads a list of holidays: the yearly notice of the State Council (`春节：2月6日（周六）至12日（周五）放假调休，
 * 2月13日（周六）上班。`), or one date or span a line (`2027-02-06 – 2027-02-12 春节`).
 *
 * @param year - of dates that say none, where the whole text says none.
 */
export function readHolidays(text: string, year: string): HolidayReading {
  const plain = text.normalize('NFKC').replaceAll(/\([^)]*\)/gu, '')
  let ofYear = /(\d{4})年(?!\s*\d)/u.exec(plain)?.[1] ?? year
  const pieces = plain.split(/[\n。;]/u).map(piece => piece.trim())
  const dates: HolidayDate[] = []
  const unread: string[] = []
  let note = ''
  for (const piece of pieces) {
    if (!/\d/u.test(piece)) continue
    // A line with a year of its own is about itself.
    note = noteOf(piece) ?? (/^\d{4}/u.test(piece) ? '' : note)
    const found = datesOf(piece, ofYear).map(({ date, kind }) => ({ date, kind, note }))
    // A sentence goes on in the year of the one before.
    ofYear = found.at(-1)?.date.slice(0, 4) ?? ofYear
    if (found.length === 0 && /\d\s*月|\d[-/.]\d/u.test(piece)) unread.push(piece)
    dates.push(...found)
  }
  return { dates, unread }
}

/** `一、元旦: 1月1日…` is about 元旦, `2027-01-01 元旦` too; a sentence that only goes on has no name. */
function noteOf(piece: string): string | undefined {
  const [, before] = /^(?:[一二三四五六七八九十]+、)?([^\d:]{1,20}):/u.exec(piece) ?? []
  if (before !== undefined) return before.trim()
  const [, behind] =
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*(?:[-–—~至到]\s*\d[\d\-/.]*)?\s+(\D.{0,40})$/u.exec(piece) ?? []
  return behind?.trim()
}

const dayPattern = /(?:(\d{4})[-/.年])?(?:(\d{1,2})[-/.月])?(\d{1,2})(?!\d|天|年|号文)日?/gu

/** The dates of a piece, part by part: what ends in 上班 is worked, all else is off. */
function datesOf(piece: string, year: string): Omit<HolidayDate, 'note'>[] {
  let month: string | undefined
  let ofYear = year
  return piece.split(/[,，]/u).flatMap(part => {
    const kind = /上班|補班|补班/u.test(part) ? ('work' as const) : ('off' as const)
    const days = [...part.matchAll(dayPattern)].flatMap(([, saidYear, saidMonth, day]) => {
      ofYear = saidYear ?? ofYear
      month = saidMonth ?? month
      return month === undefined ? [] : (validDay(ofYear, month, day ?? '') ?? [])
    })
    const [first, last] = days
    const isSpan =
      first !== undefined && last !== undefined && days.length === 2 && /[至到~–—]|\d\s+-\s+\d/u.test(part)
    const all = isSpan ? daysBetween(first, last) : days
    return all.map(date => ({ date, kind }))
  })
}

function validDay(year: string, month: string, day: string): string | undefined {
  try {
    return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).toString()
  } catch {
    // 2027-02-30 looks like a date and is none.
    return undefined
  }
}

function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last && days.length < spanDaysMax; day = addDays(day, 1)) days.push(day)
  return days
}

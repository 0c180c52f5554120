import type { Schema } from '../../api/schemas.ts'
import type { Words } from '../../words/shape.ts'

type Rules = Schema<'PolicyRules'>
type Stretch = Rules['opening']['weekly'][number]
type Cap = Rules['caps'][number]

/** One rule in words; several sentences where it has several sides. */
export interface RuleLine {
  readonly name: string
  readonly texts: readonly string[]
}

interface Speech {
  readonly words: Words['instrument']
  /** A length as people say it. */
  readonly length: (seconds: number) => string
  /** Things beside one another, `周一、周三`. */
  readonly list: (parts: readonly string[]) => string
  /** Basis points as a share, `50%`. */
  readonly share: (basisPoints: number) => string
}

type Naming = Pick<Speech, 'words' | 'list'>

/** The booking rules of an instrument in words, in the order in which somebody who books meets them. */
export function ruleLines(rules: Rules, turnaroundSeconds: number, speech: Speech): RuleLine[] {
  const { words, length } = speech
  const lines: (RuleLine | null)[] = [
    { name: words.open, texts: openingTexts(rules.opening, speech) },
    exceptionsLine(rules.opening, speech),
    { name: words.unit, texts: [isByDay(rules) ? words.byDay : words.byTime(length(rules.gridSeconds))] },
    {
      name: words.length,
      texts: [words.lengthBetween(length(rules.shortestSeconds), length(rules.longestSeconds))],
    },
    { name: words.notice, texts: [noticeText(rules, speech)] },
    { name: words.horizon, texts: [words.horizonUpTo(length(rules.horizonSeconds))] },
    { name: words.approval, texts: [approvalText(rules, speech)] },
    { name: words.caps, texts: rules.caps.map(cap => capText(cap, speech)) },
    { name: words.change, texts: [changeText(rules, speech)] },
    { name: words.cancel, texts: cancelTexts(rules, speech) },
    { name: words.attendance, texts: attendanceTexts(rules, speech) },
    noShowLine(rules, speech),
    { name: words.charge, texts: [words.charges[rules.chargeFor]] },
    {
      name: words.turnaround,
      texts: turnaroundSeconds === 0 ? [] : [words.turnaroundOf(length(turnaroundSeconds))],
    },
    { name: words.runMode, texts: [words.runModes[rules.runMode]] },
  ]
  return lines.filter(line => line !== null && line.texts.length > 0) as RuleLine[]
}

const isByDay = ({ bookingUnit }: Rules) => bookingUnit === 'day'

function openingTexts({ weekly }: Rules['opening'], speech: Naming): string[] {
  const { words } = speech
  const isAlways = weekly.length === 7 && weekly.every(each => each.from === '00:00' && each.to === '24:00')
  if (isAlways) return [words.always]
  return weekly.length === 0 ? [words.closedAll] : stretchTexts(weekly, speech)
}

/** Weekdays with the same hours are said together, `周一至周五 08:30–20:30`. */
export function stretchTexts(weekly: readonly Stretch[], speech: Naming): string[] {
  const byHours = new Map<string, number[]>()
  for (const { weekday, from, to } of weekly) {
    const hours = `${from}–${to}`
    byHours.set(hours, [...(byHours.get(hours) ?? []), weekday])
  }
  return [...byHours].map(([hours, days]) => `${daysText(days, speech)} ${hours}`)
}

function daysText(days: readonly number[], { words, list }: Naming): string {
  const { weekdays, weekdayRange } = words
  const sorted = days.toSorted((a, b) => a - b)
  const [first, last] = [sorted[0] as number, sorted.at(-1) as number]
  const nameOf = (day: number) => weekdays[day - 1] ?? ''
  const isRun = sorted.length > 2 && last - first === sorted.length - 1
  return isRun ? weekdayRange(nameOf(first), nameOf(last)) : list(sorted.map(nameOf))
}

function exceptionsLine({ exceptions }: Rules['opening'], { words, list }: Naming): RuleLine | null {
  if (exceptions.length === 0) return null
  const texts = exceptions.map(({ date, open, note }) => {
    const hours = list(open.map(({ from, to }) => `${from}–${to}`))
    const text = hours === '' ? words.closedOn(date) : words.openOn(date, hours)
    return note === undefined ? text : `${text} (${note})`
  })
  return { name: words.exceptions, texts }
}

const noticeText = ({ noticeSeconds }: Rules, { words, length }: Speech) =>
  noticeSeconds === 0 ? words.noticeNone : words.noticeAtLeast(length(noticeSeconds))

const approvalText = ({ approval, approvalHoldSeconds }: Rules, { words, length }: Speech) =>
  approval === 'staff' ? words.approvalStaff(length(approvalHoldSeconds)) : words.approvalNone

/** Moving away frees time as late as cancelling would: where that costs, it is bound by the same window. */
function changeText(rules: Rules, { words, length }: Speech): string {
  const { changeWindowSeconds, cancelWindowSeconds, lateCancel, lateCancelForfeit } = rules
  const costs = lateCancel === 'refused' || lateCancelForfeit > 0
  const windowSeconds = costs ? Math.max(changeWindowSeconds, cancelWindowSeconds) : changeWindowSeconds
  return windowSeconds === 0 ? words.changeAlways : words.changeUntil(length(windowSeconds))
}

function cancelTexts(rules: Rules, { words, length, share }: Speech): string[] {
  const { cancelWindowSeconds, lateCancel, lateCancelForfeit } = rules
  if (cancelWindowSeconds === 0) return [words.cancelFreeAlways]
  const late = lateCancel === 'refused' ? words.lateRefused : words.lateForfeit(share(lateCancelForfeit))
  return [words.cancelFree(length(cancelWindowSeconds)), late]
}

function attendanceTexts({ attendance, checkInEarlySeconds }: Rules, { words, length }: Speech): string[] {
  const text = words.attendances[attendance]
  return attendance === 'check-in' ? [text, words.checkInFrom(length(checkInEarlySeconds))] : [text]
}

/** Only those who have to check in can be missed. */
function noShowLine(rules: Rules, { words, length, share }: Speech): RuleLine | null {
  if (rules.attendance === 'as-booked') return null
  const text = words.noShowForfeit(length(rules.noShowAfterSeconds), share(rules.noShowForfeit))
  return { name: words.noShow, texts: [text] }
}

function capText(cap: Cap, { words, length, list }: Speech): string {
  const limit = cap.measure === 'count' ? words.capCount(cap.limit) : length(cap.limit)
  const more = [
    cap.window && words.capWindow(list(stretchTexts(cap.window, { words, list }))),
    cap.exemptWithinSeconds !== undefined && words.capExempt(length(cap.exemptWithinSeconds)),
  ].filter(text => typeof text === 'string')
  const text = words.cap(words.capPer[cap.per], words.capPeriod[cap.period], limit)
  return more.length === 0 ? text : `${text} (${more.join('；')})`
}

import { parseDate } from '@internationalized/date'
import type { LedgerWithPeriods, Period } from '../../../../api/queries/ledgers.ts'
import { addDays, addMonths, dayOf, instantOf } from '../../../../time.ts'

/** A period as it is being typed: from a first day to a last one, both counted. */
export interface PeriodDraft {
  readonly name: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}

export interface ProposedPeriod extends PeriodDraft {
  readonly kind: 'quarter' | 'year'
  readonly startsOn: string
  readonly endsOn: string
}

/** A period by the days of its ledger, both counted. */
export interface DatedPeriod {
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
}

const monthsPerQuarter = 3
const monthsPerYear = 12

/**
 * The quarter and the year that may come next in a ledger: from the first day on, today or later, that no
 * period takes, until the next one begins. What has begun is cut at its beginning. Periods share no day, and
 * where use is only counted the rest of a year opens by itself, so there may be no whole quarter left.
 */
export function nextPeriods(ledger: LedgerWithPeriods, today: string): ProposedPeriod[] {
  const taken = datedPeriods(ledger)
  const free = firstFree(taken, today)
  return (['quarter', 'year'] as const).map(kind => {
    const begun = firstOf(kind, free)
    const before = taken.findLast(({ endsOn }) => endsOn < free)
    const startsOn = before === undefined || before.endsOn < begun ? begun : addDays(before.endsOn, 1)
    const months = kind === 'quarter' ? monthsPerQuarter : monthsPerYear
    const lastDay = addDays(addMonths(begun, months), -1)
    const after = taken.find(each => each.startsOn > free)
    const endsOn = after === undefined || after.startsOn > lastDay ? lastDay : addDays(after.startsOn, -1)
    return { kind, name: nameOf(kind, startsOn), startsOn, endsOn }
  })
}

/** The period of a ledger with which a draft shares a day, if there is one. */
export function periodInTheWay(
  ledger: LedgerWithPeriods,
  { startsOn, endsOn }: PeriodDraft,
): DatedPeriod | undefined {
  if (startsOn === null || endsOn === null) return undefined
  return datedPeriods(ledger).find(each => each.startsOn <= endsOn && startsOn <= each.endsOn)
}

/** The first one first. */
const datedPeriods = ({ periods, zone }: LedgerWithPeriods): DatedPeriod[] =>
  periods
    .toSorted((a, b) => instantOf(a.start) - instantOf(b.start))
    .map(({ name, start, end }: Period) => ({
      name,
      startsOn: dayOf(instantOf(start), zone),
      endsOn: dayOf(instantOf(end) - 1, zone),
    }))

function firstFree(taken: readonly DatedPeriod[], today: string): string {
  let day = today
  for (const { startsOn, endsOn } of taken) if (startsOn <= day && day <= endsOn) day = addDays(endsOn, 1)
  return day
}

function firstOf(kind: ProposedPeriod['kind'], day: string): string {
  const { year, month } = parseDate(day)
  const quarterMonth = month - ((month - 1) % monthsPerQuarter)
  return parseDate(day)
    .set({ year, month: kind === 'year' ? 1 : quarterMonth, day: 1 })
    .toString()
}

/** `2026Q4`, `2026` */
function nameOf(kind: ProposedPeriod['kind'], day: string): string {
  const { year, month } = parseDate(day)
  return kind === 'year' ? `${year}` : `${year}Q${Math.ceil(month / monthsPerQuarter)}`
}

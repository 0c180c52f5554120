import { parseDate } from '@internationalized/date'
import type { LedgerWithPeriods } from '../../../../api/queries/ledgers.ts'
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

const monthsPerQuarter = 3
const monthsPerYear = 12

/**
 * The quarter and the year that may come next in a ledger: from the day after its newest period on, or from
 * the one that runs `today` where it has none, or none of late. What has begun is cut at its beginning.
 */
export function nextPeriods({ periods, zone }: LedgerWithPeriods, today: string): ProposedPeriod[] {
  const [newest] = periods
  const after = newest === undefined ? null : dayOf(instantOf(newest.end), zone)
  return (['quarter', 'year'] as const).map(kind => {
    const begun = firstOf(kind, today)
    const startsOn = after === null || after < begun ? begun : after
    const first = firstOf(kind, startsOn)
    const months = kind === 'quarter' ? monthsPerQuarter : monthsPerYear
    return { kind, name: nameOf(kind, startsOn), startsOn, endsOn: addDays(addMonths(first, months), -1) }
  })
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

import { hoursText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'

/** A ratio as a percentage; a dash where there was nothing to divide by. */
export function usePercent(): (ratio: number | null | undefined) => string {
  const format = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 1 })
  return ratio => (ratio === null || ratio === undefined ? '—' : format.format(ratio))
}

/** Seconds as hours with their unit. */
export function useHours(): (seconds: number) => string {
  const locale = useLocale()
  const { common } = useStaffWords()
  return seconds => common.hours(hoursText(seconds, locale))
}

/** Hours for a chart, to two decimals: it counts no seconds. */
export const chartHours = (seconds: number) => Math.round(seconds / 36) / 100

import { useStaffWords } from '../../words/words.tsx'
import { useLocale } from '../../words/writing.ts'

const secondsPerHour = 3600

/** How amounts of a ledger are written and typed: those in seconds as hours, all others as they are. */
export interface Amounts {
  /** Of the figures: `小时`. */
  readonly unitName: string
  /** `12.5`, or a dash for what is not told. */
  readonly figure: (amount: number | null) => string
  /** `12.5 小时` */
  readonly text: (amount: number) => string
  /** The ledger's whole units for a typed number. */
  readonly unitsOf: (typed: number) => number
  /** The number to type for whole units. */
  readonly typedOf: (units: number) => number
}

export function useAmounts(unit: string): Amounts {
  const locale = useLocale()
  const { quota } = useStaffWords()
  const perUnit = unit === 'second' ? secondsPerHour : 1
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const unitName = quota.unitOf[unit] ?? unit
  return {
    unitName,
    figure: amount => (amount === null ? '—' : format.format(amount / perUnit)),
    text: amount => `${format.format(amount / perUnit)} ${unitName}`,
    unitsOf: typed => Math.round(typed * perUnit),
    typedOf: units => units / perUnit,
  }
}

/** What a class of resource is called; a site may have classes of its own. */
export function useClassName(): (resourceClass: string) => string {
  const { find } = useStaffWords()
  const names: Readonly<Record<string, string>> = find.classes
  return resourceClass => names[resourceClass] ?? resourceClass
}

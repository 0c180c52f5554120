const secondsPerHour = 3600

/** What the units of ledgers are called. */
export type UnitWords = Readonly<Record<'second' | 'day' | 'sample', string>>

interface Manner {
  /** The ledger's: `second`, `day` or `sample`. */
  readonly unit: string
  readonly locale: string
  readonly units: UnitWords
}

/** An amount of a ledger for people, `12.5 小时`: seconds are read as hours, the rest as it is. */
export function amountText(amount: number, { unit, locale, units }: Manner): string {
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const count = unit === 'second' ? amount / secondsPerHour : amount
  return `${figure.format(count)} ${units[unit as keyof UnitWords] ?? unit}`
}

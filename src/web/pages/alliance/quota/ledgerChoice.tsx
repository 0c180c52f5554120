import { useSearchParams } from 'wouter'
import type { Ledger, LedgerWithPeriods, Period } from '../../../api/queries/ledgers.ts'
import { Select } from '../../../kit/select.tsx'
import { dayOf, instantOf, now } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useClassName } from '../amounts.ts'
import { periodAt } from './holdings.ts'

interface Chosen {
  readonly ledger: LedgerWithPeriods | undefined
  readonly period: Period | undefined
}

/** The ledger and period that the address names; else the first ledger and the period of today. */
export function chosenOf(ledgers: readonly LedgerWithPeriods[], params: URLSearchParams): Chosen {
  const ledger = ledgers.find(each => each.id === params.get('ledger')) ?? ledgers[0]
  if (ledger === undefined) return { ledger, period: undefined }
  const named = ledger.periods.find(each => each.id === params.get('period'))
  return { ledger, period: named ?? periodAt(ledger, now()) ?? ledger.periods[0] }
}

/** `质谱仪 · 小时` */
export function useLedgerName(): (ledger: Ledger) => string {
  const { quota } = useStaffWords()
  const classNameOf = useClassName()
  return ({ resourceClass, unit }) => `${classNameOf(resourceClass)} · ${quota.unitOf[unit] ?? unit}`
}

/** Which books are looked at; the choice stands in the address. */
export function LedgerChoice({ ledgers }: { readonly ledgers: readonly LedgerWithPeriods[] }) {
  const { quota, books } = useStaffWords()
  const ledgerName = useLedgerName()
  const [params, setParams] = useSearchParams()
  const { ledger, period } = chosenOf(ledgers, params)
  if (ledger === undefined) return null
  const periodName = ({ name, start, end, state }: Period) => ({
    name: quota.periodText(
      name,
      dayOf(instantOf(start), ledger.zone),
      dayOf(instantOf(end) - 1, ledger.zone),
    ),
    detail: books.states[state] ?? state,
  })
  return (
    <div className="choices wide">
      <Select
        label={quota.ledger}
        choices={ledgers.map(each => ({ id: each.id, name: ledgerName(each) }))}
        value={ledger.id}
        onChange={id => setParams({ ledger: id })}
      />
      <Select
        label={quota.period}
        isDisabled={ledger.periods.length === 0}
        choices={ledger.periods.map(each => ({ id: each.id, ...periodName(each) }))}
        value={period?.id ?? null}
        onChange={id => setParams({ ledger: ledger.id, period: id })}
      />
    </div>
  )
}

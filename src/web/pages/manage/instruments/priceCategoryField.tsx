import { PRICE_CATEGORY_BY_DEFAULT } from '../../../../domain/sharing.ts'
import { type Instrument, usePolicy } from '../../../api/queries/instruments.ts'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useMoney } from '../../../words/writing.ts'
import { wordOf } from '../wordOf.ts'

interface PriceCategoryFieldProps {
  readonly instrument: Instrument
  readonly value: string
  readonly onChange: (category: string) => void
}

/** Which of the prices in the rules holds, each with its figure. */
export function PriceCategoryField({ instrument, value, onChange }: PriceCategoryFieldProps) {
  const { hosted, instrument: words, policyEditor } = useStaffWords()
  const money = useMoney()
  const rules = usePolicy(instrument.id).data?.rules
  const prices = new Map(Object.entries(rules?.price?.perUnitMinor ?? {}))
  const unit = rules?.bookingUnit === 'day' ? policyEditor.perDay : policyEditor.perHour
  const usual = Object.values(PRICE_CATEGORY_BY_DEFAULT)
  const choices = [...new Set([...usual, ...prices.keys(), value])].map(id => {
    const minor = prices.get(id)
    const currency = rules?.price?.currency
    const isPriced = minor !== undefined && currency !== undefined
    const detail = isPriced ? hosted.priceEach(money({ minor, currency }), unit) : hosted.noPriceSet
    return { id, name: wordOf(words.categories, id), detail }
  })
  return (
    <Select
      label={hosted.priceCategory}
      help={hosted.priceCategoryHelp}
      choices={choices}
      value={value}
      onChange={onChange}
    />
  )
}

import { useState } from 'react'
import { PRICE_CATEGORY_BY_DEFAULT } from '../../../../domain/sharing.ts'
import { Button } from '../../../kit/button.tsx'
import { InlineNumber, InlineText, Sentence } from '../../../kit/inline.tsx'
import { Section } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { wordOf } from '../wordOf.ts'
import type { RulesProps } from './rules.ts'

const minorPerUnit = 100
const usualCurrency = 'CNY'
const categoryCharactersMax = 50

/** What an hour or a day costs, by whom it is for. */
export function PriceFields({ rules, onChange }: RulesProps) {
  const { policyEditor } = useStaffWords()
  const { price } = rules
  const currency = price?.currency ?? usualCurrency
  const prices = Object.entries(price?.perUnitMinor ?? {})
  const set = (next: readonly (readonly [string, number])[]) =>
    onChange({ price: next.length === 0 ? undefined : { currency, perUnitMinor: Object.fromEntries(next) } })
  const free = Object.values(PRICE_CATEGORY_BY_DEFAULT).filter(
    each => !prices.some(([name]) => name === each),
  )
  return (
    <Section title={policyEditor.price}>
      <div className="card stack-tight">
        {prices.length === 0 && <p className="quiet">{policyEditor.noPrice}</p>}
        {prices.map(([category, minor], index) => (
          <div key={category} className="row">
            <Sentence
              text={policyEditor.priceOf(
                wordOf(policyEditor.categoryNames, category),
                rules.bookingUnit === 'day' ? policyEditor.perDay : policyEditor.perHour,
              )}
              parts={{
                amount: (
                  <InlineNumber
                    label={`${wordOf(policyEditor.categoryNames, category)} ${policyEditor.amount}`}
                    value={minor / minorPerUnit}
                    onChange={amount =>
                      set(
                        prices.map((each, at) =>
                          at === index ? [category, Math.round(amount * minorPerUnit)] : each,
                        ),
                      )
                    }
                    minValue={0}
                  />
                ),
                currency,
              }}
            />
            <Button
              look="plain"
              aria-label={`${wordOf(policyEditor.categoryNames, category)} ${policyEditor.removePrice}`}
              onPress={() => set(prices.filter((_, at) => at !== index))}
            >
              ✕
            </Button>
          </div>
        ))}
        <AddPrice free={free} onAdd={category => set([...prices, [category, 0]])} />
      </div>
    </Section>
  )
}

interface AddPriceProps {
  /** Usual categories that have no price yet. */
  readonly free: readonly string[]
  readonly onAdd: (category: string) => void
}

function AddPrice({ free, onAdd }: AddPriceProps) {
  const { policyEditor } = useStaffWords()
  const [other, setOther] = useState('')
  const name = other.trim()
  return (
    <div className="row">
      {free.map(category => (
        <Button key={category} look="plain" onPress={() => onAdd(category)}>
          + {wordOf(policyEditor.categoryNames, category)}
        </Button>
      ))}
      <InlineText
        label={policyEditor.category}
        placeholder={policyEditor.category}
        value={other}
        onChange={setOther}
        size="long"
        maxLength={categoryCharactersMax}
      />
      <Button
        isDisabled={name === ''}
        onPress={() => {
          onAdd(name)
          setOther('')
        }}
      >
        {policyEditor.addPrice}
      </Button>
    </div>
  )
}

import { useEffect, useEffectEvent, useState } from 'react'
import { useAlliances } from '../../api/queries/alliances.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { useInstrumentsFound } from '../../api/queries/instruments.ts'
import { usePools } from '../../api/queries/pools.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { type Choice, Select } from '../../kit/select.tsx'
import { useNarrow } from '../../kit/useNarrow.ts'
import { useSettled } from '../../kit/useSettled.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import type { FilterKey, FindState } from './findState.ts'

const wordsCharactersMax = 200
const any = 'any'

/** The search box, and beneath it what narrows the search. */
export function Filters({ state }: { readonly state: FindState }) {
  const words = useWords().find
  const { asked } = state
  const isNarrow = useNarrow()
  const { q: _, ...narrowing } = asked
  const count = Object.keys(narrowing).length
  return (
    <search className="stack-tight">
      <SettledText name="q" label={words.search} placeholder={words.placeholder} state={state} />
      <details className="filters" open={!isNarrow || count > 0}>
        <summary>{count === 0 ? words.filters : `${words.filters} (${count})`}</summary>
        <div className="filter-fields">
          <FilterSelects state={state} />
          <SettledText name="place" label={words.place} placeholder="" state={state} />
        </div>
        {count > 0 && (
          <Button look="plain" onPress={state.clear}>
            {words.clear}
          </Button>
        )}
      </details>
    </search>
  )
}

/** What can be chosen is what there is. */
function FilterSelects({ state: { asked, set } }: { readonly state: FindState }) {
  const { find: words, common } = useWords()
  const nameOf = useNameOf()
  const all = useInstrumentsFound({}).data?.items ?? []
  const hostIds = new Set(all.map(each => each.institutionId))
  const hosts = (useInstitutions().data ?? []).filter(each => hostIds.has(each.id))
  const alliances = useAlliances().data ?? []
  const pools = usePools().data ?? []
  const named = (things: readonly { id: string; name: string; nameEn: string | null }[]) =>
    things.map(each => ({ id: each.id, name: nameOf(each) }))
  const distinct = (values: readonly (string | null)[], nameOfOne: (value: string) => string) =>
    [...new Set(values)].flatMap(id => (id === null ? [] : [{ id, name: nameOfOne(id) }]))
  const classes = distinct(
    all.map(each => each.resourceClass),
    id => words.classes[id] ?? id,
  )
  const techniques = distinct(
    all.map(each => each.technique),
    id => id,
  )
  const fields = [
    ['class', words.resourceClass, asked.resourceClass, classes],
    ['technique', words.technique, asked.technique, techniques],
    ['pool', words.pool, asked.poolId, named(pools)],
    ['alliance', common.alliance, asked.allianceId, named(alliances)],
    ['institution', common.institution, asked.institutionId, named(hosts)],
  ] as const
  return fields.map(([key, label, value, choices]) => (
    <FilterSelect
      key={key}
      label={label}
      value={value}
      choices={choices}
      onChange={id => set({ [key]: id })}
    />
  ))
}

interface FilterSelectProps {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  /** Empty: any. */
  readonly onChange: (id: string) => void
}

function FilterSelect({ label, value = any, choices, onChange }: FilterSelectProps) {
  const words = useWords().find
  return (
    <Select
      label={label}
      choices={[{ id: any, name: words.any }, ...choices]}
      value={value}
      onChange={id => onChange(id === any ? '' : id)}
    />
  )
}

interface SettledTextProps {
  readonly name: Extract<FilterKey, 'q' | 'place'>
  readonly label: string
  readonly placeholder: string
  readonly state: FindState
}

/** Text that is searched for once typing rests; the address follows it, and it follows the address. */
function SettledText({ name, label, placeholder, state }: SettledTextProps) {
  const kept = (name === 'q' ? state.asked.q : state.asked.location) ?? ''
  const [typed, setTyped] = useState(kept)
  const settled = useSettled(typed)
  const [seen, setSeen] = useState(kept)
  // The address changed under it, by a link or by clearing: that is what counts now.
  if (seen !== kept) {
    setSeen(kept)
    if (kept !== settled.trim()) setTyped(kept)
  }
  const keep = useEffectEvent((text: string) => {
    if (text !== kept) state.set({ [name]: text })
  })
  useEffect(() => keep(settled.trim()), [settled])
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      type="search"
      value={typed}
      onChange={setTyped}
      maxLength={wordsCharactersMax}
    />
  )
}

import { useEffect, useEffectEvent, useState } from 'react'
import { useAlliances } from '../../api/queries/alliances.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { useInstrumentFacets } from '../../api/queries/instruments.ts'
import { usePools } from '../../api/queries/pools.ts'
import type { Schema } from '../../api/schemas.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { type Choice, Select } from '../../kit/select.tsx'
import { useNarrow } from '../../kit/useNarrow.ts'
import { useSettled } from '../../kit/useSettled.ts'
import { useWords } from '../../words/words.tsx'
import { useNameOf, useTechniqueName } from '../../words/writing.ts'
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
          <PlaceText state={state} />
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

/** What can be chosen is what there is, over all instruments that the reader may see. */
function FilterSelects({ state: { asked, set } }: { readonly state: FindState }) {
  const { find: words, common } = useWords()
  const techniqueName = useTechniqueName()
  const facets = useInstrumentFacets().data
  const hosts = useNames(useInstitutions().data)
  const alliances = useNames(useAlliances().data)
  const pools = useNames(usePools().data)
  const fields = [
    [
      'class',
      words.resourceClass,
      asked.resourceClass,
      choicesOf(facets?.resourceClasses, id => words.classes[id] ?? id),
    ],
    ['technique', words.technique, asked.technique, choicesOf(facets?.techniques, techniqueName)],
    ['pool', words.pool, asked.poolId, choicesOf(facets?.pools, pools)],
    ['alliance', common.alliance, asked.allianceId, choicesOf(facets?.alliances, alliances)],
    ['institution', common.institution, asked.institutionId, choicesOf(facets?.institutions, hosts)],
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

interface Named {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
}

/** The name for an id; undefined while the names are still on their way. */
function useNames(things: readonly Named[] = []): (id: string) => string | undefined {
  const nameOf = useNameOf()
  const byId = new Map(things.map(each => [each.id, nameOf(each)]))
  return id => byId.get(id)
}

type Facets = Schema<'InstrumentFacets'>['techniques']

/** Each value by its name, the most frequent first, with how many instruments have it. */
const choicesOf = (facets: Facets = [], nameOf: (value: string) => string | undefined): readonly Choice[] =>
  facets.flatMap(({ value, count }) => {
    const name = nameOf(value)
    return name === undefined ? [] : [{ id: value, name, detail: String(count) }]
  })

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

function PlaceText({ state }: { readonly state: FindState }) {
  const words = useWords().find
  const locations = useInstrumentFacets().data?.locations ?? []
  return (
    <SettledText
      name="place"
      label={words.place}
      placeholder=""
      state={state}
      suggestions={locations.map(each => each.value)}
    />
  )
}

interface SettledTextProps {
  readonly name: Extract<FilterKey, 'q' | 'place'>
  readonly label: string
  readonly placeholder: string
  readonly state: FindState
  readonly suggestions?: readonly string[]
}

/** Text that is searched for once typing rests; the address follows it, and it follows the address. */
function SettledText({ name, state, ...rest }: SettledTextProps) {
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
    <TextField {...rest} type="search" value={typed} onChange={setTyped} maxLength={wordsCharactersMax} />
  )
}

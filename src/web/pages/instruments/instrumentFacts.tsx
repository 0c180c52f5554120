import type { ReactNode } from 'react'
import type { Instrument } from '../../api/queries/instruments.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { usePools } from '../../api/queries/pools.ts'
import { Section } from '../../kit/page.tsx'
import { useSpeech } from '../../words/words.tsx'
import { useNameOf, useTechniqueName } from '../../words/writing.ts'
import { Photo } from './photo.tsx'

/** What an instrument is and where it stands. */
export function InstrumentFacts({ instrument }: { readonly instrument: Instrument }) {
  const { language, words: all } = useSpeech()
  const words = all.instrument
  const nameOf = useNameOf()
  const techniqueName = useTechniqueName()
  const host = useInstitutions().data?.find(each => each.id === instrument.institutionId)
  const pool = usePools().data?.find(each => each.id === instrument.poolId)
  const { exclusive, capacity, resourceClass, technique, operatingState, photoUpdatedAt } = instrument
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.otherName, language === 'en' ? instrument.name : instrument.nameEn],
    [words.host, nameOf(host)],
    [words.location, instrument.location],
    [words.zone, instrument.zone],
    [words.maker, instrument.maker],
    [words.model, instrument.model],
    [words.serial, instrument.serial],
    [words.assetNumber, instrument.assetNumber],
    [words.resourceClass, all.find.classes[resourceClass] ?? resourceClass],
    [words.classCode, instrument.classCode],
    [words.technique, technique && techniqueName(technique)],
    [words.pool, pool && nameOf(pool)],
    [words.capacity, exclusive ? words.exclusive : words.shared(capacity)],
    [words.state, words.states[operatingState]],
    [words.commissionedOn, instrument.commissionedOn],
    [words.customs, instrument.customsSupervisedUntil],
    [words.contact, instrument.contact],
    [words.service, instrument.serviceText],
  ]
  return (
    <Section title={words.facts}>
      <div className="card stack">
        <Photo
          instrumentId={instrument.id}
          updatedAt={photoUpdatedAt}
          label={words.photo(nameOf(instrument))}
        />
        <dl className="facts">
          {facts
            .filter(([, value]) => value !== null && value !== undefined && value !== '')
            .filter(([name, value]) => name !== words.otherName || value !== nameOf(instrument))
            .map(([name, value]) => (
              <FactRow key={name} name={name} value={value} />
            ))}
          <Details details={instrument.details} />
        </dl>
      </div>
    </Section>
  )
}

const FactRow = ({ name, value }: { readonly name: string; readonly value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

/** What its class is asked about, and whatever else the lab says. */
function Details({ details }: { readonly details: Instrument['details'] }) {
  const { instrument: words, common } = useSpeech().words
  const names = new Map(Object.entries(words.detailNames))
  const textOf = (value: string | number | boolean | readonly string[]) => {
    if (typeof value === 'boolean') return value ? common.yes : common.no
    return typeof value === 'object' ? common.list(value) : String(value)
  }
  return Object.entries(details).map(([name, value]) => (
    <FactRow key={name} name={names.get(name) ?? name} value={textOf(value)} />
  ))
}

import { useState } from 'react'
import { Link } from 'wouter'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { type Instrument, useInstruments } from '../../api/queries/instruments.ts'
import { type SharingTerm, useSharingTerms } from '../../api/queries/sharingTerms.ts'
import { Button } from '../../kit/button.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { ScrollBox } from '../../kit/page.tsx'
import { dayOf, instantOf } from '../../time.ts'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { AlliancePage } from './alliancePage.tsx'

/** Terms are asked for instrument by instrument: so many at a time. */
const instrumentsPerStep = 25

/** Which instruments are open to the alliance, and on what terms. */
export function SharedPage({ allianceId }: { readonly allianceId: string }) {
  const { alliance: words } = useStaffWords()
  return (
    <AlliancePage allianceId={allianceId} part="sharing" title={words.sharedTitle} detail={words.sharedHelp}>
      {() => <Shared allianceId={allianceId} />}
    </AlliancePage>
  )
}

function Shared({ allianceId }: { readonly allianceId: string }) {
  const { alliance: words, common } = useStaffWords()
  const nameOf = useNameOf()
  const [count, setCount] = useState(instrumentsPerStep)
  const asked = useInstruments({ allianceId })
  const institutions = useInstitutions({ allianceId }).data ?? []
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data.length === 0) {
    return (
      <Empty title={words.noShared}>
        <p>{words.noSharedHelp}</p>
      </Empty>
    )
  }
  return (
    <>
      <ScrollBox label={words.sharedTitle}>
        <table>
          <thead>
            <tr>
              <th>{common.instrument}</th>
              <th>{words.host}</th>
              <th>{words.audience}</th>
              <th>{words.quotaMode}</th>
              <th>{words.priceCategory}</th>
              <th>{words.visibility}</th>
              <th>{words.since}</th>
              <th>{words.until}</th>
            </tr>
          </thead>
          <tbody>
            {asked.data.slice(0, count).map(each => (
              <InstrumentTerms
                key={each.id}
                allianceId={allianceId}
                instrument={each}
                host={nameOf(institutions.find(({ id }) => id === each.institutionId))}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {asked.data.length > count && (
        <div>
          <Button onPress={() => setCount(count + instrumentsPerStep)}>{words.moreInstruments}</Button>
        </div>
      )}
    </>
  )
}

interface InstrumentTermsProps {
  readonly allianceId: string
  readonly instrument: Instrument
  readonly host: string
}

function InstrumentTerms({ allianceId, instrument, host }: InstrumentTermsProps) {
  const { frame } = useStaffWords()
  const nameOf = useNameOf()
  const terms = useSharingTerms(instrument.id).data
  const ours = terms?.filter(each => each.allianceId === allianceId)
  const name = (
    <th scope="row" className="name-cell">
      <Link href={`/instruments/${instrument.id}`}>{nameOf(instrument)}</Link>
    </th>
  )
  if (ours === undefined) {
    return (
      <tr>
        {name}
        <td>{host}</td>
        <td colSpan={6}>{frame.loading}</td>
      </tr>
    )
  }
  return ours.map(term => (
    <tr key={term.id}>
      {name}
      <td>{host}</td>
      <TermCells term={term} zone={instrument.zone} />
    </tr>
  ))
}

function TermCells({ term, zone }: { readonly term: SharingTerm; readonly zone: string }) {
  const { alliance: words } = useStaffWords()
  const { audience, quota, priceCategory, visibility, startsAt, endsAt } = term
  return (
    <>
      <td>{words.audiences[audience] ?? audience}</td>
      <td>{words.quotaModes[quota] ?? quota}</td>
      <td>{words.priceCategories[priceCategory] ?? priceCategory}</td>
      <td>{words.visibilities[visibility] ?? visibility}</td>
      <td className="date-cell">{dayOf(instantOf(startsAt), zone)}</td>
      <td className="date-cell">{endsAt === null ? words.openEnd : dayOf(instantOf(endsAt), zone)}</td>
    </>
  )
}

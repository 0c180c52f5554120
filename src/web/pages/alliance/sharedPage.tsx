import { useState } from 'react'
import { Link } from 'wouter'
import { useInstitutions } from '../../api/queries/institutions.ts'
import { type ListedTerm, useAllianceTerms } from '../../api/queries/sharingTerms.ts'
import { Checkbox } from '../../kit/field.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { RecordTable } from '../../kit/recordTable.tsx'
import { useNow } from '../../kit/useNow.ts'
import { useStaffWords } from '../../words/words.tsx'
import { useLocale, useNameOf } from '../../words/writing.ts'
import { isOver, useTermColumns } from '../manage/instruments/termColumns.tsx'
import { AlliancePage } from './alliancePage.tsx'

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
  const { alliance: words } = useStaffWords()
  const [showsEnded, setShowsEnded] = useState(false)
  const now = useNow()
  const asked = useAllianceTerms(allianceId)
  if (asked.data === undefined) return <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
  const shown = asked.data.filter(term => showsEnded || !isOver(term, now))
  return (
    <>
      {shown.length === 0 ? (
        <Empty title={words.noShared}>
          <p>{words.noSharedHelp}</p>
        </Empty>
      ) : (
        <Terms allianceId={allianceId} terms={shown} />
      )}
      {asked.data.some(term => isOver(term, now)) && (
        <Checkbox isSelected={showsEnded} onChange={setShowsEnded}>
          {words.showEnded}
        </Checkbox>
      )}
    </>
  )
}

interface TermsProps {
  readonly allianceId: string
  readonly terms: readonly ListedTerm[]
}

function Terms({ allianceId, terms }: TermsProps) {
  const { alliance: words, common, hosted } = useStaffWords()
  const nameOf = useNameOf()
  const locale = useLocale()
  const columns = useTermColumns<ListedTerm>(({ instrument }) => instrument.zone)
  const institutions = new Map(useInstitutions({ allianceId }).data?.map(each => [each.id, each]))
  const byName = new Intl.Collator(locale, { numeric: true })
  return (
    <RecordTable
      label={words.sharedTitle}
      rows={terms.toSorted((one, other) => byName.compare(nameOf(one.instrument), nameOf(other.instrument)))}
      idOf={term => term.id}
      columns={[
        {
          name: common.instrument,
          look: 'head',
          cell: ({ instrument, instrumentId }) => (
            <>
              <Link href={`/instruments/${instrumentId}`}>{nameOf(instrument)}</Link>
              <span className="quiet block">{nameOf(institutions.get(instrument.institutionId))}</span>
            </>
          ),
        },
        { name: hosted.audience, cell: ({ audience }) => hosted.audiences[audience] },
        ...columns,
      ]}
    />
  )
}

import { useAlliances } from '../../api/queries/alliances.ts'
import { type Instrument, usePolicy } from '../../api/queries/instruments.ts'
import { useMe } from '../../api/queries/me.ts'
import { type SharingTerm, useSharingTerms } from '../../api/queries/sharingTerms.ts'
import { Section } from '../../kit/page.tsx'
import { RecordTable } from '../../kit/recordTable.tsx'
import { Chip } from '../../kit/status.tsx'
import { QuotaCard } from '../../quota/quotaCard.tsx'
import { useMyQuota } from '../../quota/useMyQuota.ts'
import { instantOf, now } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { useMoney, useNameOf } from '../../words/writing.ts'

/** To whom the instrument is open, at which price and against which quota; the reader's own first. */
export function Prices({ instrument }: { readonly instrument: Instrument }) {
  const { instrument: words, common } = useWords()
  const terms = useSharingTerms(instrument.id).data ?? []
  const standing = terms.filter(each => each.endsAt === null || instantOf(each.endsAt) > now())
  const isMine = useIsMine(instrument)
  const sorted = standing.toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)))
  if (sorted.length === 0) return null
  return (
    <Section title={words.price}>
      <QuotaLeft resourceClass={instrument.resourceClass} terms={sorted.filter(isMine)} />
      <RecordTable
        label={words.prices}
        rows={sorted}
        idOf={term => term.id}
        columns={[
          { name: words.audience, look: 'head', cell: term => <AudienceOf term={term} /> },
          { name: words.prices, look: 'number', cell: term => <PriceOf term={term} /> },
          { name: words.quota, cell: ({ quota }) => words.quotas[quota] },
          { name: common.status, cell: term => isMine(term) && <Chip tone="accent">{words.yours}</Chip> },
        ]}
      />
    </Section>
  )
}

interface QuotaLeftProps {
  readonly resourceClass: string
  readonly terms: readonly SharingTerm[]
}

/** What the reader has left to use it with, by the alliances through which they may. */
function QuotaLeft({ resourceClass, terms }: QuotaLeftProps) {
  const { lots = [] } = useMyQuota()
  const allianceIds = terms.map(each => each.allianceId)
  return lots
    .filter(({ ledger }) => ledger.resourceClass === resourceClass && allianceIds.includes(ledger.allianceId))
    .map(({ account, lot, ledger, title }) => (
      <QuotaCard key={lot.id} account={account} lot={lot} title={title} zone={ledger.zone} headingLevel={3} />
    ))
}

interface TermProps {
  readonly term: SharingTerm
}

function AudienceOf({ term: { audience, allianceId } }: TermProps) {
  const words = useWords().instrument
  const nameOf = useNameOf()
  const alliance = useAlliances().data?.find(each => each.id === allianceId)
  return (
    <>
      {words.audiences[audience]}
      {alliance !== undefined && <span className="quiet block">{nameOf(alliance)}</span>}
    </>
  )
}

function PriceOf({ term: { instrumentId, priceCategory } }: TermProps) {
  const words = useWords().instrument
  const money = useMoney()
  const rules = usePolicy(instrumentId).data?.rules
  const minor = new Map(Object.entries(rules?.price?.perUnitMinor ?? {})).get(priceCategory)
  if (rules?.price === undefined || minor === undefined) return words.noPrice
  const text = money({ minor, currency: rules.price.currency })
  return rules.bookingUnit === 'day' ? words.perDay(text) : words.perHour(text)
}

/** Whether a term is addressed to the reader by one of their institutions. */
function useIsMine({ institutionId }: Instrument): (term: SharingTerm) => boolean {
  const ownIds = (useMe().data?.affiliations ?? []).map(each => each.institutionId)
  const [ownId] = ownIds
  const asked = ownId === undefined ? {} : { institutionId: ownId }
  const joined = useAlliances(asked, { enabled: ownId !== undefined }).data
  const allianceIds = ownId === undefined ? [] : (joined ?? []).map(each => each.id)
  const isHost = ownIds.includes(institutionId)
  return ({ audience, allianceId }) => {
    if (audience === 'own') return isHost
    return !isHost && audience === 'alliance' && allianceId !== null && allianceIds.includes(allianceId)
  }
}

import type { SharingTerm } from '../../../api/queries/sharingTerms.ts'
import type { RecordColumn } from '../../../kit/recordTable.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { dayOf, instantOf } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { wordOf } from '../wordOf.ts'
import { lastDayOf } from './sharingForm.ts'

export const isOver = ({ endsAt }: SharingTerm, now: number) => endsAt !== null && instantOf(endsAt) <= now

/** What is said of a term wherever terms are listed; days by the clock of its instrument. */
export function useTermColumns<Term extends SharingTerm>(
  zoneOf: (term: Term) => string,
): readonly RecordColumn<Term>[] {
  const { common, hosted, instrument } = useStaffWords()
  return [
    { name: hosted.quota, cell: ({ quota }) => hosted.quotas[quota] },
    { name: hosted.visibility, cell: ({ visibility }) => hosted.visibilities[visibility] },
    {
      name: hosted.priceCategory,
      cell: ({ priceCategory }) => wordOf(instrument.categories, priceCategory),
    },
    { name: hosted.from, look: 'whole', cell: term => dayOf(instantOf(term.startsAt), zoneOf(term)) },
    { name: hosted.until, look: 'whole', cell: term => lastDayOf(term, zoneOf(term)) ?? hosted.noEnd },
    { name: common.status, look: 'whole', cell: term => <Standing term={term} /> },
  ]
}

function Standing({ term }: { readonly term: SharingTerm }) {
  const { hosted } = useStaffWords()
  const now = useNow()
  if (isOver(term, now)) return <Chip>■ {hosted.ended}</Chip>
  return instantOf(term.startsAt) <= now ? (
    <Chip tone="good">✓ {hosted.inForce}</Chip>
  ) : (
    <Chip tone="warn">◔ {hosted.toCome}</Chip>
  )
}

import type { OutageTold } from '../../../api/queries/outages.ts'
import { Note } from '../../../kit/note.tsx'
import { spanOf, spanText } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale } from '../../../words/writing.ts'

interface AffectedProps {
  readonly bookings: OutageTold['affected']
  readonly zone: string
}

/** The bookings that lose time to an outage. */
export function Affected({ bookings, zone }: AffectedProps) {
  const { common, manage, outages } = useStaffWords()
  const locale = useLocale()
  if (bookings.length === 0) return <Note tone="good" title={`✓ ${outages.noneAffected}`} role="status" />
  return (
    <Note tone="warn" title={outages.affectedCount(bookings.length)} role="status">
      <p>{outages.affectedHelp}</p>
      <ul>
        {bookings.map(({ id, person, state, ...span }) => (
          <li key={id}>
            {spanText(spanOf(span), zone, locale)} · {person.name ?? manage.unnamed} ·{' '}
            {common.bookingStates[state as keyof typeof common.bookingStates]}
          </li>
        ))}
      </ul>
    </Note>
  )
}

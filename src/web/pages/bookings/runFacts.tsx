import type { Booking } from '../../api/queries/bookings.ts'
import { type Run, useRuns } from '../../api/queries/runs.ts'
import { Section } from '../../kit/page.tsx'
import { useWords } from '../../words/words.tsx'
import { useLength } from '../../words/writing.ts'
import type { BookingUnit } from './verdict.tsx'

interface RunFactsProps {
  readonly booking: Booking
  readonly unit: BookingUnit
}

/** Booked, used and charged: three numbers. */
export function RunFacts({ booking, unit }: RunFactsProps) {
  const words = useWords().booking
  const runs = useRuns({ bookingId: booking.id }).data ?? []
  return (
    <Section title={words.used}>
      {runs.length === 0 && <p className="quiet">{words.notUsed}</p>}
      {runs.map(run => (
        <OneRun key={run.id} run={run} unit={unit} />
      ))}
    </Section>
  )
}

function OneRun({ run, unit }: { readonly run: Run; readonly unit: BookingUnit }) {
  const words = useWords().booking
  const length = useLength()
  const charged = unit === 'day' ? words.chargedUnits(String(run.chargedUnits)) : length(run.chargedUnits)
  return (
    <dl className="facts card">
      <dt>{words.bookedTime}</dt>
      <dd>{length(run.bookedSeconds)}</dd>
      <dt>{words.usedTime}</dt>
      <dd>{length(run.usedSeconds)}</dd>
      <dt>{words.chargedTime}</dt>
      <dd>{charged}</dd>
      {run.samples !== null && (
        <>
          <dt>{words.samples}</dt>
          <dd>{run.samples}</dd>
        </>
      )}
      <dt>{words.evidence}</dt>
      <dd>{words.evidences[run.evidence] ?? run.evidence}</dd>
    </dl>
  )
}

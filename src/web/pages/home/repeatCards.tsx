import { useState } from 'react'
import type { Booking } from '../../api/queries/bookings.ts'
import { useInstrument } from '../../api/queries/instruments.ts'
import { Button } from '../../kit/button.tsx'
import { Section } from '../../kit/page.tsx'
import { clocksDiffer, instantOf, now, spanOf, spanText, viewerZone } from '../../time.ts'
import { LOCALES } from '../../words/language.ts'
import { useSpeech, useWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { RepeatDialog } from '../bookings/repeatDialog.tsx'
import { isLive } from '../find/timelineRows.ts'

const shownMax = 3

/** The instruments used last, each a tap away from the same time next week. */
export function RepeatCards({ bookings }: { readonly bookings: readonly Booking[] }) {
  const { home } = useWords()
  const [repeated, setRepeated] = useState<Booking | null>(null)
  const lately = new Map<string, Booking>()
  for (const each of bookings.toSorted((a, b) => instantOf(b.start) - instantOf(a.start))) {
    const isPast = instantOf(each.start) < now() && each.kind === 'use' && isLive(each)
    if (isPast && !lately.has(each.instrumentId)) lately.set(each.instrumentId, each)
  }
  if (lately.size === 0) return null
  return (
    <Section title={home.repeatTitle}>
      <div className="grid-cards">
        {[...lately.values()].slice(0, shownMax).map(booking => (
          <RepeatCard key={booking.id} booking={booking} onRepeat={() => setRepeated(booking)} />
        ))}
      </div>
      {repeated !== null && <RepeatDialog booking={repeated} onClose={() => setRepeated(null)} />}
    </Section>
  )
}

interface RepeatCardProps {
  readonly booking: Booking
  readonly onRepeat: () => void
}

function RepeatCard({ booking, onRepeat }: RepeatCardProps) {
  const { language, words } = useSpeech()
  const nameOf = useNameOf()
  const instrument = useInstrument(booking.instrumentId).data
  const zone = instrument?.zone ?? viewerZone()
  const span = spanOf(booking)
  return (
    <article className="card row-apart">
      <div>
        <h3>{nameOf(instrument)}</h3>
        <p className="quiet">{spanText(span, zone, LOCALES[language])}</p>
        {clocksDiffer(zone, viewerZone(), span.start) && <p className="quiet">{words.common.zoneOf(zone)}</p>}
      </div>
      <Button onPress={onRepeat}>{words.home.repeat}</Button>
    </article>
  )
}

import { useState } from 'react'
import type { Booking } from '../../api/queries/bookings.ts'
import { useInstrumentsById } from '../../api/queries/instruments.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Empty } from '../../kit/note.tsx'
import { Section } from '../../kit/page.tsx'
import { useNow } from '../../kit/useNow.ts'
import { instantOf } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { BookingRow } from './bookingRow.tsx'
import { RepeatDialog } from './repeatDialog.tsx'

const shownAtFirst = 10
const ENDED_WELL: readonly Booking['state'][] = ['completed', 'no_show']
const ON: readonly Booking['state'][] = ['requested', 'confirmed', 'in_use']

interface Group {
  readonly title: string
  readonly none: string
  readonly help?: string
  readonly bookings: readonly Booking[]
}

/** Own bookings as lists: ahead, past, and what came to nothing. */
export function BookingLists({ bookings }: { readonly bookings: readonly Booking[] }) {
  const words = useWords().booking
  const now = useNow()
  const [repeated, setRepeated] = useState<Booking | null>(null)
  const byStart = bookings.toSorted((a, b) => instantOf(a.start) - instantOf(b.start))
  const isAhead = (each: Booking) => ON.includes(each.state) && instantOf(each.end) > now
  const isPast = (each: Booking) =>
    ENDED_WELL.includes(each.state) || (ON.includes(each.state) && !isAhead(each))
  const latestFirst = byStart.toReversed()
  const groups: readonly Group[] = [
    {
      title: words.upcoming,
      none: words.noUpcoming,
      help: words.noUpcomingHelp,
      bookings: byStart.filter(isAhead),
    },
    { title: words.past, none: words.noPast, bookings: latestFirst.filter(isPast) },
    {
      title: words.gone,
      none: words.noGone,
      bookings: latestFirst.filter(each => !isAhead(each) && !isPast(each)),
    },
  ]
  return (
    <>
      {groups.map(group => (
        <BookingGroup key={group.title} {...group} onRepeat={setRepeated} />
      ))}
      {repeated !== null && <RepeatDialog booking={repeated} onClose={() => setRepeated(null)} />}
    </>
  )
}

interface BookingGroupProps extends Group {
  readonly onRepeat: (booking: Booking) => void
}

function BookingGroup({ title, none, help, bookings, onRepeat }: BookingGroupProps) {
  const { common, booking: words } = useWords()
  const [count, setCount] = useState(shownAtFirst)
  const shown = bookings.slice(0, count)
  const instruments = useInstrumentsById([...new Set(shown.map(each => each.instrumentId))])
  return (
    <Section title={title}>
      {shown.length === 0 && help === undefined && <p className="quiet">{none}</p>}
      {shown.length === 0 && help !== undefined && (
        <Empty title={none}>
          <p>{help}</p>
          <LinkButton href="/find">{words.find}</LinkButton>
        </Empty>
      )}
      {shown.length > 0 && (
        <ul className="booking-rows">
          {shown.map(booking => (
            <BookingRow
              key={booking.id}
              booking={booking}
              instrument={instruments.get(booking.instrumentId)}
              onRepeat={() => onRepeat(booking)}
            />
          ))}
        </ul>
      )}
      {bookings.length > count && (
        <div>
          <Button look="plain" onPress={() => setCount(count + shownAtFirst)}>
            {common.more}
          </Button>
        </div>
      )}
    </Section>
  )
}

import { useState } from 'react'
import { useLive } from '../../api/live.ts'
import { useBookings } from '../../api/queries/bookings.ts'
import { LinkButton } from '../../kit/button.tsx'
import { ChoiceBar } from '../../kit/choiceBar.tsx'
import { Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { useNarrow } from '../../kit/useNarrow.ts'
import { addDays, dayOf, now, startOfDay, viewerZone, writeInstant } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import { BookingLists } from './bookingLists.tsx'
import { OwnTimeline } from './ownTimeline.tsx'

const daysBack = 92
const daysAhead = 366
const nothing: readonly string[] = []

/** The reader's own bookings: what lies ahead, what was, and against time. */
export function BookingsPage() {
  const { booking: words, find } = useWords()
  const isNarrow = useNarrow()
  const [chosenView, setView] = useState<'timeline' | 'list' | null>(null)
  const view = chosenView ?? (isNarrow ? 'list' : 'timeline')
  const own = useOwnBookings()
  useLive(nothing)
  return (
    <Page
      title={words.title}
      actions={
        <>
          <ChoiceBar
            label={words.views}
            choices={[
              { id: 'timeline', name: words.timeline },
              { id: 'list', name: words.list },
            ]}
            value={view}
            onChange={setView}
          />
          <LinkButton href="/find" look="main">
            {find.title}
          </LinkButton>
        </>
      }
    >
      {own.data === undefined ? (
        <Waiting error={own.error} onRetry={() => void own.refetch()} />
      ) : (
        <>
          {view === 'timeline' && own.data.length > 0 && <OwnTimeline bookings={own.data} />}
          <BookingLists bookings={own.data} />
        </>
      )}
    </Page>
  )
}

function useOwnBookings() {
  const zone = viewerZone()
  const today = dayOf(now(), zone)
  const at = (days: number) => writeInstant(startOfDay(addDays(today, days), zone), 'UTC')
  return useBookings({ mine: true, from: at(-daysBack), to: at(daysAhead) })
}

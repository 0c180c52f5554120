import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useBookings } from '../../../api/queries/bookings.ts'
import { type Instrument, useAvailability } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { useNarrow } from '../../../kit/useNarrow.ts'
import { useNow } from '../../../kit/useNow.ts'
import { dayOf, daysSpan, dayText, type Span, viewerZone, writeInstant } from '../../../time.ts'
import { Timeline } from '../../../timeline/timeline.tsx'
import { TimelineLegend } from '../../../timeline/legend.tsx'
import { TimelineList } from '../../../timeline/list.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale, useNameOf } from '../../../words/writing.ts'
import { matching } from '../matching.ts'
import { NoInstruments } from '../noInstruments.tsx'
import { OutageDialog } from '../outages/outageDialog.tsx'
import { useKept } from '../useKept.ts'
import { useMyInstruments } from '../useMyInstruments.ts'
import { boardRows, isDrawn } from './boardRows.ts'
import { BookingPanel } from './bookingPanel.tsx'
import { Counters } from './counters.tsx'
import { DayBar } from './dayBar.tsx'

const snapMinutes = 15
/** As many calendars as the service reads at once. */
const rowsMax = 200

/** All instruments of the reader on one day, by name, as it happens. */
export function DayBoardPage() {
  const { board } = useStaffWords()
  const mine = useMyInstruments()
  if (mine.isPending || mine.error !== null) {
    return (
      <Page title={board.title}>
        <Waiting error={mine.error} onRetry={() => location.reload()} />
      </Page>
    )
  }
  if (mine.instruments.length === 0) {
    return (
      <Page title={board.title}>
        <NoInstruments />
      </Page>
    )
  }
  return <DayBoard instruments={mine.instruments} />
}

function DayBoard({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const { board, manage } = useStaffWords()
  const now = useNow()
  const zone = instruments[0]?.zone ?? viewerZone()
  const kept = useKept<'day' | 'view'>()
  const today = dayOf(now, zone)
  const day = kept.day('day') ?? today
  const isNarrow = useNarrow()
  const view = kept.text('view') ?? (isNarrow ? 'list' : 'timeline')
  const isList = view === 'list'
  const [words, setWords] = useState('')
  const found = useMemo(() => instruments.filter(matching(words)), [instruments, words])
  const shown = useMemo(() => found.slice(0, rowsMax), [found])
  return (
    <Page
      title={board.title}
      detail={board.detail(instruments.length)}
      actions={
        <Button onPress={() => kept.keep({ view: isList ? 'timeline' : 'list' })}>
          {isList ? board.timeline : board.list}
        </Button>
      }
    >
      <div className="board-bar">
        <DayBar
          day={day}
          today={today}
          zone={zone}
          onChange={next => kept.keep({ day: next === today ? null : next })}
        />
        <TextField
          label={manage.narrow}
          placeholder={manage.narrowHelp}
          value={words}
          onChange={setWords}
          type="search"
        />
      </div>
      {found.length > rowsMax && <p className="quiet">{manage.tooMany(rowsMax, found.length)}</p>}
      <Board instruments={shown} day={day} zone={zone} now={now} isList={isList} />
    </Page>
  )
}

interface BoardProps {
  readonly instruments: readonly Instrument[]
  readonly day: string
  readonly zone: string
  readonly now: number
  readonly isList: boolean
}

/** What is opened beside the board: a booking, or an outage for a time that was selected. */
type Opened =
  | { readonly kind: 'booking'; readonly id: string }
  | { readonly kind: 'outage'; readonly instrumentId: string; readonly span: Span }

function Board({ instruments, day, zone, now, isList }: BoardProps) {
  const { board, manage, outages, timeline } = useStaffWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState<Opened | null>(null)
  // What staff want of free time here is to close it; they book where everybody does.
  const words = useMemo(() => ({ ...timeline, book: outages.add }), [timeline, outages])
  const ids = useMemo(() => instruments.map(each => each.id), [instruments])
  const window = useMemo(() => daysSpan(day, 1, zone), [day, zone])
  const asked = { from: writeInstant(window.start, zone), to: writeInstant(window.end, zone) }
  const times = useAvailability({ instrumentIds: ids, ...asked })
  const bookings = useBookings(asked)
  const rows = useMemo(
    () => boardRows(instruments, times.data ?? [], bookings.data ?? [], { nameOf, unnamed: manage.unnamed }),
    [instruments, times.data, bookings.data, nameOf, manage.unnamed],
  )
  const onThese = (bookings.data ?? []).filter(each => ids.includes(each.instrumentId))
  const label = board.grid(dayText(window.start, zone, locale))
  const error = times.error ?? bookings.error
  const look = {
    rows,
    window,
    zone,
    now,
    language: locale,
    words,
    label,
    snapMinutes,
    onSelect: (instrumentId: string, span: Span) => setOpened({ kind: 'outage', instrumentId, span }),
    onOpen: (id: string) => setOpened({ kind: 'booking', id }),
  }
  const close = () => setOpened(null)
  return (
    <>
      <Counters
        bookings={onThese.filter(isDrawn)}
        outageCount={rows.reduce((sum, row) => sum + row.outages.length, 0)}
      />
      {error !== null && <Waiting error={error} onRetry={() => void bookings.refetch()} />}
      {isList ? (
        <>
          <h2 className="hidden-visually">{label}</h2>
          <TimelineList {...look} />
        </>
      ) : (
        <Timeline
          {...look}
          zoom="day"
          onMove={id => look.onOpen(id)}
          onResize={id => look.onOpen(id)}
          onFollow={href => navigate(href)}
        />
      )}
      <TimelineLegend words={timeline} />
      {opened?.kind === 'booking' && <BookingPanel key={opened.id} id={opened.id} onClose={close} />}
      {opened?.kind === 'outage' && (
        <OutageDialog
          instruments={instruments}
          first={{ instrumentId: opened.instrumentId, span: opened.span }}
          onClose={close}
        />
      )}
    </>
  )
}

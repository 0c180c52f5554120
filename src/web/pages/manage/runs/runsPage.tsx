import { useMemo, useState } from 'react'
import { type Booking, useBookings } from '../../../api/queries/bookings.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type Run, useRuns } from '../../../api/queries/runs.ts'
import { Button, LinkButton } from '../../../kit/button.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { type RecordColumn, RecordTable } from '../../../kit/recordTable.tsx'
import {
  addMonths,
  dayOf,
  firstOfMonth,
  hoursText,
  instantOf,
  now,
  spanOf,
  spanText,
  startOfDay,
  viewerZone,
  writeInstant,
} from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale, useNameOf } from '../../../words/writing.ts'
import { InstrumentSelect } from '../instrumentSelect.tsx'
import { useKept } from '../useKept.ts'
import { useMyInstruments } from '../useMyInstruments.ts'
import { wordOf } from '../wordOf.ts'
import { MonthBar } from './monthBar.tsx'
import { RunDialog } from './runDialog.tsx'

/** The rows of a month that are shown at once. */
const rowsAtOnce = 50

/** What really happened on the reader's instruments, month by month. */
export function RunsPage() {
  const { manage, runs } = useStaffWords()
  const { instruments } = useMyInstruments()
  const kept = useKept<'instrument' | 'month'>()
  const chosenId = kept.text('instrument')
  const instrument = instruments.find(each => each.id === chosenId) ?? null
  const zone = (instrument ?? instruments[0])?.zone ?? viewerZone()
  const month = firstOfMonth(kept.day('month') ?? dayOf(now(), zone))
  const asked = {
    from: writeInstant(startOfDay(month, zone), zone),
    to: writeInstant(startOfDay(addMonths(month, 1), zone), zone),
    ...(chosenId !== null && { instrumentId: chosenId }),
  }
  const found = useRuns(asked)
  const bookings = useBookings(asked)
  const byId = useMemo(() => new Map(instruments.map(each => [each.id, each])), [instruments])
  // The list also has the reader's own runs elsewhere.
  const shown = (found.data ?? []).filter(run => byId.has(run.instrumentId))
  return (
    <Page title={runs.title} actions={<LinkButton href="/manage/runs/log-book">{manage.logBook}</LinkButton>}>
      <div className="board-bar">
        <MonthBar month={month} zone={zone} onChange={next => kept.keep({ month: next })} />
        <InstrumentSelect
          instruments={instruments}
          value={chosenId}
          onChange={id => kept.keep({ instrument: id })}
          isAllOffered
        />
      </div>
      {found.data === undefined && <Waiting error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && shown.length === 0 && (
        <Empty title={runs.none}>
          <p className="quiet">{runs.noneHelp}</p>
        </Empty>
      )}
      {shown.length > 0 && <RunTable runs={shown} instruments={byId} bookings={bookings.data ?? []} />}
    </Page>
  )
}

interface RunTableProps {
  readonly runs: readonly Run[]
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly bookings: readonly Booking[]
}

function RunTable({ runs: listed, instruments, bookings }: RunTableProps) {
  const { common, manage, runs } = useStaffWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const [editedId, setEditedId] = useState<string | null>(null)
  const bookingOf = useMemo(() => new Map(bookings.map(each => [each.id, each])), [bookings])
  const [shownCount, setShownCount] = useState(rowsAtOnce)
  const sorted = listed.toSorted((a, b) => instantOf(b.start) - instantOf(a.start))
  const edited = listed.find(each => each.id === editedId)
  const of = (run: Run) => bookingOf.get(run.bookingId ?? '')
  const zoneOf = (run: Run) => instruments.get(run.instrumentId)?.zone ?? 'UTC'
  const columns: readonly RecordColumn<Run>[] = [
    {
      name: runs.when,
      look: 'head',
      cell: run => <span className="nowrap">{spanText(spanOf(run), zoneOf(run), locale)}</span>,
    },
    { name: common.instrument, cell: run => nameOf(instruments.get(run.instrumentId)) },
    { name: runs.person, cell: run => of(run)?.person.name ?? manage.unnamed },
    { name: runs.project, cell: run => of(run)?.projectCode ?? manage.noProject },
    { name: runs.subject, cell: run => of(run)?.title },
    { name: runs.used, look: 'number', cell: run => common.hours(hoursText(run.usedSeconds, locale)) },
    { name: runs.samples, look: 'number', cell: run => run.samples ?? '–' },
    { name: runs.mode, cell: run => runs.modes[run.mode] },
    { name: runs.evidence, cell: run => wordOf(runs.evidences, run.evidence) },
    { name: runs.rating, cell: run => (run.rating === null ? runs.noRating : runs.ratingOf(run.rating)) },
    {
      name: common.actions,
      look: 'actions',
      cell: run => (
        <Button look="plain" onPress={() => setEditedId(run.id)}>
          {runs.edit}
        </Button>
      ),
    },
  ]
  return (
    <>
      <RecordTable
        label={runs.title}
        columns={columns}
        rows={sorted.slice(0, shownCount)}
        idOf={run => run.id}
      />
      {sorted.length > shownCount && (
        <div>
          <Button onPress={() => setShownCount(shownCount + rowsAtOnce)}>{common.more}</Button>
        </div>
      )}
      {edited !== undefined && <RunDialog key={edited.id} run={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

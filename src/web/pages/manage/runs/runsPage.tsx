import { useMemo, useState } from 'react'
import { type Booking, useBookings } from '../../../api/queries/bookings.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type Run, useRuns } from '../../../api/queries/runs.ts'
import { Button, LinkButton } from '../../../kit/button.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Page, ScrollBox } from '../../../kit/page.tsx'
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
import { useWords } from '../../../words/words.tsx'
import { useLocale, useNameOf } from '../../../words/writing.ts'
import { InstrumentSelect } from '../instrumentSelect.tsx'
import { useMyInstruments } from '../useMyInstruments.ts'
import { wordOf } from '../wordOf.ts'
import { MonthBar } from './monthBar.tsx'
import { RunDialog } from './runDialog.tsx'

/** The rows of a month that are shown at once. */
const rowsAtOnce = 50

/** What really happened on the reader's instruments, month by month. */
export function RunsPage() {
  const { manage, runs } = useWords()
  const { instruments } = useMyInstruments()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const instrument = instruments.find(each => each.id === chosenId) ?? null
  const zone = (instrument ?? instruments[0])?.zone ?? viewerZone()
  const [month, setMonth] = useState(() => firstOfMonth(dayOf(now(), zone)))
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
        <MonthBar month={month} zone={zone} onChange={setMonth} />
        <InstrumentSelect instruments={instruments} value={chosenId} onChange={setChosenId} isAllOffered />
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
  const { common, runs } = useWords()
  const [editedId, setEditedId] = useState<string | null>(null)
  const bookingOf = useMemo(() => new Map(bookings.map(each => [each.id, each])), [bookings])
  const [shownCount, setShownCount] = useState(rowsAtOnce)
  const sorted = listed.toSorted((a, b) => instantOf(b.start) - instantOf(a.start))
  const edited = listed.find(each => each.id === editedId)
  return (
    <>
      <ScrollBox label={runs.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{runs.when}</th>
              <th scope="col">{common.instrument}</th>
              <th scope="col">{runs.person}</th>
              <th scope="col">{runs.project}</th>
              <th scope="col" className="number">
                {runs.used}
              </th>
              <th scope="col" className="number">
                {runs.samples}
              </th>
              <th scope="col">{runs.mode}</th>
              <th scope="col">{runs.evidence}</th>
              <th scope="col">{runs.rating}</th>
              <th scope="col">{common.actions}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shownCount).map(run => (
              <RunRow
                key={run.id}
                run={run}
                instrument={instruments.get(run.instrumentId)}
                booking={bookingOf.get(run.bookingId ?? '')}
                onEdit={() => setEditedId(run.id)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {sorted.length > shownCount && (
        <div>
          <Button onPress={() => setShownCount(shownCount + rowsAtOnce)}>{common.more}</Button>
        </div>
      )}
      {edited !== undefined && <RunDialog key={edited.id} run={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

interface RunRowProps {
  readonly run: Run
  readonly instrument: Instrument | undefined
  readonly booking: Booking | undefined
  readonly onEdit: () => void
}

function RunRow({ run, instrument, booking, onEdit }: RunRowProps) {
  const { common, manage, runs } = useWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const { samples, usedSeconds, mode, evidence, rating } = run
  return (
    <tr>
      <th scope="row" className="nowrap">
        {spanText(spanOf(run), instrument?.zone ?? 'UTC', locale)}
      </th>
      <td>{nameOf(instrument)}</td>
      <td>{booking?.person.name ?? manage.unnamed}</td>
      <td>{booking?.projectCode ?? manage.noProject}</td>
      <td className="number">{common.hours(hoursText(usedSeconds, locale))}</td>
      <td className="number">{samples ?? '–'}</td>
      <td>{runs.modes[mode]}</td>
      <td>{wordOf(runs.evidences, evidence)}</td>
      <td>{rating === null ? runs.noRating : runs.ratingOf(rating)}</td>
      <td>
        <Button look="plain" onPress={onEdit}>
          {runs.edit}
        </Button>
      </td>
    </tr>
  )
}

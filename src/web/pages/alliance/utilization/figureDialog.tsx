import { createContext, type ReactNode, useContext, useState } from 'react'
import { type FigureAsked, type ReportAsked, useFigure } from '../../../api/queries/reports.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { useInstruments } from '../../../api/queries/instruments.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog, DialogActions } from '../../../kit/dialog.tsx'
import { Note, Waiting } from '../../../kit/note.tsx'
import { RecordTable } from '../../../kit/recordTable.tsx'
import { BookingStatus } from '../../../kit/status.tsx'
import type { Booking } from '../../../api/queries/bookings.ts'
import { instantOf, momentText, startOfDay, writeInstant } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale, useNameOf } from '../../../words/writing.ts'
import { useHours } from './figures.ts'

/** A figure that somebody opens: of the whole report, or narrowed to a period, an instrument, a user. */
interface OpenedFigure {
  readonly title: string
  readonly start?: string
  readonly end?: string
  readonly instrumentId?: string
  readonly userInstitutionId?: string
}

const OpenContext = createContext<(figure: OpenedFigure) => void>(() => undefined)

/** Opens a figure to the bookings behind it. */
export const useOpenFigure = () => useContext(OpenContext)

interface FigureOpenerProps {
  readonly asked: ReportAsked
  readonly zone: string
  readonly children: ReactNode
}

export function FigureOpener({ asked, zone, children }: FigureOpenerProps) {
  const [figure, setFigure] = useState<OpenedFigure | null>(null)
  return (
    <OpenContext value={setFigure}>
      <div className="stack">{children}</div>
      {figure !== null && (
        <FigureDialog
          title={figure.title}
          asked={{ ...asked, ...edgesOf(asked, zone), ...narrowed(figure) }}
          zone={zone}
          onClose={() => setFigure(null)}
        />
      )}
    </OpenContext>
  )
}

const edgesOf = ({ start, end }: ReportAsked, zone: string) => ({
  start: writeInstant(startOfDay(start, zone), zone),
  end: writeInstant(startOfDay(end, zone), zone),
})

const narrowed = ({ title: _, ...rest }: OpenedFigure) => rest

interface FigureDialogProps {
  readonly title: string
  readonly asked: FigureAsked
  readonly zone: string
  readonly onClose: () => void
}

function FigureDialog({ title, asked, zone, onClose }: FigureDialogProps) {
  const { utilization: words, common } = useStaffWords()
  const hours = useHours()
  const found = useFigure(asked)
  const pages = found.data?.pages
  const items = pages?.flatMap(page => page.items) ?? []
  const rest = pages?.[0]?.rest
  return (
    <Dialog title={words.behindOf(title)} isOpen onClose={onClose} width="wide">
      <p className="quiet">{words.behindHelp}</p>
      {pages === undefined && <Waiting error={found.error} onRetry={() => void found.refetch()} />}
      {pages !== undefined && items.length === 0 && <p>{words.behindNone}</p>}
      {items.length > 0 && <BookingsTable items={items} allianceId={asked.allianceId} zone={zone} />}
      {found.hasNextPage && (
        <div>
          <Button onPress={() => void found.fetchNextPage()}>{common.more}</Button>
        </div>
      )}
      {rest === null && <Note title={words.behindUntold} />}
      {rest !== null && rest !== undefined && rest.bookings > 0 && (
        <Note
          title={words.behindRest(String(rest.bookings), hours(rest.bookedSeconds), hours(rest.usedSeconds))}
        />
      )}
      <DialogActions>
        <Button onPress={onClose}>{common.close}</Button>
      </DialogActions>
    </Dialog>
  )
}

type Item = NonNullable<ReturnType<typeof useFigure>['data']>['pages'][number]['items'][number]

interface BookingsTableProps {
  readonly items: readonly Item[]
  readonly allianceId: string
  readonly zone: string
}

function BookingsTable({ items, allianceId, zone }: BookingsTableProps) {
  const { utilization: words, common } = useStaffWords()
  const locale = useLocale()
  const hours = useHours()
  const nameOf = useNameOf()
  const instruments = useInstruments({ allianceId }).data ?? []
  const institutions = useInstitutions({ allianceId }).data ?? []
  return (
    <RecordTable
      label={words.behind}
      rows={items}
      idOf={each => each.id}
      columns={[
        {
          name: common.from,
          look: 'whole',
          cell: ({ start }) => momentText(instantOf(start), zone, locale),
        },
        {
          name: common.instrument,
          look: 'head',
          cell: ({ instrumentId }) =>
            nameOf(instruments.find(({ id }) => id === instrumentId)) || instrumentId,
        },
        {
          name: words.user,
          cell: ({ institutionId }) =>
            nameOf(institutions.find(({ id }) => id === institutionId)) || institutionId,
        },
        { name: common.status, cell: ({ state }) => <BookingStatus state={state as Booking['state']} /> },
        { name: words.booked, look: 'number', cell: ({ bookedSeconds }) => hours(bookedSeconds) },
        { name: words.metrics.used, look: 'number', cell: ({ usedSeconds }) => hours(usedSeconds) },
      ]}
    />
  )
}

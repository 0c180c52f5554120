import { useMemo, useState } from 'react'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type Outage, useOutagesOfAll, useRetireOutage } from '../../../api/queries/outages.ts'
import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/field.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { RecordTable } from '../../../kit/recordTable.tsx'
import { Chip } from '../../../kit/status.tsx'
import { SureDialog } from '../../../kit/sureDialog.tsx'
import { useNow } from '../../../kit/useNow.ts'
import {
  addDays,
  dayOf,
  hourMilliseconds,
  instantOf,
  spanOf,
  spanText,
  startOfDay,
  viewerZone,
  writeInstant,
} from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useLocale, useNameOf } from '../../../words/writing.ts'
import { InstrumentSelect } from '../instrumentSelect.tsx'
import { useMyInstruments } from '../useMyInstruments.ts'
import { OutageDialog } from './outageDialog.tsx'

/** How far back those that are over are shown. */
const pastDays = 180

type Opened =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly outage: Outage }
  | { readonly kind: 'retire'; readonly outage: Outage }

/** When the reader's instruments are down: now, to come, and lately. */
export function OutagesPage() {
  const { outages } = useStaffWords()
  const mine = useMyInstruments()
  const now = useNow()
  const zone = viewerZone()
  const [instrumentId, setInstrumentId] = useState<string | null>(null)
  const [isPastShown, setPastShown] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const today = dayOf(now, zone)
  const since = writeInstant(startOfDay(isPastShown ? addDays(today, -pastDays) : today, zone), zone)
  const asked = mine.instruments.filter(each => instrumentId === null || each.id === instrumentId)
  const found = useOutagesOfAll(asked.map(each => ({ instrumentId: each.id, start: since })))
  const shown = found.outages.filter(each => isPastShown || instantOf(each.end) > now)
  const close = () => setOpened(null)
  return (
    <Page
      title={outages.title}
      detail={outages.detail}
      actions={
        <Button look="main" onPress={() => setOpened({ kind: 'add' })}>
          {outages.add}
        </Button>
      }
    >
      <div className="board-bar">
        <InstrumentSelect
          instruments={mine.instruments}
          value={instrumentId}
          onChange={setInstrumentId}
          isAllOffered
        />
        <Checkbox isSelected={isPastShown} onChange={setPastShown}>
          {outages.showPast}
        </Checkbox>
      </div>
      {(found.isPending || found.error !== null) && (
        <Waiting error={found.error} onRetry={() => location.reload()} />
      )}
      {!found.isPending && shown.length === 0 && (
        <Empty title={outages.none}>
          <p className="quiet">{outages.noneHelp}</p>
        </Empty>
      )}
      {shown.length > 0 && (
        <OutageTable outages={shown} instruments={mine.instruments} now={now} onOpen={setOpened} />
      )}
      {opened !== null && opened.kind !== 'retire' && (
        <OutageDialog
          instruments={mine.instruments}
          first={{ instrumentId, span: nextHour(now) }}
          {...(opened.kind === 'edit' && {
            outage: opened.outage,
            first: { instrumentId: opened.outage.instrumentId, span: spanOf(opened.outage) },
          })}
          onClose={close}
        />
      )}
      {opened?.kind === 'retire' && <RetireDialog outage={opened.outage} onClose={close} />}
    </Page>
  )
}

const nextHour = (now: number) => {
  const start = Math.ceil(now / hourMilliseconds) * hourMilliseconds
  return { start, end: start + hourMilliseconds }
}

interface OutageTableProps {
  readonly outages: readonly Outage[]
  readonly instruments: readonly Instrument[]
  readonly now: number
  readonly onOpen: (opened: Opened) => void
}

function OutageTable({ outages: listed, instruments, now, onOpen }: OutageTableProps) {
  const { common, outages } = useStaffWords()
  const locale = useLocale()
  const nameOf = useNameOf()
  const byId = useMemo(() => new Map(instruments.map(each => [each.id, each])), [instruments])
  const zoneOf = (outage: Outage) => byId.get(outage.instrumentId)?.zone ?? 'UTC'
  return (
    <RecordTable
      label={outages.title}
      rows={listed.toSorted((a, b) => instantOf(a.start) - instantOf(b.start))}
      idOf={outage => outage.id}
      columns={[
        { name: common.instrument, look: 'head', cell: outage => nameOf(byId.get(outage.instrumentId)) },
        {
          name: common.time,
          look: 'whole',
          cell: outage => spanText(spanOf(outage), zoneOf(outage), locale),
        },
        { name: outages.kind, cell: outage => outages.kinds[outage.kind] },
        { name: outages.reason, cell: outage => outage.reason },
        { name: common.status, cell: outage => <Standing {...spanOf(outage)} now={now} /> },
        {
          name: common.actions,
          look: 'actions',
          cell: outage => (
            <div className="row">
              <Button look="plain" onPress={() => onOpen({ kind: 'edit', outage })}>
                {common.edit}
              </Button>
              <Button look="plain" onPress={() => onOpen({ kind: 'retire', outage })}>
                {outages.retire}
              </Button>
            </div>
          ),
        },
      ]}
    />
  )
}

interface StandingProps {
  readonly start: number
  readonly end: number
  readonly now: number
}

function Standing({ start, end, now }: StandingProps) {
  const { outages } = useStaffWords()
  if (end <= now) return <Chip>■ {outages.over}</Chip>
  return start <= now ? <Chip tone="bad">✕ {outages.now}</Chip> : <Chip tone="warn">◔ {outages.coming}</Chip>
}

interface RetireDialogProps {
  readonly outage: Outage
  readonly onClose: () => void
}

function RetireDialog({ outage, onClose }: RetireDialogProps) {
  const { outages } = useStaffWords()
  const retire = useRetireOutage()
  return (
    <SureDialog
      title={outages.retireTitle}
      help={outages.retireHelp}
      deed={retire}
      name={outages.retire}
      onDo={() => retire.mutate(outage, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

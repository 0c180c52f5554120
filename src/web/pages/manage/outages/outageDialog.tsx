import { useState } from 'react'
import type { Instrument } from '../../../api/queries/instruments.ts'
import {
  type Outage,
  type OutageDraft,
  type OutageTold,
  useSaveOutage,
  useTryOutage,
} from '../../../api/queries/outages.ts'
import { MomentField } from '../../../kit/dates.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Note } from '../../../kit/note.tsx'
import { faultOf } from '../../../kit/problemNote.tsx'
import { Select } from '../../../kit/select.tsx'
import { type Span, spanOf, viewerZone, writeInstant } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { InstrumentSelect } from '../instrumentSelect.tsx'
import { Affected } from './affected.tsx'

const reasonCharactersMax = 500

interface OutageDialogProps {
  readonly instruments: readonly Instrument[]
  /** What is filled in at first. */
  readonly first: { readonly instrumentId: string | null; readonly span: Span }
  /** The one to be changed; absent: a new one. */
  readonly outage?: Outage
  readonly onClose: () => void
}

/** Takes an instrument down, or changes when and why: first it shows whom that hits, then it is saved. */
export function OutageDialog({ instruments, first, outage, onClose }: OutageDialogProps) {
  const { outages } = useStaffWords()
  const [instrumentId, setInstrumentId] = useState(first.instrumentId)
  const [fields, setFields] = useState<Fields>(() => ({
    ...(outage === undefined ? first.span : spanOf(outage)),
    kind: outage?.kind ?? 'planned',
    reason: outage?.reason ?? '',
  }))
  const [tried, setTried] = useState<{ readonly draft: string; readonly told: OutageTold } | null>(null)
  const attempt = useTryOutage()
  const save = useSaveOutage()
  const zone = zoneOf(instruments, instrumentId)
  const draft = written(fields, zone)
  const isTried = tried?.draft === JSON.stringify({ ...draft, instrumentId })
  const proceed = () => {
    if (instrumentId === null) return
    const given = { draft: { ...draft, instrumentId } satisfies OutageDraft, seen: outage ?? null }
    if (isTried) save.mutate(given, { onSuccess: onClose })
    else {
      const key = JSON.stringify({ ...draft, instrumentId })
      attempt.mutate(given, { onSuccess: told => setTried({ draft: key, told }) })
    }
  }
  const error = save.error ?? attempt.error
  return (
    <Dialog
      title={outage === undefined ? outages.addTitle : outages.editTitle}
      width="side"
      isOpen
      onClose={onClose}
    >
      {outage === undefined && (
        <InstrumentSelect instruments={instruments} value={instrumentId} onChange={setInstrumentId} />
      )}
      <OutageFields fields={fields} onChange={setFields} zone={zone} error={error} />
      {tried !== null && !isTried && <Note title={outages.changed} />}
      {isTried && <Affected bookings={tried.told.affected} zone={zone} />}
      <DialogEnd
        deed={{ error, isPending: save.isPending || attempt.isPending }}
        name={isTried ? (outage === undefined ? outages.save : outages.saveEdit) : outages.tryFirst}
        look={isTried ? 'danger' : 'main'}
        isReady={instrumentId !== null && fields.end > fields.start}
        onDo={proceed}
        onClose={onClose}
      />
    </Dialog>
  )
}

/** Until an instrument is chosen, the clock of the first one: mostly they all stand in one place. */
const zoneOf = (instruments: readonly Instrument[], id: string | null) =>
  (instruments.find(each => each.id === id) ?? instruments[0])?.zone ?? viewerZone()

/** What is typed, with the times in epoch milliseconds. */
interface Fields extends Span {
  readonly kind: Outage['kind']
  readonly reason: string
}

const written = ({ start, end, kind, reason }: Fields, zone: string) => ({
  kind,
  reason: reason.trim() || null,
  start: writeInstant(start, zone),
  end: writeInstant(end, zone),
})

interface OutageFieldsProps {
  readonly fields: Fields
  readonly onChange: (fields: Fields) => void
  readonly zone: string
  readonly error: Error | null
}

function OutageFields({ fields, onChange, zone, error }: OutageFieldsProps) {
  const { common, outages } = useStaffWords()
  const { start, end, kind, reason } = fields
  return (
    <>
      <Select
        label={outages.kind}
        choices={(['planned', 'unplanned'] as const).map(id => ({ id, name: outages.kinds[id] }))}
        value={kind}
        onChange={next => onChange({ ...fields, kind: next })}
      />
      <MomentField
        label={outages.start}
        value={start}
        onChange={at => onChange({ ...fields, start: at })}
        zone={zone}
      />
      <MomentField
        label={outages.end}
        value={end}
        onChange={at => onChange({ ...fields, end: at })}
        zone={zone}
        error={end <= start ? outages.endsBeforeStart : undefined}
        help={common.zoneOf(zone)}
      />
      <TextField
        label={outages.reason}
        help={outages.reasonHelp}
        value={reason}
        onChange={text => onChange({ ...fields, reason: text })}
        isRequired={false}
        maxLength={reasonCharactersMax}
        error={faultOf(error, 'reason')}
      />
    </>
  )
}

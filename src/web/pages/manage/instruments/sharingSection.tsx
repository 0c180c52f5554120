import { useState } from 'react'
import { useAlliances } from '../../../api/queries/alliances.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type SharingTerm, useEditSharingTerm, useSharingTerms } from '../../../api/queries/sharingTerms.ts'
import { Button } from '../../../kit/button.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Section } from '../../../kit/page.tsx'
import { RecordTable } from '../../../kit/recordTable.tsx'
import { SureDialog } from '../../../kit/sureDialog.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { instantOf, writeInstant } from '../../../time.ts'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { SharingDialog } from './sharingDialog.tsx'
import { isOver, useTermColumns } from './termColumns.tsx'

/** What is opened over the list. */
type Opened = { readonly kind: 'add' } | { readonly kind: 'edit' | 'end'; readonly id: string }

/** To whom an instrument is opened, on what terms. */
export function SharingSection({ instrument }: { readonly instrument: Instrument }) {
  const { hosted } = useStaffWords()
  const terms = useSharingTerms(instrument.id)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  // By id, so that an edit after a conflict builds on the newest version.
  const meant = (kind: Opened['kind']) =>
    opened?.kind === kind && opened.kind !== 'add'
      ? terms.data?.find(each => each.id === opened.id)
      : undefined
  const edited = meant('edit')
  const ending = meant('end')
  return (
    <Section
      title={hosted.terms}
      actions={<Button onPress={() => setOpened({ kind: 'add' })}>{hosted.addTerm}</Button>}
    >
      <p className="quiet">{hosted.termsHelp}</p>
      {terms.data === undefined && <Waiting error={terms.error} onRetry={() => void terms.refetch()} />}
      {terms.data?.length === 0 && <Empty title={hosted.noTerms} />}
      {terms.data !== undefined && terms.data.length > 0 && (
        <TermTable terms={terms.data} zone={instrument.zone} onOpen={setOpened} />
      )}
      {opened?.kind === 'add' && <SharingDialog instrument={instrument} onClose={close} />}
      {edited && <SharingDialog key={edited.id} instrument={instrument} term={edited} onClose={close} />}
      {ending && <EndDialog term={ending} zone={instrument.zone} onClose={close} />}
    </Section>
  )
}

interface TermTableProps {
  readonly terms: readonly SharingTerm[]
  readonly zone: string
  readonly onOpen: (opened: Opened) => void
}

function TermTable({ terms, zone, onOpen }: TermTableProps) {
  const { common, hosted } = useStaffWords()
  const nameOf = useNameOf()
  const columns = useTermColumns<SharingTerm>(() => zone)
  const alliances = new Map(useAlliances().data?.map(each => [each.id, each]))
  return (
    <RecordTable
      label={hosted.audience}
      rows={terms}
      // A row of its own for each version, with a clock of its own: what was just ended is over at once.
      idOf={({ id, version }) => `${id} ${version}`}
      columns={[
        {
          name: hosted.audience,
          look: 'head',
          cell: ({ audience, allianceId }) => (
            <>
              {hosted.audiences[audience]}
              <span className="quiet block">{nameOf(alliances.get(allianceId ?? ''))}</span>
            </>
          ),
        },
        ...columns,
        { name: common.actions, look: 'actions', cell: term => <Deeds term={term} onOpen={onOpen} /> },
      ]}
    />
  )
}

function Deeds({ term, onOpen }: Pick<TermTableProps, 'onOpen'> & { readonly term: SharingTerm }) {
  const { common, hosted } = useStaffWords()
  const now = useNow()
  return (
    <div className="row">
      <Button look="plain" onPress={() => onOpen({ kind: 'edit', id: term.id })}>
        {common.edit}
      </Button>
      {!isOver(term, now) && instantOf(term.startsAt) < now && (
        <Button look="plain" onPress={() => onOpen({ kind: 'end', id: term.id })}>
          {hosted.endTerm}
        </Button>
      )}
    </div>
  )
}

interface EndDialogProps {
  readonly term: SharingTerm
  readonly zone: string
  readonly onClose: () => void
}

function EndDialog({ term, zone, onClose }: EndDialogProps) {
  const { hosted } = useStaffWords()
  const now = useNow()
  const end = useEditSharingTerm()
  const { id, version } = term
  const submit = () =>
    end.mutate({ id, version, changes: { endsAt: writeInstant(now, zone) } }, { onSuccess: onClose })
  return (
    <SureDialog
      title={hosted.endTermTitle}
      help={hosted.endTermHelp}
      deed={end}
      name={hosted.endTerm}
      onDo={submit}
      onClose={onClose}
    />
  )
}

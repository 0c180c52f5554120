import { useState } from 'react'
import { useAlliances } from '../../../api/queries/alliances.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { type SharingTerm, useEndSharingTerm, useSharingTerms } from '../../../api/queries/sharingTerms.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog, DialogActions } from '../../../kit/dialog.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { ScrollBox, Section } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useNow } from '../../../kit/useNow.ts'
import { dayOf, instantOf, writeInstant } from '../../../time.ts'
import { useWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { wordOf } from '../wordOf.ts'
import { SharingDialog } from './sharingDialog.tsx'

/** To whom an instrument is opened, on what terms. */
export function SharingSection({ instrument }: { readonly instrument: Instrument }) {
  const { hosted } = useWords()
  const terms = useSharingTerms(instrument.id)
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<SharingTerm | null>(null)
  return (
    <Section title={hosted.terms} actions={<Button onPress={() => setAdding(true)}>{hosted.addTerm}</Button>}>
      <p className="quiet">{hosted.termsHelp}</p>
      {terms.data === undefined && <Waiting error={terms.error} onRetry={() => void terms.refetch()} />}
      {terms.data?.length === 0 && <Empty title={hosted.noTerms} />}
      {terms.data !== undefined && terms.data.length > 0 && (
        <TermTable terms={terms.data} zone={instrument.zone} onEnd={setEnding} />
      )}
      {isAdding && <SharingDialog instrument={instrument} onClose={() => setAdding(false)} />}
      {ending !== null && <EndDialog term={ending} zone={instrument.zone} onClose={() => setEnding(null)} />}
    </Section>
  )
}

interface TermTableProps {
  readonly terms: readonly SharingTerm[]
  readonly zone: string
  readonly onEnd: (term: SharingTerm) => void
}

function TermTable({ terms, zone, onEnd }: TermTableProps) {
  const { common, hosted, instrument } = useWords()
  const nameOf = useNameOf()
  const now = useNow()
  const alliances = new Map(useAlliances().data?.map(each => [each.id, each]))
  return (
    <ScrollBox label={hosted.audience}>
      <table>
        <thead>
          <tr>
            <th scope="col">{hosted.audience}</th>
            <th scope="col">{hosted.quota}</th>
            <th scope="col">{hosted.visibility}</th>
            <th scope="col">{hosted.priceCategory}</th>
            <th scope="col">{hosted.from}</th>
            <th scope="col">{hosted.until}</th>
            <th scope="col">{common.actions}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map(term => {
            const { id, audience, allianceId, startsAt, endsAt, quota, visibility, priceCategory } = term
            const isOver = endsAt !== null && instantOf(endsAt) <= now
            return (
              <tr key={id}>
                <th scope="row">
                  {hosted.audiences[audience]}
                  <span className="quiet block">{nameOf(alliances.get(allianceId ?? ''))}</span>
                </th>
                <td>{hosted.quotas[quota]}</td>
                <td>{hosted.visibilities[visibility]}</td>
                <td>{wordOf(instrument.categories, priceCategory)}</td>
                <td className="nowrap">{dayOf(instantOf(startsAt), zone)}</td>
                <td className="nowrap">{endsAt === null ? hosted.noEnd : dayOf(instantOf(endsAt), zone)}</td>
                <td>
                  {isOver ? (
                    <Chip>■ {hosted.ended}</Chip>
                  ) : (
                    <Button look="plain" onPress={() => onEnd(term)}>
                      {hosted.endTerm}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface EndDialogProps {
  readonly term: SharingTerm
  readonly zone: string
  readonly onClose: () => void
}

function EndDialog({ term, zone, onClose }: EndDialogProps) {
  const { common, hosted } = useWords()
  const now = useNow()
  const end = useEndSharingTerm()
  const { id, version } = term
  const submit = () => end.mutate({ id, version, endsAt: writeInstant(now, zone) }, { onSuccess: onClose })
  return (
    <Dialog title={hosted.endTermTitle} isOpen onClose={onClose}>
      <p>{hosted.endTermHelp}</p>
      <ProblemNote error={end.error} />
      <DialogActions>
        <Button onPress={onClose}>{common.cancel}</Button>
        <Button look="danger" isPending={end.isPending} onPress={submit}>
          {hosted.endTerm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

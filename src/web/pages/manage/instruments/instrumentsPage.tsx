import { useState } from 'react'
import { Link } from 'wouter'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { LinkButton } from '../../../kit/button.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Page, ScrollBox } from '../../../kit/page.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { matching } from '../matching.ts'
import { useMyInstruments } from '../useMyInstruments.ts'

/** Every instrument that the reader runs, and whether it is on offer. */
export function InstrumentsPage() {
  const { hosted, manage } = useWords()
  const { instruments, isPending, error } = useMyInstruments()
  const [words, setWords] = useState('')
  const actions = (
    <>
      <LinkButton href="/manage/instruments/import">{hosted.import}</LinkButton>
      <LinkButton href="/manage/instruments/new" look="main">
        {hosted.add}
      </LinkButton>
    </>
  )
  return (
    <Page title={hosted.title} detail={hosted.detail(instruments.length)} actions={actions}>
      {(isPending || error !== null) && <Waiting error={error} onRetry={() => location.reload()} />}
      {!isPending && instruments.length === 0 && (
        <Empty title={hosted.none}>
          <p className="quiet">{hosted.noneHelp}</p>
        </Empty>
      )}
      {instruments.length > 0 && (
        <>
          <div className="board-bar">
            <TextField
              label={manage.narrow}
              placeholder={manage.narrowHelp}
              value={words}
              onChange={setWords}
              type="search"
            />
          </div>
          <InstrumentTable instruments={instruments.filter(matching(words))} />
        </>
      )}
    </Page>
  )
}

function InstrumentTable({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const { common, hosted, instrument: facts } = useWords()
  const nameOf = useNameOf()
  const institutions = new Map(useInstitutions().data?.map(each => [each.id, each]))
  return (
    <ScrollBox label={hosted.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{common.instrument}</th>
            <th scope="col">{hosted.state}</th>
            <th scope="col">{facts.state}</th>
            <th scope="col">{hosted.location}</th>
            <th scope="col">{hosted.institution}</th>
            <th scope="col">{common.actions}</th>
          </tr>
        </thead>
        <tbody>
          {instruments.map(each => (
            <tr key={each.id}>
              <th scope="row" className="name">
                <Link href={`/manage/instruments/${each.id}`}>{nameOf(each)}</Link>
                <span className="quiet block">{[each.maker, each.model].filter(Boolean).join(' ')}</span>
              </th>
              <td>
                <PublicationChip publication={each.publication} />
              </td>
              <td>{facts.states[each.operatingState]}</td>
              <td>{each.location ?? ''}</td>
              <td>{nameOf(institutions.get(each.institutionId))}</td>
              <td>
                <div className="row">
                  <LinkButton href={`/manage/instruments/${each.id}`} look="plain">
                    {common.edit}
                  </LinkButton>
                  <LinkButton href={`/manage/instruments/${each.id}/policy`} look="plain">
                    {hosted.rules}
                  </LinkButton>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** Whether an instrument is on offer, by sign and word. */
export function PublicationChip({ publication }: Pick<Instrument, 'publication'>) {
  const { hosted } = useWords()
  return (
    <Chip tone={publication === 'published' ? 'good' : 'plain'}>
      <span aria-hidden="true">{publication === 'published' ? '✓' : '✎'}</span>
      {hosted.publications[publication]}
    </Chip>
  )
}

import { useState } from 'react'
import { Link } from 'wouter'
import type { Instrument } from '../../../api/queries/instruments.ts'
import { useInstitutions } from '../../../api/queries/institutions.ts'
import { usePools } from '../../../api/queries/pools.ts'
import { LinkButton } from '../../../kit/button.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Empty, Waiting } from '../../../kit/note.tsx'
import { Page } from '../../../kit/page.tsx'
import { type RecordColumn, RecordTable } from '../../../kit/recordTable.tsx'
import { Chip } from '../../../kit/status.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useNameOf } from '../../../words/writing.ts'
import { matching } from '../matching.ts'
import { useMyInstruments } from '../useMyInstruments.ts'

/** Every instrument that the reader runs, and whether it is on offer. */
export function InstrumentsPage() {
  const { hosted, manage, pools } = useStaffWords()
  const { instruments, isPending, error } = useMyInstruments()
  const [words, setWords] = useState('')
  const actions = (
    <>
      <LinkButton href="/manage/instruments/pools">{pools.title}</LinkButton>
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
  const { common, hosted, instrument: facts } = useStaffWords()
  const nameOf = useNameOf()
  const institutions = new Map(useInstitutions().data?.map(each => [each.id, each]))
  const pools = new Map(usePools().data?.map(each => [each.id, each]))
  // Most run those of one institution, which they know.
  const isOfSeveral = new Set(instruments.map(each => each.institutionId)).size > 1
  const institution: RecordColumn<Instrument> = {
    name: hosted.institution,
    cell: each => nameOf(institutions.get(each.institutionId)),
  }
  return (
    <RecordTable
      label={hosted.title}
      rows={instruments}
      idOf={each => each.id}
      columns={[
        { name: common.instrument, look: 'head', cell: each => <Name instrument={each} /> },
        { name: hosted.state, cell: each => <PublicationChip {...each} /> },
        { name: facts.state, cell: each => facts.states[each.operatingState] },
        { name: facts.pool, cell: each => nameOf(pools.get(each.poolId ?? '')) },
        { name: hosted.location, cell: each => each.location },
        ...(isOfSeveral ? [institution] : []),
        { name: common.actions, look: 'actions', cell: each => <Deeds instrument={each} /> },
      ]}
    />
  )
}

function Name({ instrument }: { readonly instrument: Instrument }) {
  const nameOf = useNameOf()
  const { id, maker, model } = instrument
  return (
    <>
      <Link href={`/manage/instruments/${id}`}>{nameOf(instrument)}</Link>
      <span className="quiet block">{[maker, model].filter(Boolean).join(' ')}</span>
    </>
  )
}

function Deeds({ instrument: { id } }: { readonly instrument: Instrument }) {
  const { common, hosted } = useStaffWords()
  return (
    <div className="row">
      <LinkButton href={`/manage/instruments/${id}`} look="plain">
        {common.edit}
      </LinkButton>
      <LinkButton href={`/manage/instruments/${id}/policy`} look="plain">
        {hosted.rules}
      </LinkButton>
    </div>
  )
}

/** Whether an instrument is on offer, by sign and word. */
export function PublicationChip({ publication }: Pick<Instrument, 'publication'>) {
  const { hosted } = useStaffWords()
  return (
    <Chip tone={publication === 'published' ? 'good' : 'plain'}>
      <span aria-hidden="true">{publication === 'published' ? '✓' : '✎'}</span>
      {hosted.publications[publication]}
    </Chip>
  )
}

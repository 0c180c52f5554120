import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { InstitutionKind } from '../../../domain/imports.ts'
import {
  type Institution,
  useAddInstitution,
  useInstitutions,
  useInstitutionsFound,
} from '../../api/queries/institutions.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Empty, Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { RecordTable } from '../../kit/recordTable.tsx'
import { useSettled } from '../../kit/useSettled.ts'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { InstitutionDialog } from '../people/institutionDialog.tsx'

const shownMax = 200

/** Every institution of the site, those found first where there are many. */
export function InstitutionsPage() {
  const { people, site } = useStaffWords()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [isAdding, setAdding] = useState(false)
  const words = useSettled(typed.trim())
  const all = useInstitutions()
  const found = useInstitutionsFound(words)
  const shown = words === '' ? all.data?.slice(0, shownMax) : found.data
  const add = useAddInstitution()
  return (
    <Page
      title={site.institutions}
      detail={site.institutionsDetail}
      actions={
        <>
          <LinkButton href="/site/import">{site.import}</LinkButton>
          <Button look="main" onPress={() => setAdding(true)}>
            {site.addInstitution}
          </Button>
        </>
      }
    >
      <div className="people-bar">
        <TextField
          label={site.findInstitution}
          type="search"
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      </div>
      {shown === undefined && <Waiting error={all.error ?? found.error} onRetry={() => void all.refetch()} />}
      {shown?.length === 0 && (
        <Empty title={words === '' ? site.noInstitutions : people.nothingFound}>
          {words === '' && <p>{site.noInstitutionsHelp}</p>}
        </Empty>
      )}
      {shown !== undefined && shown.length > 0 && <InstitutionTable institutions={shown} />}
      {isAdding && (
        <InstitutionDialog
          error={add.error}
          isPending={add.isPending}
          onSave={said => add.mutate(said, { onSuccess: ({ id }) => navigate(`/site/institutions/${id}`) })}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}

function InstitutionTable({ institutions }: { readonly institutions: readonly Institution[] }) {
  const { site } = useStaffWords()
  const nameOf = useNameOf()
  return (
    <RecordTable
      label={site.institutions}
      rows={institutions}
      idOf={each => each.id}
      columns={[
        {
          name: site.institutionName,
          look: 'head',
          cell: each => <Link href={`/site/institutions/${each.id}`}>{nameOf(each)}</Link>,
        },
        { name: site.kind, look: 'whole', cell: ({ kind }) => site.kinds[kind as InstitutionKind] },
        { name: site.uscc, look: 'whole', cell: ({ uscc, ror, ownId }) => uscc ?? ror ?? ownId ?? '' },
        {
          name: site.peopleOf,
          look: 'actions',
          cell: ({ id }) => <Link href={`/site/institutions/${id}/people`}>{site.peopleOf}</Link>,
        },
      ]}
    />
  )
}

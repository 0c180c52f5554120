import { useState } from 'react'
import type { InstitutionKind } from '../../../domain/imports.ts'
import { type Institution, useEditInstitution, useInstitution } from '../../api/queries/institutions.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Waiting } from '../../kit/note.tsx'
import { Page } from '../../kit/page.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf, useRegionName } from '../../words/writing.ts'
import { GroupsSection } from './groupsSection.tsx'
import { InstitutionDialog } from './institutionDialog.tsx'

interface InstitutionPageProps {
  readonly id: string
  /** The address of its pages. */
  readonly base: string
}

/** One institution: what is said of it, and the groups that book and pay. */
export function InstitutionPage({ id, base }: InstitutionPageProps) {
  const { common, people, site } = useStaffWords()
  const nameOf = useNameOf()
  const [isEditing, setEditing] = useState(false)
  const asked = useInstitution(id)
  const edit = useEditInstitution()
  if (asked.data === undefined) {
    return (
      <Page title={site.institutions}>
        <Waiting error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  const { version } = asked.data
  const close = () => setEditing(false)
  return (
    <Page
      title={nameOf(asked.data)}
      actions={
        <>
          <LinkButton href={`${base}/people`}>{people.title}</LinkButton>
          <Button onPress={() => setEditing(true)}>{common.edit}</Button>
        </>
      }
    >
      <Facts institution={asked.data} />
      <GroupsSection institutionId={id} base={base} />
      {isEditing && (
        <InstitutionDialog
          institution={asked.data}
          error={edit.error}
          isPending={edit.isPending}
          onSave={changes => edit.mutate({ id, version, changes }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Page>
  )
}

function Facts({ institution }: { readonly institution: Institution }) {
  const { site } = useStaffWords()
  const regionName = useRegionName()
  const facts = [
    [site.institutionName, institution.name],
    [site.institutionNameEn, institution.nameEn],
    [site.kind, site.kinds[institution.kind as InstitutionKind]],
    [site.jurisdiction, regionName(institution.jurisdiction)],
    [site.uscc, institution.uscc],
    [site.ror, institution.ror],
    [site.ownId, institution.ownId],
  ] as const
  return (
    <dl className="facts card">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

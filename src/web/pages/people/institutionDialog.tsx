import { useState } from 'react'
import { INSTITUTION_KINDS, type InstitutionKind } from '../../../domain/imports.ts'
import type { Institution } from '../../api/queries/institutions.ts'
import type { Schema } from '../../api/schemas.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { faultOf } from '../../kit/problemNote.tsx'
import { Select } from '../../kit/select.tsx'
import { useStaffWords } from '../../words/words.tsx'

interface InstitutionDialogProps {
  /** The one that is edited; absent: a new one. */
  readonly institution?: Institution
  readonly error: Error | null
  readonly isPending: boolean
  readonly onSave: (said: Schema<'NewInstitution'>) => void
  readonly onClose: () => void
}

const orNull = (typed: string) => typed.trim() || null

/** What is said of an institution. */
export function InstitutionDialog({
  institution,
  error,
  isPending,
  onSave,
  onClose,
}: InstitutionDialogProps) {
  const { common, site } = useStaffWords()
  const [kind, setKind] = useState((institution?.kind ?? 'university') as InstitutionKind)
  const [draft, setDraft] = useState({
    name: institution?.name ?? '',
    nameEn: institution?.nameEn ?? '',
    jurisdiction: institution?.jurisdiction ?? 'CN',
    uscc: institution?.uscc ?? '',
    ror: institution?.ror ?? '',
    ownId: institution?.ownId ?? '',
  })
  const { name, nameEn, jurisdiction, uscc, ror, ownId } = draft
  const text = (field: keyof typeof draft) => ({
    value: draft[field],
    onChange: (typed: string) => setDraft({ ...draft, [field]: typed }),
    error: faultOf(error, field),
    autoComplete: 'off',
  })
  const title = institution === undefined ? site.addInstitution : site.editInstitution
  const save = () =>
    onSave({
      name: name.trim(),
      nameEn: orNull(nameEn),
      kind,
      jurisdiction: jurisdiction.trim().toUpperCase(),
      uscc: orNull(uscc),
      ror: orNull(ror),
      ownId: orNull(ownId),
    })
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <TextField {...text('name')} label={site.institutionName} isRequired />
      <div className="people-fields">
        <TextField {...text('nameEn')} label={site.institutionNameEn} isRequired={false} />
        <Select
          label={site.kind}
          choices={INSTITUTION_KINDS.map(id => ({ id, name: site.kinds[id] }))}
          value={kind}
          onChange={setKind}
        />
        <TextField {...text('jurisdiction')} label={site.jurisdiction} help={site.jurisdictionHelp} />
        <TextField {...text('uscc')} label={site.uscc} help={site.usccHelp} isRequired={false} />
        <TextField {...text('ror')} label={site.ror} help={site.rorHelp} isRequired={false} />
        <TextField {...text('ownId')} label={site.ownId} isRequired={false} />
      </div>
      <DialogEnd
        deed={{ error, isPending }}
        name={institution === undefined ? title : common.save}
        isReady={name.trim() !== ''}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}

import { useState } from 'react'
import type { Alliance } from '../../api/queries/alliances.ts'
import type { Schema } from '../../api/schemas.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { DialogEnd } from '../../kit/dialogEnd.tsx'
import { TextField } from '../../kit/field.tsx'
import { faultOf } from '../../kit/problemNote.tsx'
import { Select } from '../../kit/select.tsx'
import { useStaffWords } from '../../words/words.tsx'

interface AllianceDialogProps {
  /** The one that is edited; absent: a new one. */
  readonly alliance?: Alliance
  readonly error: Error | null
  readonly isPending: boolean
  readonly onSave: (said: Schema<'NewAlliance'>) => void
  readonly onClose: () => void
}

const orNull = (typed: string) => typed.trim() || null

/** What is said of an alliance. Members, agreements and quota have pages of their own. */
export function AllianceDialog({ alliance, error, isPending, onSave, onClose }: AllianceDialogProps) {
  const { common, site } = useStaffWords()
  const [type, setType] = useState(alliance?.type ?? 'resource-sharing-alliance')
  const [draft, setDraft] = useState({
    name: alliance?.name ?? '',
    nameEn: alliance?.nameEn ?? '',
    slug: alliance?.slug ?? '',
    zone: alliance?.zone ?? 'Asia/Shanghai',
    currency: alliance?.currency ?? 'CNY',
    foundedOn: alliance?.foundedOn ?? '',
  })
  const text = (field: keyof typeof draft) => ({
    value: draft[field],
    onChange: (typed: string) => setDraft({ ...draft, [field]: typed }),
    error: faultOf(error, field),
    autoComplete: 'off',
  })
  const isReady = [draft.name, draft.slug, draft.zone, draft.currency].every(each => each.trim() !== '')
  const save = () =>
    onSave({
      name: draft.name.trim(),
      nameEn: orNull(draft.nameEn),
      slug: draft.slug.trim(),
      type,
      zone: draft.zone.trim(),
      currency: draft.currency.trim().toUpperCase(),
      foundedOn: orNull(draft.foundedOn),
      leadLabel: alliance?.leadLabel ?? null,
      parentId: alliance?.parentId ?? null,
      endsOn: alliance?.endsOn ?? null,
    })
  const title = alliance === undefined ? site.addAlliance : site.editAlliance
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <TextField {...text('name')} label={site.allianceName} isRequired />
      <TextField {...text('slug')} label={site.slug} help={site.slugHelp} isRequired />
      <div className="people-fields">
        <TextField {...text('nameEn')} label={site.nameEn} isRequired={false} />
        <TypeField value={type} onChange={setType} />
        <TextField {...text('zone')} label={site.zone} isRequired />
        <TextField {...text('currency')} label={site.currency} isRequired />
        <TextField
          {...text('foundedOn')}
          label={site.foundedOn}
          help={site.foundedOnHelp}
          isRequired={false}
        />
      </div>
      <DialogEnd
        deed={{ error, isPending }}
        name={alliance === undefined ? title : common.save}
        isReady={isReady}
        onDo={save}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface TypeFieldProps {
  readonly value: string
  readonly onChange: (type: string) => void
}

/** The usual kinds; one that an import brought stays among them. */
function TypeField({ value, onChange }: TypeFieldProps) {
  const { site } = useStaffWords()
  const types = new Set([...Object.keys(site.types), value])
  return (
    <Select
      label={site.type}
      choices={[...types].map(id => ({ id, name: site.types[id] ?? id }))}
      value={value}
      onChange={onChange}
    />
  )
}

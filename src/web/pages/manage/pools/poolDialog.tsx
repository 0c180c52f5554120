import { useState } from 'react'
import { type Pool, useAddPool, useEditPool } from '../../../api/queries/pools.ts'
import { useMyDuties } from '../../../frame/duties.ts'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { TextField } from '../../../kit/field.tsx'
import { faultOf } from '../../../kit/problemNote.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { InstitutionField } from '../instruments/institutionField.tsx'

const nameCharactersMax = 200

interface PoolDialogProps {
  /** The one to be renamed; absent: a new one. */
  readonly pool?: Pool
  readonly onClose: () => void
}

/** Makes an empty pool, or gives one another name. */
export function PoolDialog({ pool, onClose }: PoolDialogProps) {
  const { common, hosted, pools } = useStaffWords()
  const { institutionIds } = useMyDuties()
  const [name, setName] = useState(pool?.name ?? '')
  const [nameEn, setNameEn] = useState(pool?.nameEn ?? '')
  const [institutionId, setInstitutionId] = useState(institutionIds[0] ?? null)
  const add = useAddPool()
  const edit = useEditPool()
  const { error, isPending } = pool === undefined ? add : edit
  const names = { name: name.trim(), nameEn: nameEn.trim() || null }
  const submit = () => {
    if (pool !== undefined) {
      edit.mutate({ id: pool.id, version: pool.version, changes: names }, { onSuccess: onClose })
    } else if (institutionId !== null) add.mutate({ institutionId, ...names }, { onSuccess: onClose })
  }
  return (
    <Dialog title={pool === undefined ? pools.add : pools.renameTitle} isOpen onClose={onClose}>
      {pool === undefined && institutionIds.length !== 1 && (
        <InstitutionField ids={institutionIds} value={institutionId} onChange={setInstitutionId} />
      )}
      <TextField
        label={pools.name}
        help={pools.nameHelp}
        value={name}
        onChange={setName}
        maxLength={nameCharactersMax}
        isRequired
        error={faultOf(error, 'name')}
      />
      <TextField
        label={hosted.nameEn}
        value={nameEn}
        onChange={setNameEn}
        maxLength={nameCharactersMax}
        isRequired={false}
        error={faultOf(error, 'nameEn')}
      />
      <DialogEnd
        deed={{ error, isPending }}
        name={common.save}
        isReady={names.name !== '' && (pool !== undefined || institutionId !== null)}
        onDo={submit}
        onClose={onClose}
      />
    </Dialog>
  )
}

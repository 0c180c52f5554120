import { useState } from 'react'
import { type Membership, useEditMembership } from '../../../api/queries/memberships.ts'
import { Button } from '../../../kit/button.tsx'
import { DayField } from '../../../kit/dates.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { DialogEnd } from '../../../kit/dialogEnd.tsx'
import { Select } from '../../../kit/select.tsx'
import { useStaffWords } from '../../../words/words.tsx'

const RIGHTS = ['full', 'observer'] as const

interface EditMemberProps {
  readonly membership: Membership
  readonly name: string
  readonly onClose: () => void
}

/** Changes whether a member may book, and its last day; an end may also be taken back. */
export function EditMemberDialog({ membership, name, onClose }: EditMemberProps) {
  const { alliance: words, common } = useStaffWords()
  const { id, version } = membership
  const [right, setRight] = useState(() => RIGHTS.find(each => each === membership.right) ?? 'full')
  const [endsOn, setEndsOn] = useState<string | null>(membership.endsOn)
  const edit = useEditMembership()
  const save = () => edit.mutate({ id, version, changes: { right, endsOn } }, { onSuccess: onClose })
  return (
    <Dialog title={words.editMemberOf(name)} isOpen onClose={onClose}>
      <Select
        label={words.right}
        choices={RIGHTS.map(each => ({ id: each, name: words.rights[each] ?? each }))}
        value={right}
        onChange={setRight}
      />
      <div className="stack-tight">
        <DayField label={`${words.endsOn}${common.optional}`} value={endsOn} onChange={setEndsOn} />
        {endsOn !== null && (
          <div>
            <Button look="plain" onPress={() => setEndsOn(null)}>
              {words.clearEnd}
            </Button>
          </div>
        )}
        <p className="quiet">{words.editMemberHelp}</p>
      </div>
      <DialogEnd deed={edit} name={common.save} onDo={save} onClose={onClose} />
    </Dialog>
  )
}

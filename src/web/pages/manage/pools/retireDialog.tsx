import { type Pool, useRetirePool } from '../../../api/queries/pools.ts'
import { SureDialog } from '../../../kit/sureDialog.tsx'
import { useStaffWords } from '../../../words/words.tsx'

interface RetireDialogProps {
  readonly pool: Pool
  readonly onClose: () => void
}

/** Takes a pool that is empty off the lists. */
export function RetireDialog({ pool, onClose }: RetireDialogProps) {
  const { pools } = useStaffWords()
  const retire = useRetirePool()
  return (
    <SureDialog
      title={pools.retireTitle}
      help={pools.retireHelp}
      deed={retire}
      name={pools.retire}
      onDo={() => retire.mutate(pool, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

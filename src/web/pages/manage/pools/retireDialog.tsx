import { type Pool, useRetirePool } from '../../../api/queries/pools.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog, DialogActions } from '../../../kit/dialog.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { useStaffWords } from '../../../words/words.tsx'

interface RetireDialogProps {
  readonly pool: Pool
  readonly onClose: () => void
}

/** Takes a pool that is empty off the lists. */
export function RetireDialog({ pool, onClose }: RetireDialogProps) {
  const { common, pools } = useStaffWords()
  const retire = useRetirePool()
  return (
    <Dialog title={pools.retireTitle} isOpen onClose={onClose}>
      <p>{pools.retireHelp}</p>
      <ProblemNote error={retire.error} />
      <DialogActions>
        <Button onPress={onClose}>{common.cancel}</Button>
        <Button
          look="danger"
          isPending={retire.isPending}
          onPress={() => retire.mutate(pool, { onSuccess: onClose })}
        >
          {pools.retire}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

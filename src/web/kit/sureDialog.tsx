import { Dialog } from './dialog.tsx'
import { type Deed, DialogEnd } from './dialogEnd.tsx'

interface SureDialogProps {
  readonly title: string
  /** What will come of it. */
  readonly help: string
  readonly deed: Deed
  readonly name: string
  readonly onDo: () => void
  readonly onClose: () => void
}

/** Asks once more before something is taken away. */
export const SureDialog = ({ title, help, ...end }: SureDialogProps) => (
  <Dialog title={title} isOpen onClose={end.onClose}>
    <p>{help}</p>
    <DialogEnd {...end} look="danger" />
  </Dialog>
)

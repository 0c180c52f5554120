import { useWords } from '../words/words.tsx'
import { Button } from './button.tsx'
import { DialogActions } from './dialog.tsx'
import { ProblemNote } from './problemNote.tsx'

/** A write as far as a dialog shows it. */
export interface Deed {
  /** Left out where the dialog has said it already. */
  readonly error?: Error | null
  readonly isPending: boolean
}

interface DialogEndProps {
  readonly deed: Deed
  /** What the deed is called. */
  readonly name: string
  readonly look?: 'main' | 'danger'
  readonly isReady?: boolean
  readonly onDo: () => void
  readonly onClose: () => void
  /** What not doing it is called. */
  readonly cancel?: string
}

/** How a dialog ends: what went wrong, the way back, and the deed. */
export function DialogEnd({
  deed,
  name,
  look = 'main',
  isReady = true,
  onDo,
  onClose,
  cancel,
}: DialogEndProps) {
  const { common } = useWords()
  return (
    <>
      <ProblemNote error={deed.error ?? null} />
      <DialogActions>
        <Button onPress={onClose}>{cancel ?? common.cancel}</Button>
        <Button look={look} isDisabled={!isReady} isPending={deed.isPending} onPress={onDo}>
          {name}
        </Button>
      </DialogActions>
    </>
  )
}

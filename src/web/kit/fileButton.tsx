import { FileTrigger } from 'react-aria-components'
import { Button } from './button.tsx'

interface FileButtonProps {
  /** Extensions or media types, `.csv`. */
  readonly accept: readonly string[]
  readonly onChoose: (file: File) => void
  readonly isDisabled?: boolean
  readonly children: string
}

/** A button that asks for one file of this machine. */
export const FileButton = ({ accept, onChoose, isDisabled = false, children }: FileButtonProps) => (
  <FileTrigger
    acceptedFileTypes={accept}
    onSelect={files => {
      const file = files?.item(0)
      if (file) onChoose(file)
    }}
  >
    <Button isDisabled={isDisabled}>{children}</Button>
  </FileTrigger>
)

import { useWords } from '../words/words.tsx'
import { Note } from './note.tsx'

/** Gives a file to the browser, to be kept where it keeps files. */
export function saveFile(content: Blob, name: string) {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Says where WeChat's own browser, which keeps no files, can be left for one that does. */
export function SavingHint() {
  const { common } = useWords()
  if (!/MicroMessenger/u.test(navigator.userAgent)) return null
  return (
    <Note tone="warn">
      <p>{common.openOutside}</p>
    </Note>
  )
}

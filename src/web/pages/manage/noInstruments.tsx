import { Empty } from '../../kit/note.tsx'
import { useWords } from '../../words/words.tsx'

/** For those who run nothing yet. */
export function NoInstruments() {
  const { manage } = useWords()
  return (
    <Empty title={manage.none}>
      <p className="quiet">{manage.noneHelp}</p>
    </Empty>
  )
}

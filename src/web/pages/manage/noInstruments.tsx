import { useMyDuties } from '../../frame/duties.ts'
import { LinkButton } from '../../kit/button.tsx'
import { Empty } from '../../kit/note.tsx'
import { useStaffWords } from '../../words/words.tsx'

/** For those who run nothing yet: whoever may publish the first one is led there. */
export function NoInstruments() {
  const { hosted, manage } = useStaffWords()
  const { isSiteAdmin, institutionIds } = useMyDuties()
  if (isSiteAdmin || institutionIds.length > 0) {
    return (
      <Empty title={hosted.none}>
        <p className="quiet">{hosted.noneHelp}</p>
        <LinkButton href="/manage/instruments/new">{hosted.add}</LinkButton>
      </Empty>
    )
  }
  return (
    <Empty title={manage.none}>
      <p className="quiet">{manage.noneHelp}</p>
    </Empty>
  )
}

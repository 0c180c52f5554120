import { Page } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { ImportPanel } from '../../imports/importPanel.tsx'

/** Instruments from a table. */
export function ImportPage() {
  const { hosted } = useStaffWords()
  return (
    <Page title={hosted.importTitle} detail={hosted.importDetail}>
      <ImportPanel noun="instruments" />
    </Page>
  )
}

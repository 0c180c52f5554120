import { Page } from '../../kit/page.tsx'
import { useWords } from '../../words/words.tsx'

export function AllianceRoutes() {
  const { frame } = useWords()
  return <Page title={frame.alliance}>{frame.loading}</Page>
}

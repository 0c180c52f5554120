import { Page } from '../../kit/page.tsx'
import { useWords } from '../../words/words.tsx'

export function ManageRoutes() {
  const { frame } = useWords()
  return <Page title={frame.manage}>{frame.loading}</Page>
}

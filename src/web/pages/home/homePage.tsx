import { Page } from '../../kit/page.tsx'
import { useWords } from '../../words/words.tsx'

/** The reader's day. */
export function HomePage() {
  const { frame } = useWords()
  return <Page title={frame.home}>{frame.live}</Page>
}

import { useState } from 'react'
import { IMPORT_NOUNS, type ImportNoun } from '../../../domain/imports.ts'
import { Page } from '../../kit/page.tsx'
import { Select } from '../../kit/select.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { ImportPanel } from '../imports/importPanel.tsx'

/** Whatever an earlier system kept, from tables. */
export function ImportPage() {
  const { site } = useStaffWords()
  const [noun, setNoun] = useState<ImportNoun>('institutions')
  return (
    <Page title={site.import} detail={site.importDetail}>
      <div className="people-bar">
        <Select
          label={site.importNoun}
          choices={IMPORT_NOUNS.map((id, place) => ({
            id,
            name: `${place + 1}. ${site.importNouns[id]}`,
          }))}
          value={noun}
          onChange={setNoun}
        />
      </div>
      <ImportPanel key={noun} noun={noun} />
    </Page>
  )
}

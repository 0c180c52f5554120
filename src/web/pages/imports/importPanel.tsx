import { useState } from 'react'
import type { ImportNoun } from '../../../domain/imports.ts'
import { type ImportReport, useImport, useTemplate } from '../../api/queries/imports.ts'
import { Button } from '../../kit/button.tsx'
import { FileButton } from '../../kit/fileButton.tsx'
import { Section } from '../../kit/page.tsx'
import { ProblemNote } from '../../kit/problemNote.tsx'
import { saveFile, SavingHint } from '../../kit/saving.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { ImportOutcome } from './importOutcome.tsx'

interface ImportPanelProps {
  /** What the rows of the table are. */
  readonly noun: ImportNoun
}

/** Rows from a table: first tried, one by one, then taken. */
export function ImportPanel({ noun }: ImportPanelProps) {
  const { hosted } = useStaffWords()
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState<ImportReport | null>(null)
  const run = useImport(noun)
  const send = (isDryRun: boolean) => {
    if (file !== null) run.mutate({ file, isDryRun }, { onSuccess: setTried })
  }
  const choose = (chosen: File) => {
    setFile(chosen)
    setTried(null)
    run.reset()
  }
  const wasTried = tried !== null && tried.unread.length === 0
  return (
    <>
      <Templates noun={noun} />
      <div className="card stack-tight">
        <div className="row">
          <FileButton accept={['.csv', '.xlsx']} onChoose={choose}>
            {hosted.chooseFile}
          </FileButton>
          {file !== null && <span>{hosted.file(file.name)}</span>}
        </div>
        <div className="row">
          <Button isDisabled={file === null} isPending={run.isPending} onPress={() => send(true)}>
            {hosted.tryImport}
          </Button>
          <Button look="main" isDisabled={!wasTried || !tried.dryRun} onPress={() => send(false)}>
            {hosted.runImport}
          </Button>
        </div>
        <ProblemNote error={run.error} />
      </div>
      {tried !== null && <ImportOutcome report={tried} />}
    </>
  )
}

function Templates({ noun }: ImportPanelProps) {
  const { hosted } = useStaffWords()
  const template = useTemplate(noun)
  const download = (format: 'csv' | 'xlsx') =>
    template.mutate(format, { onSuccess: content => saveFile(content, `${noun}.${format}`) })
  return (
    <Section title={hosted.template}>
      <SavingHint />
      <div className="row">
        <Button onPress={() => download('xlsx')}>XLSX</Button>
        <Button onPress={() => download('csv')}>CSV</Button>
      </div>
      <ProblemNote error={template.error} />
    </Section>
  )
}

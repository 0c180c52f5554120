import { useState } from 'react'
import { type ImportReport, useImportInstruments, useTemplate } from '../../../api/queries/imports.ts'
import { Button } from '../../../kit/button.tsx'
import { FileButton } from '../../../kit/fileButton.tsx'
import { Page, Section } from '../../../kit/page.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { saveFile, SavingHint } from '../../../kit/saving.tsx'
import { useWords } from '../../../words/words.tsx'
import { ImportOutcome } from './importOutcome.tsx'

/** Instruments from a table: first tried, row by row, then taken. */
export function ImportPage() {
  const { hosted } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState<ImportReport | null>(null)
  const run = useImportInstruments()
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
    <Page title={hosted.importTitle} detail={hosted.importDetail}>
      <Templates />
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
    </Page>
  )
}

function Templates() {
  const { hosted } = useWords()
  const template = useTemplate()
  const download = (format: 'csv' | 'xlsx') =>
    template.mutate(format, { onSuccess: content => saveFile(content, `instruments.${format}`) })
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

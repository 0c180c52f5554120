import { useState } from 'react'
import { type GroupKey, type ReportAsked, useReportFile } from '../../../api/queries/reports.ts'
import { Button } from '../../../kit/button.tsx'
import { ProblemNote } from '../../../kit/problemNote.tsx'
import { saveFile, SavingHint } from '../../../kit/saving.tsx'
import { addDays } from '../../../time.ts'
import { useSpeech, useStaffWords } from '../../../words/words.tsx'
import type { Grouping } from './breakdown.ts'

interface ExportButtonsProps {
  readonly asked: ReportAsked
  readonly groupBy: Grouping
}

/** The figures as a file in the reader's language, broken down by institution as far as that is told. */
export function ExportButtons({ asked, groupBy }: ExportButtonsProps) {
  const { language } = useSpeech()
  const { utilization } = useStaffWords()
  const [saved, setSaved] = useState<string | null>(null)
  const file = useReportFile()
  const save = (format: 'xlsx' | 'csv') => {
    const keys: readonly GroupKey[] =
      groupBy === 'month' ? ['institution', 'month'] : ['institution', 'instrument']
    const name = `${utilization.fileName(asked.start, addDays(asked.end, -1))}.${format}`
    const onSuccess = (content: Blob) => {
      saveFile(content, name)
      setSaved(name)
    }
    file.mutate({ ...asked, groupBy: keys, format, lang: language }, { onSuccess })
  }
  return (
    <div className="stack-tight">
      <SavingHint />
      <div className="row">
        <Button onPress={() => save('xlsx')} isPending={file.isPending}>
          {utilization.exportXlsx}
        </Button>
        <Button onPress={() => save('csv')} isPending={file.isPending}>
          {utilization.exportCsv}
        </Button>
      </div>
      <p role="status" className="quiet">
        {saved !== null && utilization.exported(saved)}
      </p>
      <ProblemNote error={file.error} />
    </div>
  )
}

import { TextField } from '../../../kit/field.tsx'
import { useStaffWords } from '../../../words/words.tsx'

const documentCharactersMax = 100
const reasonCharactersMax = 500

/** The paper behind a grant, as it is being typed. */
export interface Paper {
  readonly documentNumber: string
  readonly reason: string
}

export const emptyPaper: Paper = { documentNumber: '', reason: '' }

/** What is left empty is null. */
export const paperOf = ({ documentNumber, reason }: Paper) => ({
  documentNumber: documentNumber.trim() === '' ? null : documentNumber.trim(),
  reason: reason.trim() === '' ? null : reason.trim(),
})

interface PaperFieldsProps {
  readonly value: Paper
  readonly onChange: (paper: Paper) => void
}

/** The document number and the reason, the same for all rows of a batch. */
export function PaperFields({ value, onChange }: PaperFieldsProps) {
  const { quota } = useStaffWords()
  return (
    <div className="field-pair">
      <TextField
        label={quota.documentNumber}
        help={quota.documentHelp}
        value={value.documentNumber}
        onChange={documentNumber => onChange({ ...value, documentNumber })}
        maxLength={documentCharactersMax}
        isRequired={false}
      />
      <TextField
        label={quota.reason}
        value={value.reason}
        onChange={reason => onChange({ ...value, reason })}
        maxLength={reasonCharactersMax}
        isRequired={false}
      />
    </div>
  )
}

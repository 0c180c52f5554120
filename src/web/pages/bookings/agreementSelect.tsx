import { useMyAgreements } from '../../api/queries/agreements.ts'
import { Select } from '../../kit/select.tsx'
import { dayOf } from '../../time.ts'
import { useWords } from '../../words/words.tsx'
import type { BookingForm } from './bookingForm.ts'

const noAgreement = 'none'

interface AgreementSelectProps {
  readonly form: BookingForm
  readonly onChange: (part: Partial<BookingForm>) => void
  readonly zone: string
}

/**
 * Offered where an alliance of the reader has agreements in force: also those of others, for the answer says
 * who is bound by them.
 */
export function AgreementSelect({ form, onChange, zone }: AgreementSelectProps) {
  const words = useWords().booking
  const day = dayOf(form.start, zone)
  const inForce = (useMyAgreements().data ?? []).filter(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn),
  )
  if (inForce.length === 0) return null
  const choices = inForce.map(({ id, subject }) => ({ id, name: subject }))
  return (
    <Select
      label={words.agreement}
      help={words.agreementHelp}
      choices={[{ id: noAgreement, name: words.agreementNone }, ...choices]}
      value={form.agreementId === '' ? noAgreement : form.agreementId}
      onChange={id => onChange({ agreementId: id === noAgreement ? '' : id })}
    />
  )
}

import { isOverridable } from '../../../domain/lifting.ts'
import type { RefusalCode } from '../../../domain/refusal.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Instrument } from '../../api/queries/instruments.ts'
import { useMyDuties } from '../../frame/duties.ts'
import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../words/words.tsx'

interface OverrideFieldProps {
  readonly error: Error | null
  readonly instrument: Instrument
  readonly value: string
  readonly onChange: (reason: string) => void
}

const reasonCharactersMax = 500

/** For staff: a reason to set rules aside, offered where every rule that was broken may be. */
export function OverrideField({ error, instrument, value, onChange }: OverrideFieldProps) {
  const words = useWords().booking
  const isStaff = useIsStaffOf(instrument)
  if (!isStaff || (value === '' && !isLiftable(error))) return null
  return (
    <TextField
      label={words.override}
      help={words.overrideHelp}
      value={value}
      onChange={onChange}
      maxLength={reasonCharactersMax}
    />
  )
}

export function useIsStaffOf({ id, institutionId }: Pick<Instrument, 'id' | 'institutionId'>): boolean {
  const { institutionIds, instrumentIds } = useMyDuties()
  return institutionIds.includes(institutionId) || instrumentIds.includes(id)
}

function isLiftable(error: Error | null): boolean {
  if (!(error instanceof ApiProblem) || error.body.refusals.length === 0) return false
  return error.body.refusals.every(({ code }) => isOverridable(code as RefusalCode))
}

import type { GroupRef, InstitutionRef } from '../../domain/imports.ts'
import { unreachable } from '../../domain/refusal.ts'
import type { Day } from '../../domain/units.ts'
import type { Column } from './columns.ts'
import type { DraftContext } from './drafts.ts'

/** The institution of a row, or the one given for the whole file; reports the gap where there is neither. */
export function institutionOf(
  row: { readonly institution: InstitutionRef | undefined },
  at: DraftContext<{ institution: Column }>,
): InstitutionRef | undefined {
  return row.institution ?? at.defaults.institution ?? at.say('institution', 'value-missing')
}

/** Reports a last day before the first; the same day is one day. */
export function checkDays(
  row: { readonly startsOn: Day | undefined; readonly endsOn: Day | undefined },
  at: DraftContext<{ endsOn: Column }>,
): void {
  if (row.startsOn !== undefined && row.endsOn !== undefined && row.endsOn < row.startsOn) {
    at.say('endsOn', 'end-before-start')
  }
}

/** One text for one institution, to find a row's twin with. */
export function institutionKey(of: InstitutionRef): string {
  switch (of.kind) {
    case 'uscc':
      return of.uscc
    case 'ror':
      return of.ror
    case 'named':
      return of.text
    default:
      return unreachable(of)
  }
}

export const groupKey = ({ institution, name }: GroupRef) =>
  JSON.stringify([institutionKey(institution), name])

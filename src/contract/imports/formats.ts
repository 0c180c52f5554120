import type { ImportNoun } from '../../domain/imports.ts'
import type { Columns } from './columns.ts'
import { bookingFormat } from './formats/bookings.ts'
import { grantFormat } from './formats/grants.ts'
import { groupFormat } from './formats/groups.ts'
import { institutionFormat } from './formats/institutions.ts'
import { instrumentFormat } from './formats/instruments.ts'
import { membershipFormat } from './formats/memberships.ts'
import { personFormat } from './formats/people.ts'
import { projectFormat } from './formats/projects.ts'

/** Every noun's format. */
export const FORMATS = {
  institutions: institutionFormat,
  memberships: membershipFormat,
  groups: groupFormat,
  people: personFormat,
  projects: projectFormat,
  grants: grantFormat,
  instruments: instrumentFormat,
  bookings: bookingFormat,
}

export function columnsOf(noun: ImportNoun): Columns {
  return FORMATS[noun].columns
}

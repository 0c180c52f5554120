import type { Imported } from '../../domain/importFaults.ts'
import type { BookingDraft, GroupDraft, PersonDraft, ProjectDraft } from '../../domain/imports.ts'
import type { Day } from '../../domain/units.ts'
import { localDay } from '../../domain/zone.ts'
import type { EmhubHost } from './emhub.ts'

/**
 * Bookings without a project are put on this one, so that nobody's other project is taken to pay for them.
 */
const noProject = 'emhub-0'
const groupName = 'emhub'

export interface EmhubCast {
  readonly groups: Imported<GroupDraft>
  readonly people: Imported<PersonDraft>
  readonly projects: Imported<ProjectDraft>
  readonly bookings: Imported<BookingDraft>
}

/**
 * The people and projects behind EMhub's bookings. The file gives only their numbers, and so they are entered
 * under these: without names, in one group, each on the projects that they booked for, from the first day of
 * any booking. Each keeps the row of the first booking that names it.
 */
export function emhubCast(imported: Imported<BookingDraft>, { institution, zone }: EmhubHost): EmhubCast {
  const bookings = imported.rows.map(({ row, value }) => ({
    row,
    value: { ...value, project: value.project ?? noProject },
  }))
  const days = bookings.map(({ value }) => localDay(zone, value.start)).toSorted()
  const startsOn = days[0] ?? ('1970-01-01' as Day)
  const people = new Map<string, number>()
  const projects = new Map<string, { row: number; members: Set<string> }>()
  for (const { row, value } of bookings) {
    const { person, bookedBy, project } = value
    for (const login of [person, bookedBy])
      if (login !== undefined && !people.has(login)) people.set(login, row)
    const known = projects.get(project) ?? { row, members: new Set<string>() }
    if (person !== undefined) known.members.add(person)
    projects.set(project, known)
  }
  const group = { institution, name: groupName }
  return {
    groups: readWithoutFault([{ row: bookings[0]?.row ?? 0, value: group }]),
    people: readWithoutFault(
      [...people].map(([login, row]) => ({
        row,
        value: {
          login,
          loginKind: 'staff-number',
          userKind: 'domestic',
          institution,
          group: groupName,
          startsOn,
        },
      })),
    ),
    projects: readWithoutFault(
      [...projects].map(([code, { row, members }]) => ({
        row,
        value: {
          code,
          name: code,
          group,
          startsOn,
          fundingCodes: [],
          disciplines: [],
          members: [...members],
        },
      })),
    ),
    bookings: { ...imported, rows: bookings },
  }
}

const readWithoutFault = <Draft>(rows: Imported<Draft>['rows']): Imported<Draft> => ({
  rows,
  faults: [],
  notes: [],
})

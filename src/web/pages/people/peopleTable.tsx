import { Link } from 'wouter'
import { useAppointments } from '../../api/queries/appointments.ts'
import { useInstitutions } from '../../api/queries/institutions.ts'
import type { Person } from '../../api/queries/people.ts'
import { useSiteToday } from '../../api/queries/site.ts'
import { type RecordColumn, RecordTable } from '../../kit/recordTable.tsx'
import { Chip } from '../../kit/status.tsx'
import { useStaffWords } from '../../words/words.tsx'
import { useNameOf } from '../../words/writing.ts'
import { holdsOn } from '../alliance/dates.ts'
import { usePersonName } from './personName.ts'
import type { Realm } from './realm.ts'

interface PeopleTableProps extends Realm {
  readonly people: readonly Person[]
}

/** People, one a row, with what is worth knowing before opening one. */
export function PeopleTable({ base, institution, people }: PeopleTableProps) {
  const { people: words } = useStaffWords()
  const personName = usePersonName()
  const placesOf = usePlacesOf()
  const rolesOf = useRolesOf(institution?.id)
  const places: RecordColumn<Person> = { name: words.institution, cell: placesOf }
  return (
    <RecordTable
      label={words.title}
      rows={people}
      idOf={person => person.id}
      columns={[
        {
          name: words.name,
          look: 'head',
          cell: person => <Link href={`${base}/people/${person.id}`}>{personName(person)}</Link>,
        },
        ...(institution === undefined ? [places] : []),
        {
          name: words.roles,
          cell: person => rolesOf(person.id).length > 0 && <Roles names={rolesOf(person.id)} />,
        },
        {
          name: words.contact,
          look: 'whole',
          cell: ({ record }) => record?.email ?? record?.phone ?? '',
        },
      ]}
    />
  )
}

const Roles = ({ names }: { readonly names: readonly string[] }) => (
  <span className="row">
    {names.map(name => (
      <Chip key={name} tone="accent">
        {name}
      </Chip>
    ))}
  </span>
)

function usePlacesOf(): (person: Person) => string {
  const nameOf = useNameOf()
  const institutions = useInstitutions().data
  const today = useSiteToday()
  return ({ affiliations }) => {
    const ids = affiliations.filter(each => holdsOn(each, today)).map(each => each.institutionId)
    return [...new Set(ids)].map(id => nameOf(institutions?.find(each => each.id === id))).join(' · ')
  }
}

/** The roles that each holds today: in the institution, else anywhere. */
function useRolesOf(institutionId: string | undefined): (personId: string) => readonly string[] {
  const { common } = useStaffWords()
  const held = useAppointments(
    institutionId === undefined ? {} : { scopeKind: 'institution', scopeId: institutionId },
  ).data
  const today = useSiteToday()
  return personId => {
    const roles = (held ?? []).filter(each => each.personId === personId && holdsOn(each, today))
    return [...new Set(roles.map(({ role }) => common.roles[role] ?? role))]
  }
}

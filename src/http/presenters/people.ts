import { roleOfKeeper, type Viewer } from '../../domain/appointing.ts'
import { holdsOn } from '../../domain/dates.ts'
import type { Day } from '../../domain/units.ts'
import type { Affiliation, Person } from '../../store/people.ts'
import { madeAndRetiredAt } from './stamps.ts'

interface Seeing {
  readonly viewer: Viewer
  readonly today: Day
  /** Of all people shown. */
  readonly affiliations: readonly Affiliation[]
}

/** Everyone is shown by name and place; contacts and the rest of the record go to its keepers. */
export function presentPerson(person: Person, { viewer, today, affiliations }: Seeing) {
  const own = affiliations.filter(each => each.personId === person.id)
  const current = own.filter(each => holdsOn(each, today))
  const institutionIds = current.map(each => each.institutionId)
  const isKeeper = roleOfKeeper(viewer, { personId: person.id, institutionIds }) !== undefined
  return {
    id: person.id,
    name: person.name,
    nameEn: person.nameEn,
    affiliations: isKeeper ? own : current,
    record: isKeeper ? recordOf(person) : null,
  }
}

const recordOf = (person: Person) => ({
  email: person.email,
  phone: person.phone,
  userKind: person.userKind,
  locale: person.locale,
  hasPassword: person.passwordHash !== null,
  version: person.version,
  ...madeAndRetiredAt(person),
})

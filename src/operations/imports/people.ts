import { type Dates, shareADay } from '../../domain/dates.ts'
import type { PersonDraft } from '../../domain/imports.ts'
import { foldLogin } from '../../domain/person.ts'
import { findGroupByName, findPersonByLogin } from '../../store/imports.ts'
import { affiliationsOf, type Person } from '../../store/people.ts'
import { addAffiliation, addPerson, type AffiliationDraft, editPerson, endAffiliation } from '../people.ts'
import { todayOf } from '../perform.ts'
import { requireInstitution } from './references.ts'
import { type At, differences, isNothing, rowFault, type RowOutcome } from './rows.ts'

/**
 * Enters a person with an affiliation, or brings both up to date. Nobody gets a password: people come in by
 * invitation or through their federation.
 */
export async function importPerson(at: At, draft: PersonDraft): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const institution = await requireInstitution(tx, draft.institution)
  const groupId = draft.group === undefined ? null : await groupIdOf(at, institution.id, draft.group)
  const place = { institutionId: institution.id, groupId }
  const known = await findPersonByLogin(tx, foldLogin(draft.login))
  if (known !== undefined) return update(at, { known, draft, place })
  const { login, loginKind, name = null, nameEn = null, userKind } = draft
  await addPerson(context, actor, {
    name,
    nameEn,
    email: draft.email ?? (loginKind === 'email' ? login : null),
    phone: draft.phone ?? (loginKind === 'phone' ? login : null),
    userKind,
    locale: localeOf(institution.jurisdiction),
    affiliations: [{ ...place, ...datesOf(at, draft) }],
    logins: [{ kind: loginKind, value: login }],
    identities: [],
  })
  return 'created'
}

async function groupIdOf({ tx }: At, institutionId: string, name: string) {
  const group = await findGroupByName(tx, { institutionId, name })
  return group?.id ?? rowFault('reference-unknown', 'group', name)
}

/** A person is written to in the language of the place until they choose another. */
function localeOf(jurisdiction: string): string {
  if (jurisdiction === 'CN') return 'zh-CN'
  return ['HK', 'MO', 'TW'].includes(jurisdiction) ? 'zh-Hant' : 'en'
}

const datesOf = ({ context }: At, { startsOn, endsOn }: PersonDraft): Dates => {
  const today = todayOf(context)
  const first = endsOn !== undefined && endsOn < today ? endsOn : today
  return { startsOn: startsOn ?? first, endsOn: endsOn ?? null }
}

interface Known {
  readonly known: Person
  readonly draft: PersonDraft
  readonly place: Pick<AffiliationDraft, 'institutionId' | 'groupId'>
}

async function update(at: At, { known, draft, place }: Known): Promise<RowOutcome> {
  const { context, actor } = at
  const { name, nameEn, email, phone, userKind } = draft
  const { id } = known
  let { version } = known
  const changes = differences(known, { name, nameEn, email, phone, userKind })
  if (!isNothing(changes)) version = (await editPerson(context, actor, { id, version, changes })).version
  version = await affiliate(at, { personId: id, version, draft, place })
  return version === known.version ? 'unchanged' : 'updated'
}

interface Affiliating {
  readonly personId: string
  readonly version: number
  readonly draft: PersonDraft
  readonly place: Known['place']
}

/**
 * An affiliation is known again by its place, where the days meet; without a first day by its place alone.
 */
async function affiliate(at: At, { personId, version, draft, place }: Affiliating): Promise<number> {
  const { context, actor, tx } = at
  const { startsOn, endsOn } = draft
  const dates = datesOf(at, draft)
  const here = (await affiliationsOf(tx, [personId])).filter(
    each => each.institutionId === place.institutionId && each.groupId === place.groupId,
  )
  const same = here.find(each => startsOn === undefined || shareADay(each, dates))
  if (same === undefined) {
    return (await addAffiliation(context, actor, { personId, version, ...place, ...dates })).version
  }
  if (startsOn !== undefined && startsOn !== same.startsOn) rowFault('value-conflict', 'startsOn', startsOn)
  if (endsOn === undefined || endsOn === same.endsOn) return version
  return (await endAffiliation(context, actor, { personId, version, affiliationId: same.id, endsOn })).version
}

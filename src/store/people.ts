import { and, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { affiliationsMax, keysMax } from '../domain/person.ts'
import type { Day } from '../domain/units.ts'
import { first, type Reader, rowSlots, statement, type Tx } from './database.ts'
import type { Tables } from './schema/tables.ts'
import { afterId, holdsWord, type Page } from './search.ts'

const affiliations = statement<{ personId: string; day: Day }>()('people.affiliationsOn', (q, t, v) =>
  q
    .select({
      id: t.affiliations.id,
      institutionId: t.affiliations.institutionId,
      groupId: t.affiliations.groupId,
    })
    .from(t.affiliations)
    .innerJoin(t.people, eq(t.people.id, t.affiliations.personId))
    .where(
      and(
        eq(t.affiliations.personId, v.personId),
        isNull(t.people.retiredAt),
        lte(t.affiliations.startsOn, v.day),
        or(isNull(t.affiliations.endsOn), gte(t.affiliations.endsOn, v.day)),
      ),
    )
    .orderBy(t.affiliations.id)
    .limit(affiliationsMax),
)

/** Where a person belongs on a day; the first and the last day count. A retired person belongs nowhere. */
export const affiliationsOn = (reader: Reader, of: { readonly personId: string; readonly day: Day }) =>
  reader.run(affiliations, of)

export type Person = Tables['people']['$inferSelect']
export type Affiliation = Tables['affiliations']['$inferSelect']
export type Login = Tables['logins']['$inferSelect']
export type Identity = Tables['identities']['$inferSelect']

export const findPerson = async (reader: Reader, id: string): Promise<Person | undefined> =>
  first(await reader.q.select().from(reader.t.people).where(eq(reader.t.people.id, id)))

export interface PersonFilter extends Page {
  /** The day on which they belong to the institution, or to a member of the alliance. */
  readonly day: Day
  readonly institutionId?: string | undefined
  readonly allianceId?: string | undefined
  /** Folded words; each must be found in the search key. */
  readonly words?: readonly string[] | undefined
  /** Those who were retired, instead of those who are not. */
  readonly retired?: boolean | undefined
}

/** People not retired, or only those who are, in order of id. */
export const listPeople = (reader: Reader, filter: PersonFilter): Promise<Person[]> => {
  const { q, t } = reader
  const { institutionId, allianceId, day } = filter
  return q
    .select()
    .from(t.people)
    .where(
      and(
        filter.retired === true ? isNotNull(t.people.retiredAt) : isNull(t.people.retiredAt),
        institutionId === undefined
          ? undefined
          : inArray(t.people.id, peopleOfInstitution(reader, { institutionId, day })),
        allianceId === undefined
          ? undefined
          : inArray(t.people.id, peopleOfAlliance(reader, { allianceId, day })),
        ...(filter.words ?? []).map(word => holdsWord(t.people.searchKey, word)),
        afterId(t.people.id, filter),
      ),
    )
    .orderBy(t.people.id)
    .limit(filter.limit)
}

const affiliatedOn = (t: Tables, day: Day) =>
  and(lte(t.affiliations.startsOn, day), or(isNull(t.affiliations.endsOn), gte(t.affiliations.endsOn, day)))

const peopleOfInstitution = ({ q, t }: Reader, of: { readonly institutionId: string; readonly day: Day }) =>
  q
    .select({ id: t.affiliations.personId })
    .from(t.affiliations)
    .where(and(eq(t.affiliations.institutionId, of.institutionId), affiliatedOn(t, of.day)))

const peopleOfAlliance = ({ q, t }: Reader, of: { readonly allianceId: string; readonly day: Day }) =>
  q
    .select({ id: t.affiliations.personId })
    .from(t.affiliations)
    .innerJoin(t.memberships, eq(t.memberships.institutionId, t.affiliations.institutionId))
    .where(
      and(
        eq(t.memberships.allianceId, of.allianceId),
        lte(t.memberships.startsOn, of.day),
        or(isNull(t.memberships.endsOn), gte(t.memberships.endsOn, of.day)),
        affiliatedOn(t, of.day),
      ),
    )

/** Every affiliation of some people, past ones too, in order of id. */
export const affiliationsOf = ({ q, t }: Reader, personIds: readonly string[]): Promise<Affiliation[]> =>
  q
    .select()
    .from(t.affiliations)
    .where(inArray(t.affiliations.personId, personIds))
    .orderBy(t.affiliations.id)
    .limit(personIds.length * affiliationsMax)

/** Where a person belongs on `day` or will belong later. */
export const affiliationsFrom = (
  { q, t }: Reader,
  of: { readonly personId: string; readonly day: Day },
): Promise<Affiliation[]> =>
  q
    .select()
    .from(t.affiliations)
    .where(
      and(
        eq(t.affiliations.personId, of.personId),
        or(isNull(t.affiliations.endsOn), gte(t.affiliations.endsOn, of.day)),
      ),
    )
    .orderBy(t.affiliations.id)
    .limit(affiliationsMax)

/** How a person signs in. */
export const keysOf = async ({ q, t }: Reader, personId: string) => {
  const logins: Login[] = await q
    .select()
    .from(t.logins)
    .where(eq(t.logins.personId, personId))
    .orderBy(t.logins.id)
    .limit(keysMax)
  const identities: Identity[] = await q
    .select()
    .from(t.identities)
    .where(eq(t.identities.personId, personId))
    .orderBy(t.identities.id)
    .limit(keysMax)
  return { logins, identities }
}

// Compiled once, for imports enter thousands of people.
const addPersonRow = statement<Person>()('people.add', (q, t) =>
  q.insert(t.people).values(rowSlots<Person>(t.people)),
)
const addAffiliationRow = statement<Affiliation>()('people.addAffiliation', (q, t) =>
  q.insert(t.affiliations).values(rowSlots<Affiliation>(t.affiliations)),
)
const addLoginRow = statement<Login>()('people.addLogin', (q, t) =>
  q.insert(t.logins).values(rowSlots<Login>(t.logins)),
)

export const insertPerson = async (tx: Tx, person: Person) => {
  await tx.run(addPersonRow, person)
}

/** The person as changed, or undefined when the row no longer has this version. */
export const updatePerson = async (
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  changes: Partial<Omit<Person, 'id' | 'createdAt' | 'version'>>,
): Promise<Person | undefined> =>
  first(
    await tx.q
      .update(tx.t.people)
      .set({ ...changes, version: at.version + 1 })
      .where(and(eq(tx.t.people.id, at.id), eq(tx.t.people.version, at.version)))
      .returning(),
  )

export const insertAffiliation = async (tx: Tx, affiliation: Affiliation) => {
  await tx.run(addAffiliationRow, affiliation)
}

/** Ends an affiliation, or lets it go on. */
export const updateAffiliation = async (tx: Tx, id: string, changes: { readonly endsOn: Day | null }) => {
  await tx.q.update(tx.t.affiliations).set(changes).where(eq(tx.t.affiliations.id, id))
}

export const insertLogin = async (tx: Tx, login: Login) => {
  await tx.run(addLoginRow, login)
}

export const insertIdentity = async (tx: Tx, identity: Identity) => {
  await tx.q.insert(tx.t.identities).values(identity)
}

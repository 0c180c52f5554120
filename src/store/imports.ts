import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Alliance } from './alliances.ts'
import type { Agreement } from './agreements.ts'
import { first, type Reader, statement } from './database.ts'
import type { Group } from './groups.ts'
import type { Institution } from './institutions.ts'
import type { Instrument } from './instruments.ts'
import type { Person } from './people.ts'
import type { Pool } from './pools.ts'
import type { Project } from './projects.ts'

/**
 * Finds things by the keys under which files name them. Compiled once: an import asks thousands of times.
 * Two rows are enough to know that a name means more than one.
 */
const enoughToDoubt = 2

type InstitutionCode = 'uscc' | 'ror' | 'ownId'

const institutionByCode = {
  uscc: statement<{ code: string }>()('imports.institutionByUscc', (q, t, v) =>
    q.select().from(t.institutions).where(eq(t.institutions.uscc, v.code)),
  ),
  ror: statement<{ code: string }>()('imports.institutionByRor', (q, t, v) =>
    q.select().from(t.institutions).where(eq(t.institutions.ror, v.code)),
  ),
  ownId: statement<{ code: string }>()('imports.institutionByOwnId', (q, t, v) =>
    q.select().from(t.institutions).where(eq(t.institutions.ownId, v.code)),
  ),
}

const institutionsByName = statement<{ name: string }>()('imports.institutionsByName', (q, t, v) =>
  q
    .select()
    .from(t.institutions)
    .where(and(eq(t.institutions.name, v.name), isNull(t.institutions.retiredAt)))
    .orderBy(t.institutions.id)
    .limit(enoughToDoubt),
)

const allianceBySlug = statement<{ slug: string }>()('imports.allianceBySlug', (q, t, v) =>
  q.select().from(t.alliances).where(eq(t.alliances.slug, v.slug)),
)

const alliancesByName = statement<{ name: string }>()('imports.alliancesByName', (q, t, v) =>
  q
    .select()
    .from(t.alliances)
    .where(and(eq(t.alliances.name, v.name), isNull(t.alliances.retiredAt)))
    .orderBy(t.alliances.id)
    .limit(enoughToDoubt),
)

const agreementsBySubject = statement<{ allianceId: string; subject: string }>()(
  'imports.agreementsBySubject',
  (q, t, v) =>
    q
      .select()
      .from(t.agreements)
      .where(and(eq(t.agreements.allianceId, v.allianceId), eq(t.agreements.subject, v.subject)))
      .orderBy(t.agreements.id)
      .limit(enoughToDoubt),
)

const groupByName = statement<{ institutionId: string; name: string }>()('imports.groupByName', (q, t, v) =>
  q
    .select()
    .from(t.groups)
    .where(and(eq(t.groups.institutionId, v.institutionId), eq(t.groups.name, v.name))),
)

const peopleByLogin = statement<{ value: string }>()('imports.personByLogin', (q, t, v) =>
  q
    .select({ person: t.people })
    .from(t.logins)
    .innerJoin(t.people, eq(t.people.id, t.logins.personId))
    .where(eq(t.logins.value, v.value)),
)

const projectByCode = statement<{ groupId: string; code: string }>()('imports.projectByCode', (q, t, v) =>
  q
    .select()
    .from(t.projects)
    .where(and(eq(t.projects.groupId, v.groupId), eq(t.projects.code, v.code))),
)

const projectsOfMember = statement<{ personId: string; code: string }>()(
  'imports.projectsOfMember',
  (q, t, v) =>
    q
      .select({ id: t.projects.id })
      .from(t.projectMembers)
      .innerJoin(t.projects, eq(t.projects.id, t.projectMembers.projectId))
      .where(and(eq(t.projectMembers.personId, v.personId), eq(t.projects.code, v.code)))
      .orderBy(t.projects.id)
      .limit(enoughToDoubt),
)

const projectsOfInstitution = statement<{ institutionId: string; code: string }>()(
  'imports.projectsOfInstitution',
  (q, t, v) =>
    q
      .select({ id: t.projects.id })
      .from(t.groups)
      .innerJoin(t.projects, eq(t.projects.groupId, t.groups.id))
      .where(and(eq(t.groups.institutionId, v.institutionId), eq(t.projects.code, v.code)))
      .orderBy(t.projects.id)
      .limit(enoughToDoubt),
)

const poolByName = statement<{ institutionId: string; name: string }>()('imports.poolByName', (q, t, v) =>
  q
    .select()
    .from(t.pools)
    .where(and(eq(t.pools.institutionId, v.institutionId), eq(t.pools.name, v.name))),
)

const instrumentByAsset = statement<{ institutionId: string; assetNumber: string }>()(
  'imports.instrumentByAsset',
  (q, t, v) =>
    q
      .select()
      .from(t.instruments)
      .where(
        and(eq(t.instruments.institutionId, v.institutionId), eq(t.instruments.assetNumber, v.assetNumber)),
      ),
)

const bookingByExternalId = statement<{ source: string; externalId: string }>()(
  'imports.bookingByExternalId',
  (q, t, v) =>
    q
      .select({
        id: t.bookings.id,
        instrumentId: t.bookings.instrumentId,
        start: t.bookings.start,
        end: t.bookings.end,
        places: t.bookings.places,
        kind: t.bookings.kind,
        personId: t.bookings.personId,
      })
      .from(t.bookings)
      .where(and(eq(t.bookings.source, v.source), eq(t.bookings.externalId, v.externalId))),
)

export const findInstitutionByCode = async (
  reader: Reader,
  of: { readonly kind: InstitutionCode; readonly code: string },
): Promise<Institution | undefined> => first(await reader.run(institutionByCode[of.kind], { code: of.code }))

/** Current institutions of exactly this name, at most two. */
export const findInstitutionsByName = (reader: Reader, name: string): Promise<Institution[]> =>
  reader.run(institutionsByName, { name })

export const findAllianceBySlug = async (reader: Reader, slug: string): Promise<Alliance | undefined> =>
  first(await reader.run(allianceBySlug, { slug }))

/** Current alliances of exactly this name, at most two. */
export const findAlliancesByName = (reader: Reader, name: string): Promise<Alliance[]> =>
  reader.run(alliancesByName, { name })

/** Agreements of an alliance on one subject, at most two. */
export const findAgreementsBySubject = (
  reader: Reader,
  of: { readonly allianceId: string; readonly subject: string },
): Promise<Agreement[]> => reader.run(agreementsBySubject, of)

export const findGroupByName = async (
  reader: Reader,
  of: { readonly institutionId: string; readonly name: string },
): Promise<Group | undefined> => first(await reader.run(groupByName, of))

/** The holder of a login (folded), retired or not. */
export const findPersonByLogin = async (reader: Reader, value: string): Promise<Person | undefined> =>
  first(await reader.run(peopleByLogin, { value }))?.person

export const findProjectByCode = async (
  reader: Reader,
  of: { readonly groupId: string; readonly code: string },
): Promise<Project | undefined> => first(await reader.run(projectByCode, of))

/** Projects of a code on which a person is or was, at most two. */
export const findProjectsOfMember = (
  reader: Reader,
  of: { readonly personId: string; readonly code: string },
): Promise<{ id: string }[]> => reader.run(projectsOfMember, of)

/** Projects of a code in the groups of an institution, at most two. */
export const findProjectsOfInstitution = (
  reader: Reader,
  of: { readonly institutionId: string; readonly code: string },
): Promise<{ id: string }[]> => reader.run(projectsOfInstitution, of)

export const findPoolByName = async (
  reader: Reader,
  of: { readonly institutionId: string; readonly name: string },
): Promise<Pool | undefined> => first(await reader.run(poolByName, of))

export const findInstrumentByAsset = async (
  reader: Reader,
  of: { readonly institutionId: string; readonly assetNumber: string },
): Promise<Instrument | undefined> => first(await reader.run(instrumentByAsset, of))

/** What an import compares of a booking that it made before. */
export const findImportedBooking = async (
  reader: Reader,
  of: { readonly source: string; readonly externalId: string },
) => first(await reader.run(bookingByExternalId, of))

/** Whose quota of which period moved under one document number. */
export interface DocumentedGrant {
  readonly periodId: string
  readonly documentNumber: string
  readonly holderKind: string
  readonly holderId: string
}

/** What came to a holder under a document number, less what was passed on under the same. */
export async function netGrantedUnder(reader: Reader, of: DocumentedGrant): Promise<number> {
  const { transfers } = reader.t
  const received = await movedUnder(reader, of, transfers.destinationLotId)
  const passedOn = await movedUnder(reader, of, transfers.sourceLotId)
  return received - passedOn
}

type LotColumn = Reader['t']['transfers']['sourceLotId' | 'destinationLotId']

async function movedUnder({ q, t }: Reader, of: DocumentedGrant, lotColumn: LotColumn): Promise<number> {
  const rows = await q
    .select({ sum: sql<number>`coalesce(sum(${t.transfers.amount}), 0)`.mapWith(Number) })
    .from(t.transfers)
    .innerJoin(t.lots, eq(t.lots.id, lotColumn))
    .innerJoin(t.accounts, eq(t.accounts.id, t.lots.accountId))
    .where(
      and(
        eq(t.transfers.documentNumber, of.documentNumber),
        eq(t.transfers.periodId, of.periodId),
        eq(t.accounts.holderKind, of.holderKind),
        eq(t.accounts.holderId, of.holderId),
      ),
    )
  return first(rows)?.sum ?? 0
}

import type { OperatingState } from './instrument.ts'
import type { LedgerUnit } from './ledger/granting.ts'
import type { LoginKind, UserKind } from './person.ts'
import type { PolicyRules } from './policy.ts'
import type { Amount, Day, Instant } from './units.ts'

/**
 * What an import hands to the operations: one draft for each row of a file, with references by natural
 * key. Nothing here has been looked up; a draft says what the file says, well-formed.
 *
 * Days named `…On` belong to the time: `endsOn` is the last day, as people write it in tables.
 */

/** In the order in which they are imported: each refers to those before it. */
export const IMPORT_NOUNS = [
  'institutions',
  'memberships',
  'groups',
  'people',
  'projects',
  'grants',
  'instruments',
  'bookings',
] as const
export type ImportNoun = (typeof IMPORT_NOUNS)[number]

/** An institution by the key the file gives. `named` is an own id; where none is such, the exact name. */
export type InstitutionRef =
  | { readonly kind: 'uscc'; readonly uscc: string }
  | { readonly kind: 'ror'; readonly ror: string }
  | { readonly kind: 'named'; readonly text: string }

export interface GroupRef {
  readonly institution: InstitutionRef
  readonly name: string
}

export interface InstrumentRef {
  readonly institution: InstitutionRef
  readonly assetNumber: string
}

export const INSTITUTION_KINDS = [
  'university',
  'research',
  'company',
  'hospital',
  'government',
  'association',
  'other',
] as const
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number]

/** Found again by USCC, ROR or own id; where it has none, by its exact name. */
export interface InstitutionDraft {
  readonly name: string
  readonly nameEn?: string
  readonly kind: InstitutionKind
  /** ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
  readonly jurisdiction: string
  /** 18 characters, checksum verified. */
  readonly uscc?: string
  /** `https://ror.org/` and nine characters. */
  readonly ror?: string
  readonly ownId?: string
}

export interface RoleDraft {
  readonly role: string
  /** The alliance's own wording. */
  readonly label?: string
}

/** Found again by alliance, institution and first day. */
export interface MembershipDraft {
  /** The alliance's slug. */
  readonly alliance: string
  readonly institution: InstitutionRef
  readonly roles: readonly RoleDraft[]
  /** Absent: what is usual for the kind of institution. */
  readonly right?: 'full' | 'observer'
  readonly startsOn: Day
  readonly endsOn?: Day
}

/** Found again by institution and name. */
export interface GroupDraft {
  readonly institution: InstitutionRef
  readonly name: string
  readonly nameEn?: string
  /** Login of the principal investigator. */
  readonly investigator?: string
}

/** Found again by login, folded to lower case. Federations give people without a name. */
export interface PersonDraft {
  readonly login: string
  readonly loginKind: LoginKind
  readonly name?: string
  readonly nameEn?: string
  readonly email?: string
  readonly phone?: string
  readonly userKind: UserKind
  readonly institution: InstitutionRef
  readonly group?: string
  readonly startsOn?: Day
  readonly endsOn?: Day
}

/** Found again by institution, group and code. */
export interface ProjectDraft {
  readonly code: string
  readonly name: string
  readonly group: GroupRef
  readonly startsOn: Day
  readonly endsOn?: Day
  /** At most four of each. */
  readonly fundingCodes: readonly string[]
  readonly disciplines: readonly string[]
  /** Logins. */
  readonly members: readonly string[]
}

export type GrantHolder =
  | { readonly kind: 'institution'; readonly institution: InstitutionRef }
  | { readonly kind: 'group'; readonly group: GroupRef }
  | { readonly kind: 'project'; readonly institution: InstitutionRef; readonly code: string }

/** Found again by alliance and document number: the same grant is not given twice. */
export interface GrantDraft {
  readonly alliance: string
  readonly resourceClass: string
  readonly unit: LedgerUnit
  readonly holder: GrantHolder
  /** In the smallest unit: hours in the file are seconds here. */
  readonly amount: Amount
  readonly period: string
  readonly documentNumber: string
}

/** Found again by institution and asset number. */
export interface InstrumentDraft {
  readonly institution: InstitutionRef
  readonly assetNumber: string
  readonly classCode?: string
  /** What its quota is counted in: `mass-spectrometer`, `animal-room`, …. */
  readonly resourceClass: string
  readonly name: string
  readonly nameEn?: string
  readonly exclusive: boolean
  /** Places; 1 where exclusive. */
  readonly capacity: number
  /** Instruments of one pool name stand in for one another. */
  readonly pool?: string
  readonly maker?: string
  readonly model?: string
  readonly serial?: string
  readonly origin?: string
  readonly purpose: 'general' | 'dedicated'
  readonly source?: string
  /** In minor units of `currency`. */
  readonly originalValueMinor?: Amount
  readonly currency?: string
  readonly commissionedOn?: Day
  readonly customsSupervisedUntil?: Day
  readonly technique?: string
  readonly serviceText?: string
  readonly location?: string
  readonly zone: string
  readonly operatingState: OperatingState
  readonly contact?: string
  /** The rules the source states; the operation fills the rest from the site's usual ones. */
  readonly policy?: Partial<PolicyRules>
  /** What the source says and no field holds, under the source's own names. */
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

export const BOOKING_KINDS = ['use', 'special', 'maintenance', 'downtime'] as const
export type BookingKind = (typeof BOOKING_KINDS)[number]

/** Found again by source and external id. */
export interface BookingDraft {
  readonly source: string
  readonly externalId: string
  readonly instrument: InstrumentRef
  readonly start: Instant
  readonly end: Instant
  readonly kind: BookingKind
  readonly places: number
  /** Login of the user. */
  readonly person?: string
  /** Login of whoever booked, where it was another (代约). */
  readonly bookedBy?: string
  readonly project?: string
  readonly alliance?: string
  readonly title?: string
}

export interface AllianceMemberDraft {
  readonly institution: InstitutionDraft
  readonly roles: readonly RoleDraft[]
  /** Absent: what is usual for the kind of institution. */
  readonly right?: 'full' | 'observer'
  /** Absent: from the alliance's founding. */
  readonly startsOn?: Day
  readonly endsOn?: Day
}

export interface AgreementDraft {
  readonly subject: string
  /** Names of members of the same alliance, two or more. */
  readonly parties: readonly string[]
  /** Name of the alliance that the agreement founds. */
  readonly formsAlliance?: string
  readonly startsOn?: Day
  readonly endsOn?: Day
}

/** Found again by slug; its members by name, its agreements by subject, its instruments by asset number. */
export interface AllianceDraft {
  readonly slug: string
  readonly name: string
  readonly nameEn?: string
  readonly type: string
  readonly leadLabel?: string
  /** `2016`, `2016-12` or `2016-12-17`: papers often give only the year. */
  readonly foundedOn?: string
  readonly zone: string
  readonly currency: string
  /** Slug of the alliance this one belongs to. */
  readonly parent?: string
  /** How many members it has in all, where its papers name only some. */
  readonly memberCount?: number
  readonly members: readonly AllianceMemberDraft[]
  readonly agreements: readonly AgreementDraft[]
  readonly instruments: readonly InstrumentDraft[]
}

/** What each noun's rows become. */
export interface DraftByNoun {
  readonly institutions: InstitutionDraft
  readonly memberships: MembershipDraft
  readonly groups: GroupDraft
  readonly people: PersonDraft
  readonly projects: ProjectDraft
  readonly grants: GrantDraft
  readonly instruments: InstrumentDraft
  readonly bookings: BookingDraft
}

/** What a file may leave out because its sender said it for all rows. */
export interface ImportDefaults {
  /** IANA zone of wall times and instruments. */
  readonly zone?: string
  readonly institution?: InstitutionRef
  readonly alliance?: string
  readonly currency?: string
  /** Names the system that bookings come from. */
  readonly source?: string
}

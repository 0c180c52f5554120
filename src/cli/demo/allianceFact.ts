import type { OperatingState } from '../../domain/instrument.ts'
import type { InstitutionKind } from '../../domain/imports.ts'

/** Name, jurisdiction, kind and roles of a member that the public reports name. */
export type MemberFact = readonly [name: string, jurisdiction: string, kind: InstitutionKind, roles: string]

export interface InstrumentFact {
  readonly facility: string
  readonly kind: string
  readonly count: number
  /** Places of a shared instrument; 1 means one user at a time. */
  readonly capacity: number
  readonly state: OperatingState
}

export interface AllianceFact {
  readonly slug: string
  /** As the names of its fictional members say it. */
  readonly short: readonly [zh: string, en: string]
  readonly name: string
  readonly type: string
  readonly leadLabel: string
  readonly foundedOn: string | null
  /** Members in all; those not named here stand in the demo under plainly fictional names. */
  readonly memberCount: number
  readonly members: readonly MemberFact[]
  /** Parties by their place among the members. */
  readonly agreements: readonly {
    readonly subject: string
    readonly parties: readonly number[]
    readonly forms: string | null
  }[]
  readonly instruments: readonly InstrumentFact[]
  /** Hours of a quarter that all members draw on together, instead of each on its own. */
  readonly pooledHours?: number
}

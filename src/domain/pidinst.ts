import type { Day } from './units.ts'

/** DataCite's word for a mandatory value that is not known. */
const unavailable = ':unav'

/** What PIDINST tells of an instrument, in our words. */
export interface PidinstSource {
  readonly name: string
  readonly maker: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly assetNumber: string | null
  readonly classCode: string | null
  readonly resourceClass: string
  readonly technique: string | null
  readonly serviceText: string | null
  readonly commissionedOn: Day | null
  readonly retiredOn: Day | null
  readonly owner: PidinstOwner
}

export interface PidinstOwner {
  readonly name: string
  readonly ror: string | null
  readonly uscc: string | null
}

/** A record of PIDINST 1.0 in the form of its JSON schema. */
export interface PidinstRecord {
  readonly identifier: { readonly identifier: string; readonly identifierType: string }
  readonly schemaVersion: '1.0'
  readonly landingPage: string
  readonly name: string
  readonly owners: readonly {
    readonly ownerName: string
    readonly ownerIdentifier?: { readonly ownerIdentifier: string; readonly ownerIdentifierType: string }
  }[]
  readonly manufacturers: readonly { readonly manufacturerName: string }[]
  readonly model?: { readonly modelName: string }
  readonly description?: string
  readonly instrumentTypes: readonly { readonly instrumentTypeName: string }[]
  readonly dates?: readonly PidinstDate[]
  readonly alternateIdentifiers?: readonly PidinstAlternate[]
}

interface PidinstDate {
  readonly date: Day
  readonly dateType: 'Commissioned' | 'DeCommissioned'
}

interface PidinstAlternate {
  readonly alternateIdentifier: string
  readonly alternateIdentifierType: 'SerialNumber' | 'InventoryNumber' | 'Other'
  readonly alternateIdentifierName?: string
}

/**
 * Describes an instrument in the terms of PIDINST 1.0. The landing page is its identifier too, as long as
 * nobody has registered a DOI or a handle for it. People are left out: the owner is the institution.
 */
export function pidinstRecord(source: PidinstSource, landingPage: string): PidinstRecord {
  const dates = datesOf(source)
  const alternateIdentifiers = alternatesOf(source)
  const types = [source.resourceClass, source.technique].filter(isStated)
  return {
    identifier: { identifier: landingPage, identifierType: 'URL' },
    schemaVersion: '1.0',
    landingPage,
    name: source.name,
    owners: [ownerOf(source.owner)],
    manufacturers: [{ manufacturerName: source.maker ?? unavailable }],
    ...(isStated(source.model) ? { model: { modelName: source.model } } : {}),
    ...(isStated(source.serviceText) ? { description: source.serviceText } : {}),
    instrumentTypes: types.map(instrumentTypeName => ({ instrumentTypeName })),
    ...(dates.length > 0 ? { dates } : {}),
    ...(alternateIdentifiers.length > 0 ? { alternateIdentifiers } : {}),
  }
}

/** ROR where there is one, for the world reads it; the Chinese code of a legal person otherwise. */
function ownerOf({ name, ror, uscc }: PidinstOwner): PidinstRecord['owners'][number] {
  const ownerName = name
  if (isStated(ror))
    return { ownerName, ownerIdentifier: { ownerIdentifier: ror, ownerIdentifierType: 'ROR' } }
  if (isStated(uscc))
    return { ownerName, ownerIdentifier: { ownerIdentifier: uscc, ownerIdentifierType: 'USCC' } }
  return { ownerName }
}

function datesOf({ commissionedOn, retiredOn }: PidinstSource): PidinstDate[] {
  return [
    ...(commissionedOn === null ? [] : [{ date: commissionedOn, dateType: 'Commissioned' } as const]),
    ...(retiredOn === null ? [] : [{ date: retiredOn, dateType: 'DeCommissioned' } as const]),
  ]
}

function alternatesOf({ serial, assetNumber, classCode }: PidinstSource): PidinstAlternate[] {
  const alternates: (PidinstAlternate | undefined)[] = [
    isStated(serial) ? { alternateIdentifier: serial, alternateIdentifierType: 'SerialNumber' } : undefined,
    isStated(assetNumber)
      ? { alternateIdentifier: assetNumber, alternateIdentifierType: 'InventoryNumber' }
      : undefined,
    isStated(classCode)
      ? {
          alternateIdentifier: classCode,
          alternateIdentifierType: 'Other',
          alternateIdentifierName: 'Instrument class code',
        }
      : undefined,
  ]
  return alternates.filter(each => each !== undefined)
}

const isStated = (text: string | null): text is string => text !== null && text !== ''

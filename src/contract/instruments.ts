import { z } from 'zod'
import { OPERATING_STATES } from '../domain/instrument.ts'
import { detailListMax, detailNameLengthMax, detailTextLengthMax } from '../domain/instrumentDetails.ts'
import type { Amount, Seconds } from '../domain/units.ts'
import { counted } from './counted.ts'
import { day, id, instantOut, listQuery, nameText, page, text, zone } from './common.ts'

const wordCharactersMax = 100
const codeCharactersMax = 60
const serviceCharactersMax = 2000
const searchCharactersMax = 200
const capacityMax = 100_000
const turnaroundSecondsMax = 7 * 86_400
const invitedProjectsMax = 200
const originalValueMinorMax = 1_000_000_000_000_000

/** What quota is counted in: `mass-spectrometer`, `animal-room`, …. */
const resourceClass = z
  .string()
  .max(codeCharactersMax)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)

const mayBook = z.enum(['nobody', 'invited', 'everyone'])

const mayBookByState = z
  .strictObject({
    construction: mayBook,
    research: mayBook,
    trial: mayBook,
    operation: mayBook,
    retired: mayBook,
  })
  .meta({ id: 'MayBook', description: 'Who may book in each operating state, besides staff.' })

const detailText = text(detailTextLengthMax)

const details = z
  .record(
    text(detailNameLengthMax),
    z.union([detailText, z.number(), z.boolean(), z.array(detailText).max(detailListMax)]),
  )
  .meta({
    id: 'InstrumentDetails',
    description:
      'What a class is asked about: cores, gpus, memoryGib of `compute`; species, ethicsRequired, licence ' +
      'of `animal-room`. Other names are the lab’s own.',
  })

const originalValue = counted<Amount>(0, originalValueMinorMax)

/** The words for what a field holds stand in the glossary (分类编码, 产地国别, 主要购置经费来源, …). */
const fields = {
  poolId: id.nullable(),
  assetNumber: text(wordCharactersMax).nullable(),
  classCode: text(codeCharactersMax).nullable(),
  resourceClass,
  name: nameText,
  nameEn: nameText.nullable(),
  exclusive: z.boolean().meta({ description: 'One user at a time; otherwise `capacity` places are shared.' }),
  capacity: z.int().min(1).max(capacityMax),
  turnaroundSeconds: counted<Seconds>(0, turnaroundSecondsMax),
  zone,
  location: nameText.nullable(),
  maker: nameText.nullable(),
  model: nameText.nullable(),
  serial: text(wordCharactersMax).nullable(),
  origin: text(codeCharactersMax).nullable(),
  purpose: z.enum(['general', 'dedicated']),
  source: text(codeCharactersMax).nullable(),
  originalValueMinor: originalValue.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/u),
  commissionedOn: day.nullable(),
  customsSupervisedUntil: day.nullable(),
  technique: nameText.nullable(),
  serviceText: text(serviceCharactersMax).nullable(),
  contact: nameText.nullable(),
  details,
  operatingState: z.enum(OPERATING_STATES),
  mayBook: mayBookByState,
  invitedProjectIds: z.array(id).max(invitedProjectsMax),
}

const { name, resourceClass: itsClass, zone: itsZone, ...others } = fields

/** An instrument to be entered, as a draft. What is left out is unknown, or as most instruments have it. */
export const newInstrument = z
  .strictObject({
    institutionId: id,
    name,
    resourceClass: itsClass,
    zone: itsZone,
    externalId: text(wordCharactersMax).nullable().optional(),
    ...z.strictObject(others).partial().shape,
  })
  .meta({ id: 'NewInstrument' })

/** A field that is left out stays; null empties it. */
export const instrumentChanges = z.strictObject(fields).partial().meta({ id: 'InstrumentChanges' })

export const instrumentQuery = listQuery({
  q: text(searchCharactersMax)
    .optional()
    .meta({ description: 'Words of a name, maker, …; also in the other script, as pinyin or initials.' }),
  technique: nameText
    .optional()
    .meta({ description: 'A well-known one in any writing or by its code, others as they are written.' }),
  resourceClass: resourceClass.optional(),
  poolId: id.optional(),
  institutionId: id.optional(),
  allianceId: id.optional().meta({ description: 'Those shared into this alliance now.' }),
  location: nameText.optional(),
  publication: z.enum(['draft', 'published']).optional(),
})

/** `invitedProjectIds` and `externalId` are for staff of the host. */
export const instrument = z
  .object({
    ...fields,
    id,
    institutionId: id,
    commissionedOn: z.iso.date().nullable(),
    customsSupervisedUntil: z.iso.date().nullable(),
    publication: z.enum(['draft', 'published']),
    invitedProjectIds: fields.invitedProjectIds.optional(),
    externalId: z.string().nullable().optional(),
    photoUpdatedAt: instantOut.nullable().meta({ description: 'Null: there is no photo.' }),
    version: z.int(),
    createdAt: instantOut,
    retiredAt: instantOut.nullable(),
  })
  .meta({ id: 'Instrument' })

export const instrumentPage = page('InstrumentPage', instrument)

const facetValues = z.array(z.object({ value: z.string(), count: z.int() }))

export const instrumentFacets = z
  .object({
    resourceClasses: facetValues,
    techniques: facetValues.meta({ description: 'Well-known techniques by their code, others as written.' }),
    pools: facetValues.meta({ description: 'By id, like `institutions` and `alliances`.' }),
    institutions: facetValues,
    alliances: facetValues,
    locations: facetValues,
  })
  .meta({ id: 'InstrumentFacets' })

export type InstrumentReply = z.input<typeof instrument>

const identified = z.object({ identifier: z.string(), identifierType: z.string() })

/** A record of PIDINST 1.0 (RDA) in the form of its JSON schema. */
export const pidinst = z
  .object({
    identifier: identified,
    schemaVersion: z.literal('1.0'),
    landingPage: z.url(),
    name: z.string(),
    owners: z.array(
      z.object({
        ownerName: z.string(),
        ownerIdentifier: z
          .object({ ownerIdentifier: z.string(), ownerIdentifierType: z.string() })
          .optional(),
      }),
    ),
    manufacturers: z.array(z.object({ manufacturerName: z.string() })),
    model: z.object({ modelName: z.string() }).optional(),
    description: z.string().optional(),
    instrumentTypes: z.array(z.object({ instrumentTypeName: z.string() })),
    dates: z
      .array(z.object({ date: z.iso.date(), dateType: z.enum(['Commissioned', 'DeCommissioned']) }))
      .optional(),
    alternateIdentifiers: z
      .array(
        z.object({
          alternateIdentifier: z.string(),
          alternateIdentifierType: z.enum(['SerialNumber', 'InventoryNumber', 'Other']),
          alternateIdentifierName: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Pidinst', description: 'PIDINST 1.0' })

export type PidinstReply = z.input<typeof pidinst>

import { z } from 'zod'
import { AUDIENCES, SHARING_VISIBILITIES } from '../domain/sharing.ts'
import { fault, id, instantIn, instantOut, listQuery, page, text } from './common.ts'

const categoryCharactersMax = 50

const visibility = z
  .enum(SHARING_VISIBILITIES)
  .meta({ description: 'A hidden term is shown to its audience and the host’s staff alone.' })
const priceCategory = text(categoryCharactersMax)
const quota = z.enum(['none', 'tracked', 'enforced'])

/** Opens an instrument to one audience. */
export const newSharingTerm = z
  .strictObject({
    instrumentId: id,
    audience: z.enum(AUDIENCES),
    allianceId: id
      .nullable()
      .optional()
      .meta({ description: 'For `alliance` and `partners`, and only them.' }),
    startsAt: instantIn.optional().meta({ description: 'Left out: now.' }),
    endsAt: instantIn.nullable().optional(),
    visibility: visibility.optional(),
    priceCategory: priceCategory.optional(),
    quota: quota
      .optional()
      .meta({ description: 'Left out: none for the own institution, tracked for others.' }),
  })
  .meta({ id: 'NewSharingTerm' })

/** To close a term, give it an end. */
export const sharingTermChanges = z
  .strictObject({ startsAt: instantIn, endsAt: instantIn.nullable(), visibility, priceCategory, quota })
  .partial()
  .meta({ id: 'SharingTermChanges' })

export const sharingTermQuery = listQuery({
  instrumentId: id.optional().meta({ description: 'All terms of one instrument.' }),
  allianceId: id
    .optional()
    .meta({ description: 'The terms that open instruments to members or partners of one alliance.' }),
}).refine(query => (query.instrumentId === undefined) !== (query.allianceId === undefined), {
  ...fault('one-of-instrument-or-alliance'),
  path: ['instrumentId'],
})

export const sharingTerm = z
  .object({
    id,
    instrumentId: id,
    audience: z.enum(AUDIENCES),
    allianceId: id.nullable(),
    startsAt: instantOut,
    endsAt: instantOut.nullable(),
    visibility,
    priceCategory,
    quota,
    version: z.int(),
    createdAt: instantOut,
  })
  .meta({ id: 'SharingTerm' })

const listedSharingTerm = sharingTerm
  .extend({
    instrument: z
      .object({ name: z.string(), nameEn: z.string().nullable(), institutionId: id, zone: z.string() })
      .meta({ description: 'What is opened, so that a list of many needs no second question.' }),
  })
  .meta({ id: 'ListedSharingTerm' })

export const sharingTermPage = page('SharingTermPage', listedSharingTerm)

export type SharingTermReply = z.input<typeof sharingTerm>
export type ListedSharingTermReply = z.input<typeof listedSharingTerm>

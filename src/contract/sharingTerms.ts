import { z } from 'zod'
import { AUDIENCES, SHARING_VISIBILITIES } from '../domain/sharing.ts'
import { id, instantIn, instantOut, listQuery, page, text } from './common.ts'

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

export const sharingTermQuery = listQuery({ instrumentId: id })

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

export const sharingTermPage = page('SharingTermPage', sharingTerm)

export type SharingTermReply = z.input<typeof sharingTerm>

import { z } from 'zod'
import { day, id, listQuery, nameText, page, zone } from './common.ts'
import { retirableOut, searchText } from './kept.ts'

const slugCharactersMax = 60

/** A short name in small letters, `beijing-proteomics`. */
export const slug = z
  .string()
  .max(slugCharactersMax)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)

const fields = {
  slug,
  name: nameText,
  nameEn: nameText.nullable(),
  type: slug,
  leadLabel: nameText.nullable().meta({ description: 'What this alliance calls the member that leads it.' }),
  zone,
  currency: z.string().regex(/^[A-Z]{3}$/u),
  parentId: id.nullable(),
  foundedOn: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
    .nullable()
    .meta({ description: 'A year, a month or a day, as far as it is known.' }),
  endsOn: day.nullable(),
}

export const newAlliance = z
  .strictObject({
    ...fields,
    nameEn: fields.nameEn.default(null),
    leadLabel: fields.leadLabel.default(null),
    zone: fields.zone.default('Asia/Shanghai'),
    currency: fields.currency.default('CNY'),
    parentId: fields.parentId.default(null),
    foundedOn: fields.foundedOn.default(null),
    endsOn: fields.endsOn.default(null),
  })
  .meta({ id: 'NewAlliance' })

export const allianceChanges = z.strictObject(fields).partial().meta({ id: 'AllianceChanges' })

export const alliance = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    type: z.string(),
    leadLabel: z.string().nullable(),
    zone: z.string(),
    currency: z.string(),
    parentId: id.nullable(),
    foundedOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    ...retirableOut,
  })
  .meta({ id: 'Alliance' })

export const allianceQuery = listQuery({
  parentId: id.optional(),
  institutionId: id
    .optional()
    .meta({ description: 'Alliances of which this institution is a member today.' }),
  q: searchText.optional(),
})
export const alliancePage = page('AlliancePage', alliance)

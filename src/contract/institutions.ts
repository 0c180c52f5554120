import { z } from 'zod'
import { isRorId, isUscc } from '../domain/identifiers.ts'
import { INSTITUTION_KINDS } from '../domain/imports.ts'
import { fault, id, listQuery, nameText, page, text } from './common.ts'
import { retirableOut, searchText } from './kept.ts'

const codeCharactersMax = 64

const fields = {
  name: nameText,
  nameEn: nameText.nullable(),
  kind: z.enum(INSTITUTION_KINDS),
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .meta({ description: 'ISO 3166-1 alpha-2; HK, MO and TW stand for themselves.' }),
  uscc: z
    .string()
    .max(codeCharactersMax)
    .refine(isUscc, fault('not-a-uscc'))
    .nullable()
    .meta({ description: '统一社会信用代码, its last character checked.' }),
  ror: z
    .string()
    .max(codeCharactersMax)
    .refine(isRorId, fault('not-a-ror'))
    .nullable()
    .meta({ description: '`https://ror.org/…`, its check digits checked.' }),
  ownId: text(codeCharactersMax).nullable(),
}

export const newInstitution = z
  .strictObject({
    ...fields,
    nameEn: fields.nameEn.default(null),
    uscc: fields.uscc.default(null),
    ror: fields.ror.default(null),
    ownId: fields.ownId.default(null),
    forAllianceId: id.optional().meta({ description: 'The alliance whose admin enters it.' }),
  })
  .meta({ id: 'NewInstitution' })

export const institutionChanges = z.strictObject(fields).partial().meta({ id: 'InstitutionChanges' })

export const institution = z
  .object({
    id,
    name: z.string(),
    nameEn: z.string().nullable(),
    kind: z.string(),
    jurisdiction: z.string(),
    uscc: z.string().nullable(),
    ror: z.string().nullable(),
    ownId: z.string().nullable(),
    ...retirableOut,
  })
  .meta({ id: 'Institution' })

export const institutionQuery = listQuery({ allianceId: id.optional(), q: searchText.optional() })
export const institutionPage = page('InstitutionPage', institution)

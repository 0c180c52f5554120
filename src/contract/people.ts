import { z } from 'zod'
import { affiliationsMax, keysMax, LOGIN_KINDS, USER_KINDS } from '../domain/person.ts'
import { flagText, id, listQuery, nameText, page, text } from './common.ts'
import { datesIn, datesOut, retirableOut, searchText } from './kept.ts'
import { newLoginText, password } from './sessions.ts'

const contactCharactersMax = 254
const issuerCharactersMax = 500

const fields = {
  name: nameText.nullable(),
  nameEn: nameText.nullable(),
  email: text(contactCharactersMax).nullable(),
  phone: text(contactCharactersMax).nullable(),
  userKind: z.enum(USER_KINDS),
  locale: z.enum(['zh-CN', 'zh-Hant', 'en']),
}

export const newAffiliation = z
  .strictObject({ institutionId: id, groupId: id.nullable().default(null), ...datesIn })
  .meta({ id: 'NewAffiliation' })

/** One of them; a value is one person's, in whatever case it is typed. */
export const newLogin = z
  .strictObject({ kind: z.enum(LOGIN_KINDS), value: newLoginText })
  .meta({ id: 'NewLogin' })

/** As a federation names a person. */
export const newIdentity = z
  .strictObject({ issuer: text(issuerCharactersMax), subject: text(contactCharactersMax) })
  .meta({ id: 'NewIdentity' })

export const newPerson = z
  .strictObject({
    name: fields.name.default(null),
    nameEn: fields.nameEn.default(null),
    email: fields.email.default(null),
    phone: fields.phone.default(null),
    userKind: fields.userKind.default('domestic'),
    locale: fields.locale.default('zh-CN'),
    affiliations: z.array(newAffiliation).max(affiliationsMax).default([]),
    logins: z.array(newLogin).max(keysMax).default([]),
    identities: z.array(newIdentity).max(keysMax).default([]),
    password: password.optional().meta({ description: 'An initial one; without it, the person is invited.' }),
  })
  .meta({ id: 'NewPerson' })

export const personChanges = z.strictObject(fields).partial().meta({ id: 'PersonChanges' })

/** By somebody who has charge of the person; one's own is changed otherwise. */
export const givenPassword = z.strictObject({ password }).meta({ id: 'GivenPassword' })

/** Which person, at which version: replies to writes repeat no personal field. */
export const personRef = z.object({ id, version: z.int() }).meta({ id: 'PersonRef' })

/** What only the person and the admins of the person's institutions see. */
const record = z.object({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  userKind: z.string(),
  locale: z.string(),
  hasPassword: z.boolean(),
  ...retirableOut,
})

const affiliation = z.object({ id, institutionId: id, groupId: id.nullable(), ...datesOut })

/** A person; `record` is null for whoever does not keep the person's record. */
export const person = z
  .object({
    id,
    name: z.string().nullable(),
    nameEn: z.string().nullable(),
    affiliations: z.array(affiliation),
    record: record.nullable(),
  })
  .meta({ id: 'Person' })

export const personQuery = listQuery({
  institutionId: id.optional(),
  allianceId: id.optional(),
  q: searchText.optional(),
  retired: flagText
    .optional()
    .meta({ description: '`true`: those who were retired instead, for admins of the institution or site.' }),
})
export const personPage = page('PersonPage', person)

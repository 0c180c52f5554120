import { z } from 'zod'
import { id } from './common.ts'
import { password, personSummary } from './sessions.ts'

const dates = { startsOn: z.string(), endsOn: z.string().nullable() }

/** How one signs in; an identity is known by who vouches for it. */
const access = z.object({
  hasPassword: z.boolean(),
  logins: z.array(z.object({ kind: z.string(), value: z.string() })),
  identities: z.array(z.object({ issuer: z.string() })),
})

/** The person who is logged in, where they belong, what they may do and what they work on. */
export const me = z
  .object({
    person: personSummary.extend({ email: z.string().nullable(), phone: z.string().nullable() }),
    access,
    affiliations: z.array(
      z.object({
        institutionId: id,
        institutionName: z.string(),
        institutionNameEn: z.string().nullable(),
        groupId: id.nullable(),
        groupName: z.string().nullable(),
        ...dates,
      }),
    ),
    appointments: z.array(
      z.object({ role: z.string(), scopeKind: z.string(), scopeId: z.string(), ...dates }),
    ),
    groups: z.array(z.object({ id, name: z.string() })),
    projects: z.array(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        groupId: id,
        groupName: z.string(),
        institutionId: id,
        ...dates,
      }),
    ),
  })
  .meta({ id: 'Me' })

/** A change of one's own password: the present one proves that it is one's own. */
export const passwordChange = z
  .strictObject({ current: password, next: password })
  .meta({ id: 'PasswordChange' })

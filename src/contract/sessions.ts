import { z } from 'zod'
import { LOGIN_KINDS, passwordCharactersMin } from '../domain/person.ts'
import { id, nameText, text } from './common.ts'

const loginCharactersMax = 254
const passwordCharactersMax = 200
const refreshTokenCharactersMax = 200
const setupTokenCharactersMax = 100

/** What a person is given to sign in with. It is kept folded and trimmed: blanks alone would be nothing. */
export const newLoginText = text(loginCharactersMax).regex(/\S/u)

/** A new password. */
export const password = text(passwordCharactersMax).min(passwordCharactersMin)

/**
 * Log-in by e-mail, phone or staff number. A password of any length may be tried: only a new one has a rule.
 */
export const credentials = z
  .strictObject({ login: text(loginCharactersMax), password: text(passwordCharactersMax) })
  .meta({ id: 'Credentials' })

/** A refresh token as its cookie brings it. */
export const refreshToken = z
  .string()
  .max(refreshTokenCharactersMax)
  .regex(/^[\w-]+\.[\w-]+$/u)

export const personSummary = z
  .object({ id, name: z.string().nullable(), nameEn: z.string().nullable(), locale: z.string() })
  .meta({ id: 'PersonSummary' })

/**
 * An access token and how long it is good for; the refresh token travels in a cookie that scripts cannot
 * read.
 */
export const session = z
  .object({ accessToken: z.string(), expiresInSeconds: z.int(), person: personSummary })
  .meta({ id: 'Session' })

/** The first person of a new house, in exchange for the one-time token that the server printed. */
export const firstPerson = z
  .strictObject({
    token: text(setupTokenCharactersMax),
    name: nameText,
    loginKind: z.enum(LOGIN_KINDS),
    login: newLoginText,
    password,
    locale: z.enum(['zh-CN', 'zh-Hant', 'en']).default('zh-CN'),
  })
  .meta({ id: 'FirstPerson' })

/** The three user kinds of the yearly report: Hong Kong, Macao and Taiwan are never counted as foreign. */
export const USER_KINDS = ['domestic', 'hk-mo-tw', 'foreign'] as const
export type UserKind = (typeof USER_KINDS)[number]

export const LOGIN_KINDS = ['email', 'phone', 'staff-number'] as const
export type LoginKind = (typeof LOGIN_KINDS)[number]

const phoneShape = /^\+?[\d ()-]{7,20}$/u
const staffNumberDigitsMax = 10

/**
 * What kind a login is, by its look: an eleven-digit number is a phone, shorter runs of digits are staff
 * numbers.
 */
export function loginKindOf(login: string): LoginKind {
  if (login.includes('@')) return 'email'
  const isPhone = phoneShape.test(login) && login.replace(/\D/gu, '').length > staffNumberDigitsMax
  return isPhone ? 'phone' : 'staff-number'
}

/** Affiliations of one person at most, past ones included. */
export const affiliationsMax = 100

/** Logins, and identities, of one person at most. */
export const keysMax = 10

/** NIST SP 800-63B: length counts, rules about kinds of characters do not. */
export const passwordCharactersMin = 10

/** How a login is stored and found: as typed on any keyboard, in any case. */
export const foldLogin = (typed: string) => typed.normalize('NFKC').trim().toLowerCase()

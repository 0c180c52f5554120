import type { Instant } from './units.ts'

/**
 * Digits and letters of a USCC in the order of their values; I, O, S, V and Z are left out as easily
 * misread.
 */
const usccCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccForm = new RegExp(`^[${usccCharacters}]{18}$`)

/** Crockford's base 32 in lower case, without i, l, o and u. */
export const base32Digits = '0123456789abcdefghjkmnpqrstvwxyz'
const rorForm = new RegExp(`^https://ror\\.org/0([${base32Digits}]{6})(\\d{2})$`)

/** Our own ids begin with their millisecond: two zero bits and 48 bits in digits of five. */
const momentDigits = 10

/**
 * Tells whether `text` is a 统一社会信用代码 (GB 32100-2015): 18 characters of which the last one checks the others.
 * Capitals only and no blanks; mending what was typed is up to whoever took it in.
 */
export function isUscc(text: string): boolean {
  return usccForm.test(text) && usccCheckCharacter(text.slice(0, 17)) === text[17]
}

/**
 * Tells whether `text` is a ROR id in its full form, `https://ror.org/0` with six characters and two check
 * digits (ISO 7064, MOD 97-10).
 */
export function isRorId(text: string): boolean {
  const [, characters, checkDigits] = rorForm.exec(text) ?? []
  if (characters === undefined || checkDigits === undefined) return false
  const number = characters.split('').reduce((value, each) => value * 32 + base32Digits.indexOf(each), 0)
  return 98 - ((number * 100) % 97) === Number(checkDigits)
}

/** The least of our own ids that can be made at a moment: later ones sort after it, earlier ones before. */
export function leastIdAt(prefix: string, at: Instant): string {
  let digits = ''
  let rest: number = at
  for (let count = 0; count < momentDigits; count++) {
    digits = base32Digits.charAt(rest % base32Digits.length) + digits
    rest = Math.floor(rest / base32Digits.length)
  }
  return `${prefix}_${digits}`
}

/** Weights are the powers of 3 modulo 31, from 3⁰ for the first character on. */
function usccCheckCharacter(body: string): string {
  let weight = 1
  let sum = 0
  for (const each of body) {
    sum += usccCharacters.indexOf(each) * weight
    weight = (weight * 3) % 31
  }
  return usccCharacters.charAt((31 - (sum % 31)) % 31)
}

/** GB 32100-2015: digits and capitals without I, O, S, V and Z, so that none is misread. */
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccShape = /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u
const usccModulus = 31
const usccWeightBase = 3

/** Tells whether `text` is written like a 统一社会信用代码, right or wrong in its last character. */
export function looksLikeUscc(text: string): boolean {
  return usccShape.test(text)
}

/** Tells whether `text` is a 统一社会信用代码 with the right check character; capitals only. */
export function isUscc(text: string): boolean {
  if (!looksLikeUscc(text)) return false
  let weight = 1
  let sum = 0
  for (const character of text.slice(0, -1)) {
    sum += usccAlphabet.indexOf(character) * weight
    weight = (weight * usccWeightBase) % usccModulus
  }
  return usccAlphabet[(usccModulus - (sum % usccModulus)) % usccModulus] === text.at(-1)
}

/** Crockford's base 32 in small letters: digits and letters without i, l, o and u. */
const rorAlphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const rorShape = /^(?:(?:https?:\/\/)?ror\.org\/)?(0[0-9a-hjkmnp-tv-z]{6})(\d{2})$/iu

/**
 * Reads a ROR id as a URL or bare, and gives it as `https://ror.org/…` in small letters.
 *
 * @returns undefined where it is none, or its two check digits (ISO 7064, mod 97-10) are wrong.
 */
export function parseRor(text: string): string | undefined {
  const [, number = '', check = ''] = rorShape.exec(text) ?? []
  if (number === '') return undefined
  const id = number.toLowerCase()
  const value = Array.from(id).reduce((sum, character) => sum * 32 + rorAlphabet.indexOf(character), 0)
  return 98 - ((value * 100) % 97) === Number(check) ? `https://ror.org/${id}${check}` : undefined
}

import type { ImportFaultCode } from '../../domain/importFaults.ts'
import { foldLogin } from '../../domain/person.ts'

/** What a cell means, or why it means nothing. */
export type Meaning<Value> = { readonly value: Value } | { readonly fault: ImportFaultCode }

/** Reads a cell that is not empty. */
export type CellReader<Value> = (text: string) => Meaning<Value>

export const meant = <Value>(value: Value): Meaning<Value> => ({ value })
export const meaningless = (fault: ImportFaultCode): { readonly fault: ImportFaultCode } => ({ fault })

/**
 * Words for people: names, titles, notes. Kept exactly as they stand, inner and outer blanks too: an
 * instrument whose name ends in a blank has that name. Blanks alone are refused, as nobody meant them.
 */
export const words: CellReader<string> = text =>
  text.trim() === '' ? meaningless('blank-text') : meant(text)

const codeLengthMax = 100
// oxlint-disable-next-line no-control-regex -- control characters are the point
const controlCharacter = /[\u0000-\u001F\u007F-\u009F]/u

/** A key that machines compare: blanks at its ends are cut off, control characters and long text refused. */
export const code: CellReader<string> = text => {
  const key = text.trim()
  return key === '' || key.length > codeLengthMax || controlCharacter.test(key)
    ? meaningless('not-a-code')
    : meant(key)
}

const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u

/** A short name in small letters, digits and hyphens, as alliances and resource classes have. */
export const slug: CellReader<string> = text => {
  const key = text.trim().toLowerCase()
  return slugShape.test(key) && key.length <= codeLengthMax ? meant(key) : meaningless('not-a-code')
}

/** A login is compared folded, as it is stored. */
export const login: CellReader<string> = text => {
  const read = code(text)
  return 'value' in read ? meant(foldLogin(read.value)) : read
}

const emailShape = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u

export const email: CellReader<string> = text => {
  const address = text.trim().toLowerCase()
  return emailShape.test(address) && address.length <= 254 ? meant(address) : meaningless('not-an-email')
}

/** One of a closed list, by its own word or by any of the words people use for it. */
export function choice<const Value extends string>(
  wordsFor: Readonly<Record<Value, readonly string[]>>,
): CellReader<Value> {
  const byWord = new Map<string, Value>()
  for (const value of Object.keys(wordsFor) as Value[]) {
    for (const word of [value, ...wordsFor[value]]) byWord.set(folded(word), value)
  }
  return text => {
    const value = byWord.get(folded(text))
    return value === undefined ? meaningless('not-a-choice') : meant(value)
  }
}

/** Folds what people write differently without meaning anything by it: width, case, blanks. */
export const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

const listMark = /[;；、\n]/u

/** Several values in one cell, parted by ; or ； or 、 or line breaks. None twice. */
export function list<Value>(one: CellReader<Value>, countMax: number): CellReader<readonly Value[]> {
  return text => {
    const values: Value[] = []
    for (const part of text.split(listMark)) {
      if (part.trim() === '') continue
      const read = one(part.trim())
      if ('fault' in read) return read
      if (!values.includes(read.value)) values.push(read.value)
    }
    return values.length > countMax ? meaningless('too-many-values') : meant(values)
  }
}

/** A whole number within bounds, with or without thousands marks. */
export function whole(bounds: { readonly min: number; readonly max: number }): CellReader<number> {
  return text => {
    const digits = plainDigits(text)
    if (digits === undefined || !/^-?\d+(?:\.0+)?$/u.test(digits)) return meaningless('not-a-number')
    const number = Number(digits)
    return number >= bounds.min && number <= bounds.max ? meant(number) : meaningless('number-out-of-range')
  }
}

const decimalShape = /^[+-]?\d+(?:\.\d+)?$/u
const groupedShape = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u

/** The digits of a number without thousands marks, or undefined where it is no plain decimal. */
function plainDigits(text: string): string | undefined {
  const narrow = text.normalize('NFKC').trim()
  if (decimalShape.test(narrow)) return narrow
  return groupedShape.test(narrow) ? narrow.replaceAll(',', '') : undefined
}

/** A decimal number as its digits: what it multiplies to depends on another cell, its unit or currency. */
export const decimal: CellReader<string> = text => {
  const digits = plainDigits(text)
  return digits === undefined ? meaningless('not-a-number') : meant(digits)
}

/** Multiplies a decimal exactly: '1.5' × 3600 is 5400. A product not whole is refused, never rounded. */
export function scaled(text: string, factor: number): Meaning<number> {
  const digits = plainDigits(text)
  if (digits === undefined) return meaningless('not-a-number')
  const [units = '0', fraction = ''] = digits.replace('+', '').split('.')
  const divisor = 10n ** BigInt(fraction.length)
  const product = BigInt(units + fraction) * BigInt(factor)
  if (product % divisor !== 0n) return meaningless('number-too-fine')
  const whole = Number(product / divisor)
  return Number.isSafeInteger(whole) ? meant(whole) : meaningless('number-out-of-range')
}

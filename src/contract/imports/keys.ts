import { isRorId, isUscc } from '../../domain/identifiers.ts'
import type { InstitutionRef } from '../../domain/imports.ts'
import { type CellReader, meaningless, meant, words } from './cells.ts'

/** 统一社会信用代码, its check character verified. */
export const uscc: CellReader<string> = text => {
  const key = text.normalize('NFKC').trim().toUpperCase()
  return isUscc(key) ? meant(key) : meaningless('not-a-uscc')
}

/** ROR id in its full form or without the front parts of its address; its check digits are verified. */
export const ror: CellReader<string> = text => {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:ror\.org\/)?/u, 'https://ror.org/')
  return isRorId(id) ? meant(id) : meaningless('not-a-ror')
}

/** Written like a 统一社会信用代码, right or wrong: its six digits of an area code stand in no name. */
const likeUscc = /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/u
const likeRor = /\bror\.org\//iu

/**
 * An institution named by USCC, ROR, own id or name. What is written like a USCC or a ROR address must be
 * a right one: a slip of a digit is a fault, not another institution.
 */
export const institution: CellReader<InstitutionRef> = text => {
  const key = text.normalize('NFKC').trim().toUpperCase()
  if (likeUscc.test(key)) return isUscc(key) ? meant({ kind: 'uscc', uscc: key }) : meaningless('not-a-uscc')
  if (likeRor.test(text)) {
    const read = ror(text)
    return 'value' in read ? meant({ kind: 'ror', ror: read.value }) : read
  }
  const name = words(text)
  return 'value' in name ? meant({ kind: 'named', text: name.value }) : name
}

const jurisdictionShape = /^[A-Z]{2}$/u
const jurisdictionWords: Readonly<Record<string, string>> = {
  中国: 'CN',
  中国大陆: 'CN',
  境内: 'CN',
  香港: 'HK',
  澳门: 'MO',
  澳門: 'MO',
  台湾: 'TW',
  台灣: 'TW',
}

/** ISO 3166-1 alpha-2, or the usual Chinese word for the nearest ones. */
export const jurisdiction: CellReader<string> = text => {
  const word = text.trim()
  const key = jurisdictionWords[word] ?? word.toUpperCase()
  return jurisdictionShape.test(key) ? meant(key) : meaningless('not-a-code')
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const currencyWords: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  港币: 'HKD',
  港幣: 'HKD',
  澳门元: 'MOP',
  澳門元: 'MOP',
}

/** ISO 4217. */
export const currency: CellReader<string> = text => {
  const word = text.trim().toUpperCase()
  const key = currencyWords[word] ?? word
  return currencies.has(key) ? meant(key) : meaningless('not-a-currency')
}

/** Minor units in one unit of a currency: 100 for CNY, 1 for JPY. */
export function minorUnits(of: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: of,
  }).resolvedOptions()
  return 10 ** maximumFractionDigits
}

import { isUscc, looksLikeUscc, parseRor } from '../../domain/institution-codes.ts'
import type { InstitutionRef } from '../../domain/imports.ts'
import { type CellReader, meaningless, meant, words } from './cells.ts'

/** 统一社会信用代码, its check character verified. */
export const uscc: CellReader<string> = text => {
  const key = text.normalize('NFKC').trim().toUpperCase()
  return isUscc(key) ? meant(key) : meaningless('not-a-uscc')
}

/** ROR id, as a URL or bare, its check digits verified. */
export const ror: CellReader<string> = text => {
  const key = parseRor(text.trim())
  return key === undefined ? meaningless('not-a-ror') : meant(key)
}

/**
 * An institution named by USCC, ROR, own id or name. What is written like a USCC or a ROR address must be
 * a right one: a slip of a digit is a fault, not another institution.
 */
export const institution: CellReader<InstitutionRef> = text => {
  const key = text.normalize('NFKC').trim().toUpperCase()
  if (looksLikeUscc(key)) return isUscc(key) ? meant({ kind: 'uscc', uscc: key }) : meaningless('not-a-uscc')
  if (/\bror\.org\//iu.test(text)) {
    const id = parseRor(text.trim())
    return id === undefined ? meaningless('not-a-ror') : meant({ kind: 'ror', ror: id })
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

import { simplified, syllablesOf, syllablesOfName } from './chineseReading.ts'

/** The form in which texts meet in a search: width and case do not matter, blanks at the ends neither. */
export const foldForSearch = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** Between the words of a key and the initials of its Chinese names. */
export const initialsMark = '¦'

/** Where in a key a word of a search may stand. */
export type Standing = 'anywhere' | 'at a word' | 'in initials'

/** More words than these only narrow what is narrow already. */
const searchWordsMax = 8

/** So many words of a name are abbreviated; no institute's is longer. */
const abbreviatedWordsMax = 12

/** Letters that are found within words; fewer are taken for an abbreviation: `ms` is not in `systems`. */
const lettersWithinWords = 4
/** Letters that are found within initials, 示例质谱仪 by `zpy`; fewer would be everywhere. */
const lettersWithinInitials = 3

/** What a thing that has names alone is found by. */
export const searchKey = (names: { readonly name: string; readonly nameEn: string | null }) =>
  searchKeyOf([names.name, names.nameEn])

/**
 * What a thing is found by: the words of its texts and how else people type them. Traditional characters are
 * simplified and accents dropped. Chinese names also stand as pinyin (`zhipuyi`) and as its initials (`zpy`);
 * several English words also as theirs, from each word on: `mass spectrometer 2` as `ms`. Each word stands
 * behind a blank; then comes the mark, then the Chinese initials.
 */
export const searchKeyOf = (texts: readonly (string | null)[]): string =>
  keyOf(texts, { syllables: syllablesOf, spellings: syllables => [syllables.join('')] })

/**
 * What a person is found by. A Chinese name also stands without its first characters (`xiaoming` and `ming`
 * of `zhangxiaoming`), for the surname and the given name are typed apart and in either order.
 */
export const personSearchKey = (names: { readonly name: string | null; readonly nameEn: string | null }) =>
  keyOf([names.name, names.nameEn], {
    syllables: syllablesOfName,
    spellings: syllables => syllables.map((_, index) => syllables.slice(index).join('')),
  })

/** How Chinese characters are read, and which words they are typed as. */
interface Reading {
  readonly syllables: (run: string) => readonly string[]
  readonly spellings: (syllables: readonly string[]) => readonly string[]
}

function keyOf(texts: readonly (string | null)[], { syllables, spellings }: Reading): string {
  const folded = texts.map(text => foldWhole(text ?? ''))
  const runs = folded.flatMap(text => text.match(/\p{Script=Han}+/gu) ?? []).map(syllables)
  const words = new Set([
    ...folded.flatMap(wordsIn),
    ...folded.flatMap(text => text.match(/[\p{Script=Latin}\p{N}]+/gu) ?? []),
    ...runs.flatMap(spellings),
    ...folded.flatMap(abbreviationsOf),
  ])
  const initials = new Set(runs.map(run => run.map(each => each.charAt(0)).join('')))
  return (
    [...words].map(word => ` ${word}`).join('') +
    initialsMark +
    [...initials].map(each => ` ${each}`).join('')
  )
}

/** The folded words of what was typed into a search; each must be found. */
export const searchWords = (typed: string) => wordsIn(foldWhole(typed)).slice(0, searchWordsMax)

/**
 * Where a word of a search counts as found: whatever is not all Latin letters anywhere, few letters at the
 * start of a word only, three in Chinese initials too, more of them anywhere.
 */
export function standingsOf(word: string): readonly Standing[] {
  if (word.length >= lettersWithinWords || !/^\p{Script=Latin}+$/u.test(word)) return ['anywhere']
  return word.length >= lettersWithinInitials ? ['at a word', 'in initials'] : ['at a word']
}

const foldWhole = (text: string) =>
  simplified(foldForSearch(text.normalize('NFKD').replaceAll(/\p{M}/gu, '')))

const wordsIn = (folded: string) => folded.split(/\s+/u).filter(word => word !== '')

/** `tqms`, `qms` and `ms` of `triple quadrupole mass spectrometer`. */
function abbreviationsOf(folded: string): string[] {
  const words = (folded.match(/\p{Script=Latin}+/gu) ?? []).slice(0, abbreviatedWordsMax)
  const whole = words.map(word => word.charAt(0)).join('')
  return words.slice(1).map((_, index) => whole.slice(index))
}

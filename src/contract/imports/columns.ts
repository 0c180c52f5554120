import type { Language } from '../messages/languages.ts'
import { type CellReader, folded } from './cells.ts'

/**
 * `required` in every row; `given`: required unless the sender said it for the whole file; `optional`.
 */
export type Presence = 'required' | 'given' | 'optional'

/** A column of an import file: how it may be headed, what its cells mean. */
export interface Column<Value = unknown, Needed extends Presence = Presence> {
  readonly needed: Needed
  readonly titles: Readonly<Record<Language, string>>
  /** Other headings that mean the same. */
  readonly synonyms: readonly string[]
  readonly read: CellReader<Value>
  /** A cell as a template shows it. */
  readonly example: string
}

/** Columns by machine key, which is a heading too. Their order is the template's. */
export type Columns = Readonly<Record<string, Column>>

/** A row whose cells have been read; what may be absent is undefined. */
export type RowOf<C extends Columns> = {
  readonly [Key in keyof C]: C[Key] extends Column<infer Value, infer Needed>
    ? Needed extends 'required'
      ? Value
      : Value | undefined
    : never
}

type Words = readonly [en: string, zhCN: string, zhHant: string, ...synonyms: string[]]

/** Headings come first, in the order en, zh-CN, zh-Hant, then other headings that mean the same. */
function column<Value, Needed extends Presence>(
  needed: Needed,
  headings: Words,
  read: CellReader<Value>,
  example: string,
) {
  const [en, zhCN, zhHant, ...synonyms] = headings
  return { needed, titles: { en, 'zh-CN': zhCN, 'zh-Hant': zhHant }, synonyms, read, example }
}

export const required = <Value>(
  headings: Words,
  read: CellReader<Value>,
  example: string,
): Column<Value, 'required'> => column('required', headings, read, example)
export const given = <Value>(
  headings: Words,
  read: CellReader<Value>,
  example: string,
): Column<Value, 'given'> => column('given', headings, read, example)
export const optional = <Value>(
  headings: Words,
  read: CellReader<Value>,
  example = '',
): Column<Value, 'optional'> => column('optional', headings, read, example)

const decoration = /[*＊]|[(（](?:必填|选填|選填|required|optional)[)）]/giu

/** Finds the column a heading means, by key, title in any language or synonym; marks of need do not count. */
export function headingFinder<C extends Columns>(
  columns: C,
): (heading: string) => (keyof C & string) | undefined {
  const byWord = new Map<string, keyof C & string>()
  for (const [key, { titles, synonyms }] of Object.entries(columns)) {
    for (const word of [key, ...Object.values(titles), ...synonyms]) byWord.set(foldedHeading(word), key)
  }
  return heading => byWord.get(foldedHeading(heading))
}

const foldedHeading = (heading: string) => folded(heading.replaceAll(decoration, '')).replaceAll(/[_-]/gu, '')

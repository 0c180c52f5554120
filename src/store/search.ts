import { type Column, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import { initialsMark, type Standing, standingsOf } from '../domain/searchKey.ts'

/** A page of a list in order of id: the rows after `after`, at most `limit`. */
export interface Page {
  readonly after?: string | undefined
  readonly limit: number
}

/** Rows that come after the page before; all rows where there was none. */
export const afterId = (id: Column, page: Page): SQL | undefined =>
  page.after === undefined ? undefined : gt(id, page.after)

/** Equality that a missing value leaves out of a `where`. */
export const equalsIfGiven = (column: Column, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value)

/** Whether a column of folded text holds `folded` anywhere; its wildcards stand for themselves. */
export const contains = (column: Column | SQL, folded: string | undefined): SQL | undefined => {
  if (folded === undefined) return undefined
  return like(column, `%${escaped(folded)}%`)
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, wildcard => `\\${wildcard}`)

const like = (column: Column | SQL, pattern: string) => sql`${column} like ${pattern} escape '\\'`

/** Whether a search key holds a folded word where such a word counts. */
export const holdsWord = (key: Column, word: string): SQL | undefined =>
  or(...standingsOf(word).map(standing => like(key, PATTERNS[standing](escaped(word)))))

const PATTERNS: Readonly<Record<Standing, (word: string) => string>> = {
  anywhere: word => `%${word}%`,
  'at a word': word => `% ${word}%`,
  'in initials': word => `%${initialsMark}%${word}%`,
}

/** Folds Latin capitals only, alike on both engines; for columns that keep no search key. */
export const lowerCase = (column: Column): SQL => sql`lower(${column})`

export const blanksForHyphens = (text: SQL): SQL => sql`replace(${text}, '-', ' ')`

import { type Column, eq, gt, type SQL, sql } from 'drizzle-orm'

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
  const pattern = `%${folded.replaceAll(/[\\%_]/g, wildcard => `\\${wildcard}`)}%`
  return sql`${column} like ${pattern} escape '\\'`
}

/** Folds Latin capitals only, alike on both engines; for columns that keep no search key. */
export const lowerCase = (column: Column): SQL => sql`lower(${column})`

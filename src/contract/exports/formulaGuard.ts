/**
 * What a spreadsheet takes for the start of a formula, in half and full width. A tab or line break in
 * front is skipped by some of them, so it counts as one too.
 */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/u

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula. Text that already begins
 * with apostrophes before such a start gets one more, so that `withoutFormulaGuard` gives it back exactly.
 */
export function withFormulaGuard(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** Takes the guard's apostrophe off; other text stays as it is. */
export function withoutFormulaGuard(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text
}

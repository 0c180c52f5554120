/** What a run of tap found, in assertions. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skipped[]
}

/** A test that did not run; one that gives its reason as its name has that for both. */
export interface Skipped {
  readonly name: string
  readonly reason: string
}

/** A result line of TAP: indent, `ok` or `not ok`, number, name, directive. */
const result =
  /^(?<indent> *)(?<not>not )?ok \d+(?: - (?<name>.*?))?(?: # SKIP(?<skip>\b.*?))?(?: # .*)?(?: \{)?$/

/**
 * Counts the assertions of a TAP stream. A line that closes a subtest repeats what stands within it, so only
 * innermost lines count: those with no deeper result before them since the last line of their own depth.
 */
export function readTally(tap: string): Tally {
  const tally = { passed: 0, failed: 0, skipped: [] as Skipped[] }
  let deepest = 0
  for (const line of tap.split('\n')) {
    const groups = result.exec(line)?.groups
    if (groups === undefined) continue
    const { indent = '', not, name = '', skip } = groups
    const closesSubtest = indent.length < deepest
    deepest = indent.length
    if (skip !== undefined) tally.skipped.push({ name, reason: skip.trim() || name })
    else if (closesSubtest) continue
    else if (not === undefined) tally.passed++
    else tally.failed++
  }
  return tally
}

/** The closing line: `assertions: 812 passed, 0 failed, 3 skipped`, and what else went wrong. */
export function tallyLine(tally: Tally, { passed, covered }: { passed: boolean; covered: boolean }): string {
  const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`
  const crashed = passed || tally.failed > 0 ? '' : '; a test file broke off'
  return `assertions: ${counts}${crashed}${covered ? '' : '; coverage too low'}`
}

import { type Refusal, Refused } from '../../domain/refusal.ts'

/** A refusal of one line of a batch, counted from 0: a table of hundreds must say which row it is. */
export type LineRefusal = Refusal & { readonly line: number }

/**
 * Does `work` for the lines in turn. What speaks against them is gathered over all, each with its line, so
 * that a table is mended once. A right that is missing is told at once, for it is missing for all alike.
 *
 * @throws Refused with every refusal of every line.
 */
export async function eachLine<Line, Result>(
  lines: readonly Line[],
  work: (line: Line, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const refusals: LineRefusal[] = []
  for (const [index, line] of lines.entries()) {
    try {
      results.push(await work(line, index))
    } catch (error) {
      if (!(error instanceof Refused) || error.refusals.some(isOfAll)) throw error
      refusals.push(...error.refusals.map(refusal => ({ ...refusal, line: index })))
    }
  }
  if (refusals.length > 0) throw new Refused(refusals)
  return results
}

const isOfAll = ({ code }: Refusal) => code === 'not-allowed'

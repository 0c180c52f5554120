/** What a budget came to. */
export interface Finding {
  readonly budget: string
  readonly ratio: number
  readonly bound: { readonly kind: 'at-least' | 'at-most'; readonly ratio: number }
  readonly details: readonly string[]
}

/** The finding as lines, with the verdict first. */
export function linesOf({ budget, ratio, bound, details }: Finding): string[] {
  const met = bound.kind === 'at-least' ? ratio >= bound.ratio : ratio <= bound.ratio
  const sign = bound.kind === 'at-least' ? '≥' : '≤'
  const verdict = `${ratio.toFixed(3)} (wanted ${sign} ${bound.ratio}): ${met ? 'met' : 'NOT met'}`
  return [budget, `   ${verdict}`, ...details.map(detail => `   ${detail}`)]
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}

export const rangeOf = (values: readonly number[]) =>
  `${Math.min(...values).toFixed(3)}–${Math.max(...values).toFixed(3)}`

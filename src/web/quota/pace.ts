import type { Span } from '../time.ts'

export type Pace = 'slow' | 'even' | 'fast'

/** Within this much of the straight line, use keeps pace with time. */
const evenShare = 0.1

/**
 * Whether a period's quota is used faster than the period goes by.
 *
 * @param used - share of what was granted, 0 to 1 and beyond.
 */
export function paceOf(
  used: number,
  period: Span,
  now: number,
): { readonly gone: number; readonly pace: Pace } {
  const gone = Math.min(1, Math.max(0, (now - period.start) / (period.end - period.start)))
  if (used > gone + evenShare) return { gone, pace: 'fast' }
  return { gone, pace: used < gone - evenShare ? 'slow' : 'even' }
}

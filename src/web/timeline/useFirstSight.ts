import { type RefObject, useLayoutEffect } from 'react'
import { dayAt, millisecondsPerHour, xOf } from './geometry.ts'
import type { Plan } from './plan.ts'

/** Where a day begins to be of interest when now is not in sight. */
const morningHour = 8

/** Brings now into sight, or the first morning, whenever another window or zoom is shown. */
export function useFirstSight(
  box: RefObject<HTMLElement | null>,
  plan: Plan,
  now: number,
  isLaidOut: boolean,
): void {
  const { start, end } = plan.scale.window
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || !isLaidOut) return
    const morning = dayAt(plan.grid, start).start + morningHour * millisecondsPerHour
    const isNowIn = now >= start && now < end
    const x = xOf(plan.scale, isNowIn ? now - millisecondsPerHour : Math.max(start, morning))
    const lane = element.clientWidth - plan.nameWidth
    element.scrollLeft = isNowIn ? x - lane / 8 : x
    // Only another window moves the reader elsewhere, not time passing or a wider screen.
  }, [start, end, plan.zoom, isLaidOut])
}

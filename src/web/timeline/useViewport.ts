import { type RefObject, useLayoutEffect, useState } from 'react'

/** What is seen of the scroll box, in pixels; `left` and `top` rounded down to {@link viewportQuantum}. */
export interface Viewport {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The page renders anew only when it has been scrolled this far; that much more is kept ready. */
export const viewportQuantum = 48

/** Watches size and scroll of a box; null before it is laid out. */
export function useViewport(box: RefObject<HTMLElement | null>): Viewport | null {
  const [viewport, setViewport] = useState<Viewport | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const look = (): void => setViewport(before => unlessSame(before, viewportOf(element)))
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return viewport
}

function viewportOf(element: HTMLElement): Viewport {
  const round = (value: number): number => Math.floor(value / viewportQuantum) * viewportQuantum
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = element
  return { left: round(scrollLeft), top: round(scrollTop), width: clientWidth, height: clientHeight }
}

function unlessSame(before: Viewport | null, after: Viewport): Viewport {
  if (before === null) return after
  const same = Object.entries(after).every(([key, value]) => before[key as keyof Viewport] === value)
  return same ? before : after
}

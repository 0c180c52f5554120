/** The colours and letters of the page, for a canvas that knows no style sheet. */
export interface ChartLook {
  readonly ink: string
  readonly inkSoft: string
  readonly line: string
  readonly paper: string
  readonly sunk: string
  readonly accent: string
  readonly palette: readonly string[]
  readonly font: string
  /** The reader wants nothing to move. */
  readonly isStill: boolean
}

const paletteSize = 8

export function chartLook(): ChartLook {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    line: token('--line'),
    paper: token('--paper-raised'),
    sunk: token('--paper-sunk'),
    accent: token('--accent'),
    palette: Array.from({ length: paletteSize }, (_, index) => token(`--chart-${index + 1}`)),
    font: token('--font'),
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}

/** What all charts share. Tooltips are drawn and not written as HTML, which the page's policy forbids. */
export const commonOption = (look: ChartLook) => ({
  animation: !look.isStill,
  color: [...look.palette],
  textStyle: { fontFamily: look.font, color: look.ink },
  aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
  tooltip: {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: look.paper,
    borderColor: look.line,
    textStyle: { color: look.ink, fontFamily: look.font },
  },
})

/** An axis in the page's colours. */
export const axisLook = (look: ChartLook) => ({
  axisLine: { lineStyle: { color: look.inkSoft } },
  axisLabel: { color: look.inkSoft, fontFamily: look.font },
  nameTextStyle: { color: look.inkSoft, fontFamily: look.font },
  splitLine: { lineStyle: { color: look.line } },
})

export const legendLook = (look: ChartLook) => ({
  top: 0,
  type: 'scroll' as const,
  textStyle: { color: look.ink, fontFamily: look.font },
  pageTextStyle: { color: look.ink },
  pageIconColor: look.accent,
  pageIconInactiveColor: look.line,
})

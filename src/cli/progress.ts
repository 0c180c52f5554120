const barWidth = 30
const eraseLine = '\r\u001B[K'

/** Where a bar is drawn: standard error, so that results can be piped on. */
export type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>

export interface Progress {
  readonly show: (done: number, total: number) => void
  /** Takes the bar away again. */
  readonly end: () => void
}

/** A bar for long work. Where nobody watches, in a pipe or under cron, nothing is drawn. */
export function progressOn(screen: Screen, title: string): Progress {
  if (!screen.isTTY) return { show: () => undefined, end: () => undefined }
  return {
    show: (done, total) => {
      const filled = total === 0 ? barWidth : Math.floor((done / total) * barWidth)
      const bar = '█'.repeat(filled).padEnd(barWidth, '░')
      screen.write(`${eraseLine}${title} ${bar} ${done} / ${total}`)
    },
    end: () => void screen.write(eraseLine),
  }
}

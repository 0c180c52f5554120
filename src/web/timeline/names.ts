const ellipsis = '…'
/** A Chinese character at the size of the names, and at most about a letter; in pixels. */
const wideWidth = 13
const letterWidth = 7.5

/** A name as its column shows it. */
export interface ShownName {
  readonly text: string
  /** Cut in the middle: two lines that must not be broken again. */
  readonly isCut: boolean
}

/**
 * A name that does not fit into two lines of `room` pixels, cut in the middle: what tells instruments of one
 * lab apart stands at the end of their names. The widths are reckoned, for measuring would lay out each row
 * twice.
 */
export function shownName(name: string, room: number): ShownName {
  if (fits(name, room)) return { text: name, isCut: false }
  const head = firstOf([...name], room - wideWidth).join('')
  const tail = firstOf([...name].toReversed(), room)
    .toReversed()
    .join('')
  return { text: `${head.trimEnd()}${ellipsis}\n${tail.trimStart()}`, isCut: true }
}

/** Whether two lines hold it, broken at blanks and between Chinese characters. */
function fits(name: string, room: number): boolean {
  const pieces = name.match(/[\u2e80-\uffff]\s*|[^\s\u2e80-\uffff]+\s*/gu) ?? []
  let lines = 1
  let taken = 0
  for (const piece of pieces) {
    const width = widthOf([...piece.trimEnd()])
    if (width > room) return false
    if (taken + width > room) {
      lines += 1
      taken = 0
    }
    taken += widthOf([...piece])
  }
  return lines <= 2
}

function firstOf(characters: readonly string[], room: number): readonly string[] {
  const count = characters.findIndex((_, index) => widthOf(characters.slice(0, index + 1)) > room)
  return count === -1 ? characters : characters.slice(0, count)
}

const widthOf = (characters: readonly string[]) =>
  characters.reduce((sum, each) => sum + (each >= '\u2e80' ? wideWidth : letterWidth), 0)

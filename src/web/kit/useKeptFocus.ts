import { type RefObject, useEffect } from 'react'

interface Place {
  readonly element: Element
  readonly row: Element | null
  readonly index: number
}

/**
 * Keeps the focus in a table when what had it goes, as the button does that ended something: on what else
 * can be pressed in the row, else in the row that has moved up, else on the table. A reader at the keyboard
 * would begin again at the top of the page.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const table = box.current
    if (table === null) return undefined
    let last: Place | null = null
    const rows = () => [...table.querySelectorAll('tbody > tr')]
    const remember = ({ target }: FocusEvent) => {
      const element = target as Element
      const row = element.closest('tr')
      if (table.contains(element)) last = { element, row, index: row === null ? -1 : rows().indexOf(row) }
      // From a dialog the focus comes back.
      else if (element.closest('[role=dialog]') === null) last = null
    }
    const keep = () => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return
      const near = last.row?.isConnected === true ? last.row : rows().at(last.index)
      const next = near?.querySelector<HTMLElement>('a[href], button') ?? table
      next.focus()
    }
    const observer = new MutationObserver(keep)
    observer.observe(table, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [box])
}

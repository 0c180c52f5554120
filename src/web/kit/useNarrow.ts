import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 600px)')

const watch = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the page is as narrow as a phone held upright. */
export const useNarrow = () => useSyncExternalStore(watch, () => narrow.matches)

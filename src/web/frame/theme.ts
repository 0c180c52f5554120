import { useEffect, useState } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const storageKey = 'jishi.theme'
const darkly = matchMedia('(prefers-color-scheme: dark)')

const read = (): Theme => {
  const kept = localStorage.getItem(storageKey)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Light or dark: the system's wish, until the reader says otherwise. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(read)
  useEffect(() => {
    const show = () => {
      const isDark = theme === 'dark' || (theme === 'system' && darkly.matches)
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    }
    show()
    localStorage.setItem(storageKey, theme)
    darkly.addEventListener('change', show)
    return () => darkly.removeEventListener('change', show)
  }, [theme])
  return [theme, setTheme]
}

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '../../contract/messages/languages.ts'
import { firstLanguage, keepLanguage, LOCALES } from './language.ts'
import type { Words } from './shape.ts'

/** One chunk a language: a reader loads their own. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly words: Words }>>> = {
  'zh-CN': () => import('./zhCn/all.ts'),
  'zh-Hant': () => import('./zhHant/all.ts'),
  en: () => import('./en/all.ts'),
}

interface Speech {
  readonly language: Language
  readonly words: Words
  readonly speak: (language: Language) => void
}

const SpeechContext = createContext<Speech | null>(null)

/** Shows its children once the texts of the reader's language are there; a change keeps the page standing. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const [spoken, setSpoken] = useState<{ readonly language: Language; readonly words: Words } | null>(null)
  useEffect(() => {
    let isWanted = true
    const load = async () => {
      const { words } = await LOADERS[language]()
      if (!isWanted) return
      document.documentElement.lang = language
      setSpoken({ language, words })
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [language])
  const speech = useMemo(() => {
    if (spoken === null) return null
    const speak = (next: Language) => {
      keepLanguage(next)
      setLanguage(next)
    }
    return { ...spoken, speak }
  }, [spoken])
  if (speech === null) return null
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={LOCALES[speech.language]}>{children}</I18nProvider>
    </SpeechContext>
  )
}

/** The texts in the reader's language. */
export const useWords = (): Words => useSpeech().words

/** The reader's language, and how to change it. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (speech === null) throw new Error('texts are asked for outside the provider')
  return speech
}

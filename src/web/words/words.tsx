import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '../../contract/messages/languages.ts'
import { firstLanguage, keepLanguage, LOCALES } from './language.ts'
import type { StaffWords, Words } from './shape.ts'

type Loaders<Loaded> = Readonly<Record<Language, () => Promise<Loaded>>>

/** One chunk a language: a reader loads their own. */
const LOADERS: Loaders<Words> = {
  'zh-CN': async () => (await import('./zhCn/all.ts')).words,
  'zh-Hant': async () => (await import('./zhHant/all.ts')).words,
  en: async () => (await import('./en/all.ts')).words,
}

const STAFF_LOADERS: Loaders<Omit<StaffWords, keyof Words>> = {
  'zh-CN': async () => (await import('./zhCn/staff.ts')).staffWords,
  'zh-Hant': async () => (await import('./zhHant/staff.ts')).staffWords,
  en: async () => (await import('./en/staff.ts')).staffWords,
}

interface Speech {
  readonly language: Language
  readonly words: Words
  readonly speak: (language: Language) => void
}

const SpeechContext = createContext<Speech | null>(null)
const StaffContext = createContext<StaffWords | null>(null)

/** Shows its children once the texts of the reader's language are there; a change keeps the page standing. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const spoken = useLoaded(LOADERS, language)
  const speech = useMemo(() => {
    if (spoken === null) return null
    const speak = (next: Language) => {
      keepLanguage(next)
      setLanguage(next)
    }
    return { language: spoken.language, words: spoken.loaded, speak }
  }, [spoken])
  useEffect(() => {
    if (spoken !== null) document.documentElement.lang = spoken.language
  }, [spoken])
  if (speech === null) return null
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={LOCALES[speech.language]}>{children}</I18nProvider>
    </SpeechContext>
  )
}

/** Gives the pages within the texts that only those who run something load. */
export function StaffWordsProvider({ children }: { readonly children: ReactNode }) {
  const { language, words } = useSpeech()
  const spoken = useLoaded(STAFF_LOADERS, language)
  const all = useMemo(() => spoken && { ...words, ...spoken.loaded }, [words, spoken])
  if (all === null) return <p role="status">{words.frame.loading}</p>
  return <StaffContext value={all}>{children}</StaffContext>
}

/** The texts of a language once they are there, and until then those of the language before. */
function useLoaded<Loaded>(loaders: Loaders<Loaded>, language: Language) {
  const [spoken, setSpoken] = useState<{ readonly language: Language; readonly loaded: Loaded } | null>(null)
  useEffect(() => {
    let isWanted = true
    const load = async () => {
      const loaded = await loaders[language]()
      if (isWanted) setSpoken({ language, loaded })
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [loaders, language])
  return spoken
}

/** The texts in the reader's language. */
export const useWords = (): Words => useSpeech().words

/** The reader's language, and how to change it. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (speech === null) throw new Error('texts are asked for outside the provider')
  return speech
}

/** The texts of the pages for those who run something; within their provider. */
export function useStaffWords(): StaffWords {
  const words = useContext(StaffContext)
  if (words === null) throw new Error('texts of staff are asked for outside their provider')
  return words
}

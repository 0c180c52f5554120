import type { Language } from '../../contract/messages/languages.ts'

/** The languages of the page, with their own names, in the order in which they are offered. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'zh-CN': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
}

/** The locale by which react-aria and Intl write: they know traditional Chinese by a place. */
export const LOCALES: Readonly<Record<Language, string>> = {
  'zh-CN': 'zh-CN',
  'zh-Hant': 'zh-TW',
  // Of the English-speaking countries this one writes dates as 2026-11-23.
  en: 'en-CA',
}

const storageKey = 'jishi.language'

/** The language chosen here before, else the first of the browser's that we have, else Chinese. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(storageKey)
  if (kept !== null && kept in LANGUAGE_NAMES) return kept as Language
  for (const tag of navigator.languages) {
    if (/^zh-(?:hant|tw|hk|mo)\b/iu.test(tag)) return 'zh-Hant'
    if (/^zh\b/iu.test(tag)) return 'zh-CN'
    if (/^en\b/iu.test(tag)) return 'en'
  }
  return 'zh-CN'
}

export const keepLanguage = (language: Language) => localStorage.setItem(storageKey, language)

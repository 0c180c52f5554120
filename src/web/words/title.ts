import { useSite } from '../api/queries/site.ts'
import { useSpeech } from './words.tsx'

/** What the site is called in the reader's language. */
export function useTitle(): string {
  const { language, words } = useSpeech()
  const site = useSite().data
  // Before anybody gave it a title, it has the product's name in each language.
  if (site === undefined || site.version === 0) return words.frame.product
  return language === 'en' ? site.titleEn : site.title
}

import { siteLogoUrl, useSite } from '../api/queries/site.ts'
import { useSpeech } from '../words/words.tsx'

/** The site's own title and logo, else the product's. */
export function Brand() {
  const title = useTitle()
  const site = useSite().data
  return (
    <>
      <img src={site?.logo === true ? siteLogoUrl : '/icon.svg'} alt="" width="26" height="26" />
      {title}
    </>
  )
}

/** What the site is called in the reader's language. */
export function useTitle(): string {
  const { language, words } = useSpeech()
  const site = useSite().data
  // Before anybody gave it a title, it has the product's name in each language.
  if (site === undefined || site.version === 0) return words.frame.product
  return language === 'en' ? site.titleEn : site.title
}

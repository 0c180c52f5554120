import { siteLogoUrl, useSite } from '../api/queries/site.ts'
import { useTitle } from '../words/title.ts'

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

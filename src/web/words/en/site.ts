import type { Texts } from '../shape.ts'
import type { site as original } from '../zhCn/site.ts'

export const site: Texts<typeof original> = {
  title: 'Site',
  detail: 'Name and logo of this site, shown at the top of each page and where people log in.',
  name: 'Name',
  nameEn: 'Name in English',
  logo: 'Logo',
  logoHelp: 'PNG or JPEG, at most 1 MiB; square ones look best.',
  chooseLogo: 'Choose a picture',
  removeLogo: 'Back to the usual logo',
  saved: 'Saved. People see it when they next open the page.',
}

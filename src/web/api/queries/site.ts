import { useQuery } from '@tanstack/react-query'
import { ifMatch, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { dayOf, now, viewerZone } from '../../time.ts'
import type { Schema } from '../schemas.ts'

export type Site = Schema<'Site'>

/** What this site is called, and the ways into a demonstration. */
export const useSite = () =>
  useQuery({
    queryKey: ['site'],
    queryFn: () => reply(client.GET('/api/v1/site')),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** By whose dates people belong and are appointed; the reader's own until it has come. */
export const useSiteZone = (): string => useSite().data?.zone ?? viewerZone()

export const useSiteToday = (): string => dayOf(now(), useSiteZone())

/** Where the site's own logo is, for those that have one. */
export const siteLogoUrl = '/api/v1/site/logo'

export const useEditSite = () =>
  useChange(({ version, ...body }: Pick<Site, 'version' | 'title' | 'titleEn'>) =>
    reply(client.PATCH('/api/v1/site', { params: { header: ifMatch({ version }) }, body })),
  )

/** Shows this logo beside the title; null: the product's own. */
export const useSetLogo = () =>
  useChange(async (logo: File | null) => {
    if (logo === null) return reply(client.DELETE('/api/v1/site/logo', {}))
    return reply(
      client.PUT('/api/v1/site/logo', {
        body: logo,
        bodySerializer: () => logo,
        headers: { 'content-type': logo.type },
      }),
    )
  })

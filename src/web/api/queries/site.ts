import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'

/** What this site is called, and the ways into a demonstration. */
export const useSite = () =>
  useQuery({
    queryKey: ['site'],
    queryFn: () => reply(client.GET('/api/v1/site')),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Where the site's own logo is, for those that have one. */
export const siteLogoUrl = '/api/v1/site/logo'

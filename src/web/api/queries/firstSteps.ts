import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'

/** What a new site has already; each question asks for no more than it takes to know. */
export interface Begun {
  readonly institutions: boolean
  /** Somebody beside the first person. */
  readonly people: boolean
  /** One that is published. */
  readonly instruments: boolean
  readonly alliance: boolean
  readonly quota: boolean
}

/** How far a new site has come, for its admin. */
export const useBegun = ({ enabled }: { readonly enabled: boolean }) =>
  useQuery({ queryKey: ['first-steps'], queryFn: askAll, enabled })

async function askAll(): Promise<Begun> {
  const one = { params: { query: { limit: 1 } } }
  const published = { params: { query: { limit: 1, publication: 'published' as const } } }
  const [institutions, people, instruments, alliances, ledgers] = await Promise.all([
    reply(client.GET('/api/v1/institutions', one)),
    reply(client.GET('/api/v1/people', { params: { query: { limit: 2 } } })),
    reply(client.GET('/api/v1/instruments', published)),
    reply(client.GET('/api/v1/alliances', one)),
    reply(client.GET('/api/v1/ledgers', one)),
  ])
  return {
    institutions: institutions.items.length > 0,
    people: people.items.length > 1,
    instruments: instruments.items.length > 0,
    alliance: alliances.items.length > 0,
    quota: ledgers.items.length > 0,
  }
}

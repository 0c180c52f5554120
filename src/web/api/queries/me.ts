import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'

/** Who the reader is, where they belong and what they may do. */
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: () => reply(client.GET('/api/v1/me')), staleTime: 60_000 })

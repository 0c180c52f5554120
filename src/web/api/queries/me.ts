import { useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type Me = Schema<'Me'>

export const readMe = (): Promise<Me> => reply(client.GET('/api/v1/me'))

/** Who the reader is, where they belong and what they may do. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000 })

import { useMutation, useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import type { Schema } from '../schemas.ts'

export type Me = Schema<'Me'>

export const readMe = (): Promise<Me> => reply(client.GET('/api/v1/me'))

/** Who the reader is, where they belong and what they may do. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000 })

/** The reader's session goes on, and their others end. */
export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: Schema<'PasswordChange'>) => reply(client.PUT('/api/v1/me/password', { body })),
  })

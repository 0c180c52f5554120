import { useMutation } from '@tanstack/react-query'
import { client, reply } from '../client.ts'

const foundMax = 20

/** The project of a code, asked for at once; undefined where the reader sees none of it. */
export const useFindProject = () =>
  useMutation({
    mutationFn: async (code: string) => {
      const query = { q: code, limit: foundMax }
      const { items } = await reply(client.GET('/api/v1/projects', { params: { query } }))
      return items.find(each => each.code === code)
    },
  })

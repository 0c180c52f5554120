import { useMutation, useQuery } from '@tanstack/react-query'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'

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

/** The projects of a group, as far as the reader may know of them. */
export const useProjects = (groupId: string, { enabled = true } = {}) =>
  useQuery({
    queryKey: ['projects', 'list', groupId],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/projects', {
            params: { query: { groupId, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
    enabled,
  })

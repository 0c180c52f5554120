import { useMutation, useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Project = Schema<'Project'>

interface ProjectMembership {
  readonly personId: string
  readonly dates: Schema<'ProjectMemberDates'>
}

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

/** A project with its members. */
export const useProject = (id: string) =>
  useQuery({
    queryKey: ['projects', 'one', id],
    queryFn: () => reply(client.GET('/api/v1/projects/{id}', { params: { path: { id } } })),
  })

export const useAddProject = () =>
  useChange((body: Schema<'NewProject'>) => reply(client.POST('/api/v1/projects', { body })))

/** Puts someone on a project, or gives a member other dates. */
export const useSetProjectMember = () =>
  useChange(({ id, version, personId, dates }: Seen & ProjectMembership) =>
    reply(
      client.PUT('/api/v1/projects/{id}/members/{partId}', {
        params: { path: { id, partId: personId }, header: ifMatch({ version }) },
        body: dates,
      }),
    ),
  )

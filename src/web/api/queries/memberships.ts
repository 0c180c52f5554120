import { useQuery } from '@tanstack/react-query'
import { ifMatch, type Seen, useChange } from '../change.ts'
import { client, reply } from '../client.ts'
import { allOf, pageLimit } from '../pages.ts'
import type { Schema } from '../schemas.ts'

export type Membership = Schema<'Membership'>
export type MembershipRole = Membership['roles'][number]

/** The memberships of an alliance, those that are over too. */
export const useMemberships = (allianceId: string) =>
  useQuery({
    queryKey: ['memberships', 'list', allianceId],
    queryFn: () =>
      allOf(cursor =>
        reply(
          client.GET('/api/v1/memberships', {
            params: { query: { allianceId, limit: pageLimit, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  })

export const useAddMembership = () =>
  useChange((body: Schema<'NewMembership'>) => reply(client.POST('/api/v1/memberships', { body })))

/** Changes the booking right, or sets the last day of a membership or takes it back. */
export const useEditMembership = () =>
  useChange(({ id, version, changes }: Seen & { readonly changes: Schema<'MembershipChanges'> }) =>
    reply(
      client.PATCH('/api/v1/memberships/{id}', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: changes,
      }),
    ),
  )

/** Adds a role to a membership as it was seen. */
export const useAddMembershipRole = () =>
  useChange(({ id, version, role }: Seen & { readonly role: Schema<'NewMembershipRole'> }) =>
    reply(
      client.POST('/api/v1/memberships/{id}/roles', {
        params: { path: { id }, header: ifMatch({ version }) },
        body: role,
      }),
    ),
  )

/** Sets the last day of a role. */
export const useEndMembershipRole = () =>
  useChange(({ id, version, roleId, endsOn }: Seen & { readonly roleId: string; readonly endsOn: string }) =>
    reply(
      client.POST('/api/v1/memberships/{id}/roles/{partId}/end', {
        params: { path: { id, partId: roleId }, header: ifMatch({ version }) },
        body: { endsOn },
      }),
    ),
  )

import { editHeaders, idParams } from '../../contract/common.ts'
import { end, partParams } from '../../contract/kept.ts'
import {
  membership,
  membershipChanges,
  membershipPage,
  membershipQuery,
  newMembership,
  newMembershipRole,
} from '../../contract/memberships.ts'
import { requireFound } from '../../operations/edits.ts'
import {
  addMembership,
  addMembershipRole,
  editMembership,
  endMembershipRole,
  type MembershipWithRoles,
} from '../../operations/memberships.ts'
import { findMembership, listMemberships, rolesOfMemberships } from '../../store/memberships.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentMembership } from '../presenters/memberships.ts'
import { sendKept } from '../replies.ts'

const tags = ['memberships']
const present = (kept: MembershipWithRoles) => presentMembership(kept, kept.roles)

export const membershipRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  addRoute(app, context)
  editRoute(app, context)
  addRoleRoute(app, context)
  endRoleRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/memberships',
    {
      schema: {
        operationId: 'listMemberships',
        summary: 'List memberships of an alliance or an institution, perhaps on one day',
        tags,
        querystring: membershipQuery,
        response: { 200: membershipPage },
      },
    },
    async ({ query }) => {
      const { allianceId, institutionId, on, limit } = query
      const rows = await listMemberships(read, { ...pageOfQuery(query), allianceId, institutionId, on })
      const membershipIds = rows.map(row => row.id)
      const roles = await rolesOfMemberships(read, membershipIds)
      return pageOf(rows, limit, row => presentMembership(row, roles))
    },
  )
}

const showRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/memberships/:id',
    {
      schema: {
        operationId: 'getMembership',
        summary: 'Show a membership and its roles',
        tags,
        params: idParams,
        response: { 200: membership },
      },
    },
    async ({ params: { id } }, reply) => {
      const found = requireFound(await findMembership(read, id), 'membership', id)
      return sendKept(reply, presentMembership(found, await rolesOfMemberships(read, [id])))
    },
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/memberships',
    {
      schema: {
        operationId: 'addMembership',
        summary: 'Take an institution into an alliance',
        tags,
        body: newMembership,
        response: { 201: membership },
      },
    },
    async (request, reply) =>
      sendKept(reply, present(await addMembership(context, request.actor, request.body)), 'made'),
  )
}

const editRoute: Routes = (app, context) => {
  app.patch(
    '/memberships/:id',
    {
      schema: {
        operationId: 'editMembership',
        summary: 'Change the booking right of a member, or the last day of its membership',
        tags,
        params: idParams,
        headers: editHeaders,
        body: membershipChanges,
        response: { 200: membership },
      },
    },
    async (request, reply) => {
      const edit = { id: request.params.id, version: request.headers['if-match'], changes: request.body }
      return sendKept(reply, present(await editMembership(context, request.actor, edit)))
    },
  )
}

const addRoleRoute: Routes = (app, context) => {
  app.post(
    '/memberships/:id/roles',
    {
      schema: {
        operationId: 'addMembershipRole',
        summary: 'Give a member a role',
        tags,
        params: idParams,
        headers: editHeaders,
        body: newMembershipRole,
        response: { 201: membership },
      },
    },
    async (request, reply) => {
      const version = request.headers['if-match']
      const draft = { membershipId: request.params.id, version, ...request.body }
      return sendKept(reply, present(await addMembershipRole(context, request.actor, draft)), 'made')
    },
  )
}

const endRoleRoute: Routes = (app, context) => {
  app.post(
    '/memberships/:id/roles/:partId/end',
    {
      schema: {
        operationId: 'endMembershipRole',
        summary: 'Set the last day of a role of a member',
        tags,
        params: partParams,
        headers: editHeaders,
        body: end,
        response: { 200: membership },
      },
    },
    async (request, reply) => {
      const { id: membershipId, partId: roleId } = request.params
      const ending = { membershipId, version: request.headers['if-match'], roleId, ...request.body }
      return sendKept(reply, present(await endMembershipRole(context, request.actor, ending)))
    },
  )
}

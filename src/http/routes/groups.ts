import { editHeaders, idParams } from '../../contract/common.ts'
import { group, groupChanges, groupPage, groupQuery, newGroup } from '../../contract/groups.ts'
import { foldForSearch } from '../../domain/searchKey.ts'
import { requireFound } from '../../operations/edits.ts'
import { addGroup, editGroup, retireGroup } from '../../operations/groups.ts'
import { findGroup, listGroups } from '../../store/groups.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentGroup } from '../presenters/groups.ts'
import { sendKept } from '../replies.ts'

const tags = ['groups']

export const groupRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  addRoute(app, context)
  editRoute(app, context)
  retireRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/groups',
    {
      schema: {
        operationId: 'listGroups',
        summary: 'List groups, perhaps those of one institution',
        tags,
        querystring: groupQuery,
        response: { 200: groupPage },
      },
    },
    async ({ query }) => {
      const { q } = query
      const rows = await listGroups(read, {
        ...pageOfQuery(query),
        institutionId: query.institutionId,
        text: q && foldForSearch(q),
      })
      return pageOf(rows, query.limit, presentGroup)
    },
  )
}

const showRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/groups/:id',
    {
      schema: {
        operationId: 'getGroup',
        summary: 'Show a group',
        tags,
        params: idParams,
        response: { 200: group },
      },
    },
    async ({ params: { id } }, reply) =>
      sendKept(reply, presentGroup(requireFound(await findGroup(read, id), 'group', id))),
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/groups',
    {
      schema: {
        operationId: 'addGroup',
        summary: 'Set up a group in an institution',
        tags,
        body: newGroup,
        response: { 201: group },
      },
    },
    async (request, reply) =>
      sendKept(reply, presentGroup(await addGroup(context, request.actor, request.body)), 'made'),
  )
}

const editRoute: Routes = (app, context) => {
  app.patch(
    '/groups/:id',
    {
      schema: {
        operationId: 'editGroup',
        summary: 'Edit a group',
        tags,
        params: idParams,
        headers: editHeaders,
        body: groupChanges,
        response: { 200: group },
      },
    },
    async (request, reply) => {
      const edit = { id: request.params.id, version: request.headers['if-match'], changes: request.body }
      return sendKept(reply, presentGroup(await editGroup(context, request.actor, edit)))
    },
  )
}

const retireRoute: Routes = (app, context) => {
  app.post(
    '/groups/:id/retirement',
    {
      schema: {
        operationId: 'retireGroup',
        summary: 'Take a group off the lists',
        tags,
        params: idParams,
        headers: editHeaders,
        response: { 200: group },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      return sendKept(reply, presentGroup(await retireGroup(context, request.actor, at)))
    },
  )
}

import { editHeaders, idParams } from '../../contract/common.ts'
import {
  alliance,
  allianceChanges,
  alliancePage,
  allianceQuery,
  newAlliance,
} from '../../contract/alliances.ts'
import { searchWords } from '../../domain/searchKey.ts'
import { requireFound } from '../../operations/edits.ts'
import { addAlliance, editAlliance, retireAlliance } from '../../operations/alliances.ts'
import { todayOf } from '../../operations/perform.ts'
import { findAlliance, listAlliances } from '../../store/alliances.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentAlliance } from '../presenters/alliances.ts'
import { sendKept } from '../replies.ts'

const tags = ['alliances']

export const allianceRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  addRoute(app, context)
  editRoute(app, context)
  retireRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/alliances',
    {
      schema: {
        operationId: 'listAlliances',
        summary: 'List alliances, perhaps those of one institution today',
        tags,
        querystring: allianceQuery,
        response: { 200: alliancePage },
      },
    },
    async ({ query }) => {
      const { institutionId, q } = query
      const rows = await listAlliances(read, {
        ...pageOfQuery(query),
        parentId: query.parentId,
        withMember: institutionId === undefined ? undefined : { institutionId, day: todayOf(context) },
        words: q === undefined ? [] : searchWords(q),
      })
      return pageOf(rows, query.limit, presentAlliance)
    },
  )
}

const showRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/alliances/:id',
    {
      schema: {
        operationId: 'getAlliance',
        summary: 'Show an alliance',
        tags,
        params: idParams,
        response: { 200: alliance },
      },
    },
    async ({ params: { id } }, reply) =>
      sendKept(reply, presentAlliance(requireFound(await findAlliance(read, id), 'alliance', id))),
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/alliances',
    {
      schema: {
        operationId: 'addAlliance',
        summary: 'Found an alliance',
        tags,
        body: newAlliance,
        response: { 201: alliance },
      },
    },
    async (request, reply) =>
      sendKept(reply, presentAlliance(await addAlliance(context, request.actor, request.body)), 'made'),
  )
}

const editRoute: Routes = (app, context) => {
  app.patch(
    '/alliances/:id',
    {
      schema: {
        operationId: 'editAlliance',
        summary: 'Edit an alliance',
        tags,
        params: idParams,
        headers: editHeaders,
        body: allianceChanges,
        response: { 200: alliance },
      },
    },
    async (request, reply) => {
      const edit = { id: request.params.id, version: request.headers['if-match'], changes: request.body }
      return sendKept(reply, presentAlliance(await editAlliance(context, request.actor, edit)))
    },
  )
}

const retireRoute: Routes = (app, context) => {
  app.post(
    '/alliances/:id/retirement',
    {
      schema: {
        operationId: 'retireAlliance',
        summary: 'Take an alliance off the lists',
        tags,
        params: idParams,
        headers: editHeaders,
        response: { 200: alliance },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      return sendKept(reply, presentAlliance(await retireAlliance(context, request.actor, at)))
    },
  )
}

import { editHeaders, idParams } from '../../contract/common.ts'
import {
  institution,
  newInstitution,
  institutionPage,
  institutionChanges,
  institutionQuery,
} from '../../contract/institutions.ts'
import { searchWords } from '../../domain/searchKey.ts'
import { requireFound } from '../../operations/edits.ts'
import { addInstitution, editInstitution, retireInstitution } from '../../operations/institutions.ts'
import { todayOf } from '../../operations/perform.ts'
import { findInstitution, listInstitutions } from '../../store/institutions.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentInstitution } from '../presenters/institutions.ts'
import { sendKept } from '../replies.ts'

const tags = ['institutions']

export const institutionRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  addRoute(app, context)
  editRoute(app, context)
  retireRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/institutions',
    {
      schema: {
        operationId: 'listInstitutions',
        summary: 'List institutions, perhaps the members of an alliance today',
        tags,
        querystring: institutionQuery,
        response: { 200: institutionPage },
      },
    },
    async ({ query }) => {
      const { allianceId, q } = query
      const rows = await listInstitutions(read, {
        ...pageOfQuery(query),
        memberOf: allianceId === undefined ? undefined : { allianceId, day: todayOf(context) },
        words: q === undefined ? [] : searchWords(q),
      })
      return pageOf(rows, query.limit, presentInstitution)
    },
  )
}

const showRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/institutions/:id',
    {
      schema: {
        operationId: 'getInstitution',
        summary: 'Show an institution',
        tags,
        params: idParams,
        response: { 200: institution },
      },
    },
    async ({ params: { id } }, reply) =>
      sendKept(reply, presentInstitution(requireFound(await findInstitution(read, id), 'institution', id))),
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/institutions',
    {
      schema: {
        operationId: 'addInstitution',
        summary: 'Enter an institution',
        tags,
        body: newInstitution,
        response: { 201: institution },
      },
    },
    async (request, reply) => {
      const added = await addInstitution(context, request.actor, request.body)
      return sendKept(reply, presentInstitution(added), 'made')
    },
  )
}

const editRoute: Routes = (app, context) => {
  app.patch(
    '/institutions/:id',
    {
      schema: {
        operationId: 'editInstitution',
        summary: 'Edit an institution',
        tags,
        params: idParams,
        headers: editHeaders,
        body: institutionChanges,
        response: { 200: institution },
      },
    },
    async (request, reply) => {
      const edit = { id: request.params.id, version: request.headers['if-match'], changes: request.body }
      return sendKept(reply, presentInstitution(await editInstitution(context, request.actor, edit)))
    },
  )
}

const retireRoute: Routes = (app, context) => {
  app.post(
    '/institutions/:id/retirement',
    {
      schema: {
        operationId: 'retireInstitution',
        summary: 'Take an institution off the lists',
        tags,
        params: idParams,
        headers: editHeaders,
        response: { 200: institution },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      return sendKept(reply, presentInstitution(await retireInstitution(context, request.actor, at)))
    },
  )
}

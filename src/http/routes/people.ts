import { editHeaders, idParams } from '../../contract/common.ts'
import {
  newPerson,
  person,
  personChanges,
  personPage,
  personQuery,
  personRef,
} from '../../contract/people.ts'
import type { Viewer } from '../../domain/appointing.ts'
import { refuse } from '../../domain/refusal.ts'
import { roleFor, ROLES_BY_VERB } from '../../domain/roles.ts'
import { searchWords } from '../../domain/searchKey.ts'
import { requireFound } from '../../operations/edits.ts'
import { addPerson, editPerson, reinstatePerson, retirePerson } from '../../operations/people.ts'
import { todayOf } from '../../operations/perform.ts'
import { affiliationsOf, findPerson, listPeople } from '../../store/people.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentPerson } from '../presenters/people.ts'
import { sendKept } from '../replies.ts'
import { viewerOf } from '../viewer.ts'

const tags = ['people']

export const personRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  addRoute(app, context)
  editRoute(app, context)
  retireRoute(app, context)
  reinstateRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/people',
    {
      schema: {
        operationId: 'listPeople',
        summary: 'List people, perhaps of one institution or alliance today',
        description:
          'Contacts are shown to the person and to admins of an institution where the person belongs.',
        tags,
        querystring: personQuery,
        response: { 200: personPage },
      },
    },
    async request => {
      const { institutionId, allianceId, q, limit, retired } = request.query
      const viewer = await viewerOf(context, request)
      if (retired === true) requireRecords(viewer, institutionId)
      const today = todayOf(context)
      const rows = await listPeople(read, {
        ...pageOfQuery(request.query),
        day: today,
        institutionId,
        allianceId,
        words: q === undefined ? [] : searchWords(q),
        retired,
      })
      const personIds = rows.map(row => row.id)
      const affiliations = await affiliationsOf(read, personIds)
      const seeing = { viewer, today, affiliations }
      return pageOf(rows, limit, row => presentPerson(row, seeing))
    },
  )
}

/** Who has left is known to those who keep the records of the place. */
function requireRecords(viewer: Viewer, institutionId: string | undefined): void {
  const verb = 'person.edit'
  const role = roleFor(viewer.appointments, verb, { institutionId: institutionId ?? null })
  if (role === undefined) refuse({ code: 'not-allowed', verb, mayDo: ROLES_BY_VERB[verb] })
}

const showRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/people/:id',
    {
      schema: {
        operationId: 'getPerson',
        summary: 'Show a person',
        description:
          'Contacts are shown to the person and to admins of an institution where the person belongs.',
        tags,
        params: idParams,
        response: { 200: person },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = requireFound(await findPerson(read, id), 'person', id)
      const affiliations = await affiliationsOf(read, [id])
      const viewer = await viewerOf(context, request)
      const shown = presentPerson(found, { viewer, today: todayOf(context), affiliations })
      if (shown.record !== null) sendKept(reply, shown.record)
      return shown
    },
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/people',
    {
      schema: {
        operationId: 'addPerson',
        summary: 'Enter a person, with places, ways to sign in and perhaps an initial password',
        tags,
        body: newPerson,
        response: { 201: personRef },
      },
    },
    async (request, reply) => sendKept(reply, await addPerson(context, request.actor, request.body), 'made'),
  )
}

const editRoute: Routes = (app, context) => {
  app.patch(
    '/people/:id',
    {
      schema: {
        operationId: 'editPerson',
        summary: 'Edit what is said of a person',
        tags,
        params: idParams,
        headers: editHeaders,
        body: personChanges,
        response: { 200: personRef },
      },
    },
    async (request, reply) => {
      const edit = { id: request.params.id, version: request.headers['if-match'], changes: request.body }
      return sendKept(reply, await editPerson(context, request.actor, edit))
    },
  )
}

const retireRoute: Routes = (app, context) => {
  app.post(
    '/people/:id/retirement',
    {
      schema: {
        operationId: 'retirePerson',
        summary: 'Retire a person, who can no longer sign in',
        tags,
        params: idParams,
        headers: editHeaders,
        response: { 200: personRef },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      return sendKept(reply, await retirePerson(context, request.actor, at))
    },
  )
}

const reinstateRoute: Routes = (app, context) => {
  app.post(
    '/people/:id/reinstatement',
    {
      schema: {
        operationId: 'reinstatePerson',
        summary: 'Take a retired person back, who can sign in as before',
        tags,
        params: idParams,
        headers: editHeaders,
        response: { 200: personRef },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      return sendKept(reply, await reinstatePerson(context, request.actor, at))
    },
  )
}

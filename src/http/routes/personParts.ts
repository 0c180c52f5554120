import { editHeaders, idParams } from '../../contract/common.ts'
import { end, partParams } from '../../contract/kept.ts'
import { givenPassword, newAffiliation, newIdentity, newLogin, personRef } from '../../contract/people.ts'
import { addAffiliation, addKey, endAffiliation, givePassword } from '../../operations/people.ts'
import type { Routes } from '../plugins/shapes.ts'
import { sendKept } from '../replies.ts'

const tags = ['people']

/** Where a person belongs and how the person signs in. The version is the person's. */
export const personPartRoutes: Routes = (app, context) => {
  addAffiliationRoute(app, context)
  endAffiliationRoute(app, context)
  addLoginRoute(app, context)
  addIdentityRoute(app, context)
  givePasswordRoute(app, context)
}

const addAffiliationRoute: Routes = (app, context) => {
  app.post(
    '/people/:id/affiliations',
    {
      schema: {
        operationId: 'addAffiliation',
        summary: 'Let a person belong to one more institution or group',
        tags,
        params: idParams,
        headers: editHeaders,
        body: newAffiliation,
        response: { 201: personRef },
      },
    },
    async (request, reply) => {
      const version = request.headers['if-match']
      const draft = { personId: request.params.id, version, ...request.body }
      return sendKept(reply, await addAffiliation(context, request.actor, draft), 'made')
    },
  )
}

const endAffiliationRoute: Routes = (app, context) => {
  app.post(
    '/people/:id/affiliations/:partId/end',
    {
      schema: {
        operationId: 'endAffiliation',
        summary: 'Set the last day on which a person belongs to an institution',
        tags,
        params: partParams,
        headers: editHeaders,
        body: end,
        response: { 200: personRef },
      },
    },
    async (request, reply) => {
      const { id: personId, partId: affiliationId } = request.params
      const ending = { personId, version: request.headers['if-match'], affiliationId, ...request.body }
      return sendKept(reply, await endAffiliation(context, request.actor, ending))
    },
  )
}

const addLoginRoute: Routes = (app, context) => {
  app.post(
    '/people/:id/logins',
    {
      schema: {
        operationId: 'addLogin',
        summary: 'Give a person another e-mail, phone or staff number to sign in with',
        tags,
        params: idParams,
        headers: editHeaders,
        body: newLogin,
        response: { 201: personRef },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const key = { login: request.body }
      return sendKept(reply, await addKey(context, request.actor, { ...at, key }), 'made')
    },
  )
}

const addIdentityRoute: Routes = (app, context) => {
  app.post(
    '/people/:id/identities',
    {
      schema: {
        operationId: 'addIdentity',
        summary: 'Let a person sign in through a federation',
        tags,
        params: idParams,
        headers: editHeaders,
        body: newIdentity,
        response: { 201: personRef },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const key = { identity: request.body }
      return sendKept(reply, await addKey(context, request.actor, { ...at, key }), 'made')
    },
  )
}

const givePasswordRoute: Routes = (app, context) => {
  app.put(
    '/people/:id/password',
    {
      schema: {
        operationId: 'givePassword',
        summary: 'Give a person a password, the first or a new one, and end their sessions',
        tags,
        params: idParams,
        headers: editHeaders,
        body: givenPassword,
        response: { 200: personRef },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      return sendKept(reply, await givePassword(context, request.actor, { ...at, ...request.body }))
    },
  )
}

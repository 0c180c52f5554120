import { idParams } from '../../contract/common.ts'
import { newPolicy, policy, policyAtQuery, policyPage, policyQuery } from '../../contract/policies.ts'
import { refuse } from '../../domain/refusal.ts'
import { addPolicy } from '../../operations/policies.ts'
import { findPolicy, listPolicies, policyAt } from '../../store/policies.ts'
import { seenInstrument } from '../instrumentViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentPolicy } from '../presenters/policies.ts'

const tags = ['policies']

export const policyRoutes: Routes = (app, context) => {
  addReads(app, context)
  addInForce(app, context)

  app.post(
    '/policies',
    {
      schema: {
        operationId: 'addPolicy',
        summary: 'Set the booking rules of an instrument from a moment on',
        description:
          'Rules are never edited: each change is a new revision. Bookings keep the one they have.',
        tags,
        body: newPolicy,
        response: { 201: policy },
      },
    },
    async (request, reply) => {
      const added = await addPolicy(context, request.actor, request.body)
      return reply.code(201).send(presentPolicy(added))
    },
  )
}

const addReads: Routes = (app, context) => {
  app.get(
    '/policies',
    {
      schema: {
        operationId: 'listPolicies',
        summary: 'All revisions of the rules of an instrument',
        tags,
        querystring: policyQuery,
        response: { 200: policyPage },
      },
    },
    async request => {
      const { instrumentId, limit, cursor } = request.query
      await seenInstrument(context, request, instrumentId)
      const filter = { instrumentId, ...pageOfQuery({ limit, cursor }) }
      return pageOf(await listPolicies(context.db.read, filter), limit, presentPolicy)
    },
  )

  app.get(
    '/policies/:id',
    {
      schema: {
        operationId: 'getPolicy',
        summary: 'One revision',
        tags,
        params: idParams,
        response: { 200: policy },
      },
    },
    async request => {
      const { id } = request.params
      const found = await findPolicy(context.db.read, id)
      if (found === undefined) return refuse({ code: 'not-found', noun: 'policy', id })
      await seenInstrument(context, request, found.instrumentId)
      return presentPolicy(found)
    },
  )
}

const addInForce: Routes = (app, context) => {
  app.get(
    '/instruments/:id/policy',
    {
      schema: {
        operationId: 'getPolicyInForce',
        summary: 'The rules of an instrument at a moment',
        tags,
        params: idParams,
        querystring: policyAtQuery,
        response: { 200: policy },
      },
    },
    async request => {
      const { id } = request.params
      const { read } = context.db
      await seenInstrument(context, request, id)
      const at = request.query.at ?? context.clock.now()
      const inForce = await policyAt(read, { instrumentId: id, at })
      const found = inForce && (await findPolicy(read, inForce.id))
      if (found === undefined) return refuse({ code: 'not-found', noun: 'policy', id })
      return presentPolicy(found)
    },
  )
}

import { transferOnWire } from '../../contract/accounts.ts'
import { idParams } from '../../contract/common.ts'
import { grant, newGrant, newReversal, newReversals, reversal, reversals } from '../../contract/grants.ts'
import { grant as grantQuota } from '../../operations/ledger/grant.ts'
import { reverse } from '../../operations/ledger/reverse.ts'
import { reverseMany } from '../../operations/ledger/reverseMany.ts'
import type { Routes } from '../plugins/shapes.ts'

export const grantRoutes: Routes = (app, context) => {
  grantRoute(app, context)
  reverseRoute(app, context)
  reverseManyRoute(app, context)
}

const grantRoute: Routes = (app, context) => {
  app.post(
    '/grants',
    {
      schema: {
        operationId: 'addGrant',
        summary: 'Grant or suballocate quota, several lines at once',
        description:
          'All lines or none, under one document number. A refusal of a line carries its number, ' +
          'from 0, in `line`; those of all lines are told together.',
        tags: ['grants'],
        body: newGrant,
        response: { 201: grant },
      },
    },
    async (request, reply) => {
      const posted = await grantQuota(context, request.actor, request.body)
      const { lines, transfers, ...batch } = posted
      return reply.code(201).send({
        ...batch,
        lines: [...lines],
        transfers: transfers.map(transferOnWire),
      })
    },
  )
}

const reverseRoute: Routes = (app, context) => {
  app.post(
    '/transfers/:id/reversals',
    {
      schema: {
        operationId: 'addReversal',
        summary: 'Take a row back, in whole or in part, and correct use',
        tags: ['transfers'],
        params: idParams,
        body: newReversal,
        response: { 201: reversal },
      },
    },
    async (request, reply) => {
      const draft = { ...request.body, transferId: request.params.id }
      const posted = await reverse(context, request.actor, draft)
      return reply.code(201).send({ transfers: posted.map(transferOnWire) })
    },
  )
}

const reverseManyRoute: Routes = (app, context) => {
  app.post(
    '/reversals',
    {
      schema: {
        operationId: 'addReversals',
        summary: 'Take several rows back together, such as all that one document granted',
        description:
          'All lines or none, in their order. A refusal of a line carries its number, from 0, in `line`; ' +
          'those of all lines are told together.',
        tags: ['grants'],
        body: newReversals,
        response: { 201: reversals },
      },
    },
    async (request, reply) => {
      const { lines, transfers, ...batch } = await reverseMany(context, request.actor, request.body)
      return reply.code(201).send({
        ...batch,
        lines: [...lines],
        transfers: transfers.map(transferOnWire),
      })
    },
  )
}

import { editHeaders, idParams } from '../../contract/common.ts'
import { newPool, pool, poolChanges, poolPage, poolQuery } from '../../contract/pools.ts'
import { refuse } from '../../domain/refusal.ts'
import { searchWords } from '../../domain/searchKey.ts'
import { addPool, editPool, retirePool } from '../../operations/pools.ts'
import { findPool, listPools } from '../../store/pools.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import { sendKept } from '../replies.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentPool } from '../presenters/pools.ts'

const tags = ['pools']

export const poolRoutes: Routes = (app, context) => {
  addReads(app, context)
  addWrites(app, context)
}

const addReads: Routes = (app, context) => {
  app.get(
    '/pools',
    {
      schema: {
        operationId: 'listPools',
        summary: 'Pools of instruments that can stand in for one another',
        tags,
        querystring: poolQuery,
        response: { 200: poolPage },
      },
    },
    async request => {
      const { q, institutionId, limit, cursor } = request.query
      const words = q === undefined ? [] : searchWords(q)
      const filter = { institutionId, words, ...pageOfQuery({ limit, cursor }) }
      return pageOf(await listPools(context.db.read, filter), limit, presentPool)
    },
  )

  app.get(
    '/pools/:id',
    {
      schema: {
        operationId: 'getPool',
        summary: 'One pool',
        tags,
        params: idParams,
        response: { 200: pool },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await findPool(context.db.read, id)
      if (found === undefined) return refuse({ code: 'not-found', noun: 'pool', id })
      return sendKept(reply, presentPool(found))
    },
  )
}

const addWrites: Routes = (app, context) => {
  app.post(
    '/pools',
    {
      schema: {
        operationId: 'addPool',
        summary: 'Make an empty pool',
        tags,
        body: newPool,
        response: { 201: pool },
      },
    },
    async (request, reply) => {
      const added = await addPool(context, request.actor, request.body)
      return sendKept(reply, presentPool(added), 'made')
    },
  )

  const shapes = { tags, params: idParams, headers: editHeaders, response: { 200: pool } }

  app.patch(
    '/pools/:id',
    { schema: { ...shapes, operationId: 'editPool', summary: 'Rename a pool', body: poolChanges } },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const edited = await editPool(context, request.actor, { ...at, changes: request.body })
      return sendKept(reply, presentPool(edited))
    },
  )

  app.post(
    '/pools/:id/retirement',
    { schema: { ...shapes, operationId: 'retirePool', summary: 'Take an empty pool off the lists' } },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const retired = await retirePool(context, request.actor, at)
      return sendKept(reply, presentPool(retired))
    },
  )
}

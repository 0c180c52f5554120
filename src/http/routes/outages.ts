import type { FastifyReply } from 'fastify'
import { editHeaders, etagOf, idParams } from '../../contract/common.ts'
import {
  newOutage,
  outage,
  outageChanges,
  outagePage,
  outageQuery,
  outageWithAffected,
} from '../../contract/outages.ts'
import { refuse } from '../../domain/refusal.ts'
import { addOutage, editOutage, type OutageWithAffected, retireOutage } from '../../operations/outages.ts'
import { findOutage, listOutages } from '../../store/outages.ts'
import { openedInstrument } from '../instrumentViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import { sendKept } from '../replies.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentOutage, presentOutageWithAffected } from '../presenters/outages.ts'

const tags = ['outages']

export const outageRoutes: Routes = (app, context) => {
  addReads(app, context)
  addWrites(app, context)

  app.post(
    '/outages/:id/retirement',
    {
      schema: {
        operationId: 'retireOutage',
        summary: 'Take back an outage that should not have been said',
        tags,
        params: idParams,
        headers: editHeaders,
        response: { 200: outage },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const retired = await retireOutage(context, request.actor, at)
      return sendKept(reply, presentOutage(retired))
    },
  )
}

const addReads: Routes = (app, context) => {
  app.get(
    '/outages',
    {
      schema: {
        operationId: 'listOutages',
        summary: 'When an instrument is down',
        tags,
        querystring: outageQuery,
        response: { 200: outagePage },
      },
    },
    async request => {
      const { instrumentId, start, end, limit, cursor } = request.query
      await openedInstrument(context, request, instrumentId)
      const filter = { instrumentId, endsAfter: start, startsBefore: end, ...pageOfQuery({ limit, cursor }) }
      return pageOf(await listOutages(context.db.read, filter), limit, presentOutage)
    },
  )

  app.get(
    '/outages/:id',
    {
      schema: {
        operationId: 'getOutage',
        summary: 'One outage',
        tags,
        params: idParams,
        response: { 200: outage },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await findOutage(context.db.read, id)
      if (found === undefined) return refuse({ code: 'not-found', noun: 'outage', id })
      await openedInstrument(context, request, found.instrumentId)
      return sendKept(reply, presentOutage(found))
    },
  )
}

const addWrites: Routes = (app, context) => {
  app.post(
    '/outages',
    {
      schema: {
        operationId: 'addOutage',
        summary: 'Take an instrument down for a time and see whom it hits',
        tags,
        body: newOutage,
        response: { 201: outageWithAffected },
      },
    },
    async (request, reply) => {
      const added = await addOutage(context, request.actor, request.body)
      reply.code(201)
      return withEtag(reply, added)
    },
  )

  app.patch(
    '/outages/:id',
    {
      schema: {
        operationId: 'editOutage',
        summary: 'End an outage early, prolong it, or mend what is said of it',
        tags,
        params: idParams,
        headers: editHeaders,
        body: outageChanges,
        response: { 200: outageWithAffected },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const edited = await editOutage(context, request.actor, { ...at, changes: request.body })
      return withEtag(reply, edited)
    },
  )
}

function withEtag(reply: FastifyReply, changed: OutageWithAffected) {
  reply.header('etag', etagOf(changed.outage.version))
  return presentOutageWithAffected(changed)
}

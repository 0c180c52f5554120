import type { FastifyRequest } from 'fastify'
import { idParams } from '../../contract/common.ts'
import { end, partParams } from '../../contract/kept.ts'
import {
  head,
  ledger,
  ledgerPage,
  ledgerQuery,
  ledgerWithPeriods,
  newLedger,
  newPeriod,
  period,
  periodPage,
  periodQuery,
  periodsShownMax,
} from '../../contract/ledgers.ts'
import type { Context } from '../../context.ts'
import { alliancesSeen, seesLedger } from '../../domain/ledger/viewing.ts'
import { refuse } from '../../domain/refusal.ts'
import { requireFound } from '../../operations/edits.ts'
import { createLedger, openPeriod, shortenPeriod } from '../../operations/ledger/ledgers.ts'
import { findLedger, listLedgers, periodsOf } from '../../store/ledger/ledgers.ts'
import { headOf } from '../../store/ledger/seals.ts'
import { ledgerViewerOf } from '../ledgerViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentLedger, presentPeriod } from '../presenters/ledgers.ts'

const tags = ['ledgers']

export const ledgerRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  periodsRoute(app, context)
  headRoute(app, context)
  addRoute(app, context)
  openPeriodRoute(app, context)
  shortenPeriodRoute(app, context)
}

/** The ledger named in the path, if whoever asks may know of it. */
async function seenLedger(context: Context, request: FastifyRequest, id: string) {
  const found = requireFound(await findLedger(context.db.read, id), 'ledger', id)
  const viewer = await ledgerViewerOf(context, request)
  if (!seesLedger(viewer, found.allianceId)) refuse({ code: 'not-found', noun: 'ledger', id })
  return found
}

const listRoute: Routes = (app, context) => {
  app.get(
    '/ledgers',
    {
      schema: {
        operationId: 'listLedgers',
        summary: 'List the ledgers of the alliances one belongs to',
        tags,
        querystring: ledgerQuery,
        response: { 200: ledgerPage },
      },
    },
    async request => {
      const { limit, allianceId } = request.query
      const viewer = await ledgerViewerOf(context, request)
      const among = alliancesSeen(viewer)
      const page = { ...pageOfQuery(request.query), allianceId }
      const rows = await listLedgers(context.db.read, among === 'all' ? page : { ...page, among })
      return pageOf(rows, limit, presentLedger)
    },
  )
}

const showRoute: Routes = (app, context) => {
  app.get(
    '/ledgers/:id',
    {
      schema: {
        operationId: 'getLedger',
        summary: 'Show a ledger and its newest periods',
        tags,
        params: idParams,
        response: { 200: ledgerWithPeriods },
      },
    },
    async request => {
      const found = await seenLedger(context, request, request.params.id)
      const newest = { ledgerId: found.id, limit: periodsShownMax }
      const periods = await periodsOf(context.db.read, newest)
      return { ...presentLedger(found), periods: periods.map(each => presentPeriod(each, found.zone)) }
    },
  )
}

const periodsRoute: Routes = (app, context) => {
  app.get(
    '/ledgers/:id/periods',
    {
      schema: {
        operationId: 'listPeriods',
        summary: 'List the periods of a ledger, the newest first',
        tags,
        params: idParams,
        querystring: periodQuery,
        response: { 200: periodPage },
      },
    },
    async request => {
      const { id: ledgerId, zone } = await seenLedger(context, request, request.params.id)
      const page = { ...pageOfQuery(request.query), ledgerId }
      const periods = await periodsOf(context.db.read, page)
      return pageOf(periods, request.query.limit, each => presentPeriod(each, zone))
    },
  )
}

const headRoute: Routes = (app, context) => {
  app.get(
    '/ledgers/:id/head',
    {
      schema: {
        operationId: 'getLedgerHead',
        summary: 'Show the newest point of a ledger’s hash chain',
        tags,
        params: idParams,
        response: { 200: head },
      },
    },
    async request => {
      const { id } = await seenLedger(context, request, request.params.id)
      return headOf(context.db.read, id)
    },
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/ledgers',
    {
      schema: {
        operationId: 'addLedger',
        summary: 'Open a ledger for a class of resource',
        tags,
        body: newLedger,
        response: { 201: ledger },
      },
    },
    async (request, reply) => {
      const made = await createLedger(context, request.actor, request.body)
      return reply.code(201).send(presentLedger(made))
    },
  )
}

const openPeriodRoute: Routes = (app, context) => {
  app.post(
    '/ledgers/:id/periods',
    {
      schema: {
        operationId: 'openPeriod',
        summary: 'Open a period of a ledger, in whole days by its clock',
        tags,
        params: idParams,
        body: newPeriod,
        response: { 201: period },
      },
    },
    async (request, reply) => {
      const ledgerId = request.params.id
      const opened = await openPeriod(context, request.actor, { ...request.body, ledgerId })
      const found = await findLedger(context.db.read, ledgerId)
      return reply.code(201).send(presentPeriod(opened, found?.zone ?? 'UTC'))
    },
  )
}

const shortenPeriodRoute: Routes = (app, context) => {
  app.post(
    '/ledgers/:id/periods/:partId/end',
    {
      schema: {
        operationId: 'shortenPeriod',
        summary: 'Let an open period end on an earlier day that is not over',
        description:
          'Of a period that nothing is granted for, and in which nothing is held or charged after that day.',
        tags,
        params: partParams,
        body: end,
        response: { 200: period },
      },
    },
    async request => {
      const { id: ledgerId, partId: periodId } = request.params
      const shortened = await shortenPeriod(context, request.actor, { ledgerId, periodId, ...request.body })
      const found = await findLedger(context.db.read, ledgerId)
      return presentPeriod(shortened, found?.zone ?? 'UTC')
    },
  )
}

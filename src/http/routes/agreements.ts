import {
  agreement,
  agreementChanges,
  agreementPage,
  agreementQuery,
  newAgreement,
} from '../../contract/agreements.ts'
import { editHeaders, idParams } from '../../contract/common.ts'
import { alliancesSeen } from '../../domain/ledger/viewing.ts'
import { refuse } from '../../domain/refusal.ts'
import { addAgreement, type AgreementWithParties, editAgreement } from '../../operations/agreements.ts'
import { requireFound } from '../../operations/edits.ts'
import { findAgreement, listAgreements, partiesOf } from '../../store/agreements.ts'
import { ledgerViewerOf } from '../ledgerViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentAgreement } from '../presenters/agreements.ts'
import { sendKept } from '../replies.ts'

const tags = ['agreements']
const present = (kept: AgreementWithParties) => presentAgreement(kept, kept.partyIds)

export const agreementRoutes: Routes = (app, context) => {
  listRoute(app, context)
  showRoute(app, context)
  addRoute(app, context)
  editRoute(app, context)
}

const listRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/agreements',
    {
      schema: {
        operationId: 'listAgreements',
        summary: 'List agreements, perhaps those of one alliance',
        description:
          'What members have agreed is shown to the alliance’s members, its admins and the site’s.',
        tags,
        querystring: agreementQuery,
        response: { 200: agreementPage },
      },
    },
    async request => {
      const { query } = request
      const { allianceId, limit } = query
      const seen = alliancesSeen(await ledgerViewerOf(context, request))
      const among = seen === 'all' ? undefined : seen
      const rows = await listAgreements(read, { ...pageOfQuery(query), allianceId, among })
      const agreementIds = rows.map(row => row.id)
      const parties = await partiesOf(read, agreementIds)
      return pageOf(rows, limit, row => presentAgreement(row, idsOf(parties, row.id)))
    },
  )
}

const showRoute: Routes = (app, context) => {
  const { read } = context.db
  app.get(
    '/agreements/:id',
    {
      schema: {
        operationId: 'getAgreement',
        summary: 'Show an agreement and its parties',
        tags,
        params: idParams,
        response: { 200: agreement },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const seen = alliancesSeen(await ledgerViewerOf(context, request))
      const found = requireFound(await findAgreement(read, id), 'agreement', id)
      if (seen !== 'all' && !seen.includes(found.allianceId)) {
        return refuse({ code: 'not-found', noun: 'agreement', id })
      }
      return sendKept(reply, presentAgreement(found, idsOf(await partiesOf(read, [id]), id)))
    },
  )
}

const addRoute: Routes = (app, context) => {
  app.post(
    '/agreements',
    {
      schema: {
        operationId: 'addAgreement',
        summary: 'Record an agreement that binds some members of an alliance',
        tags,
        body: newAgreement,
        response: { 201: agreement },
      },
    },
    async (request, reply) =>
      sendKept(reply, present(await addAgreement(context, request.actor, request.body)), 'made'),
  )
}

const editRoute: Routes = (app, context) => {
  app.patch(
    '/agreements/:id',
    {
      schema: {
        operationId: 'editAgreement',
        summary: 'Edit an agreement; who is bound stays',
        tags,
        params: idParams,
        headers: editHeaders,
        body: agreementChanges,
        response: { 200: agreement },
      },
    },
    async (request, reply) => {
      const edit = { id: request.params.id, version: request.headers['if-match'], changes: request.body }
      return sendKept(reply, present(await editAgreement(context, request.actor, edit)))
    },
  )
}

type Parties = Awaited<ReturnType<typeof partiesOf>>

const idsOf = (parties: Parties, agreementId: string) =>
  parties.filter(party => party.agreementId === agreementId).map(party => party.institutionId)

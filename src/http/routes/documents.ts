import type { FastifyRequest } from 'fastify'
import { documentPage, documentQuery, grantedRowPage, grantedRowQuery } from '../../contract/grants.ts'
import type { Context } from '../../context.ts'
import { overseerOf, seesGrants } from '../../domain/ledger/viewing.ts'
import { refuse } from '../../domain/refusal.ts'
import { ROLES_BY_VERB } from '../../domain/roles.ts'
import { recordLook } from '../../operations/ledger/look.ts'
import { documentsOfAlliance, grantsOfDocument } from '../../store/ledger/documents.ts'
import { ledgerViewerOf } from '../ledgerViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import { callerOf } from '../plugins/actor.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentDocument, presentGrantedRow } from '../presenters/ledgers.ts'

/** What was granted, by the number of its document (文号). */
export const documentRoutes: Routes = (app, context) => {
  app.get(
    '/documents',
    {
      schema: {
        operationId: 'listDocuments',
        summary: 'List the documents under which an alliance has granted, newest first, per ledger',
        tags: ['grants'],
        querystring: documentQuery,
        response: { 200: documentPage },
      },
    },
    async request => {
      const { allianceId, limit } = request.query
      await requireSight(context, request, allianceId)
      const page = { ...pageOfQuery(request.query), allianceId }
      return pageOf(await documentsOfAlliance(context.db.read, page), limit, presentDocument)
    },
  )

  app.get(
    '/grants',
    {
      schema: {
        operationId: 'listGrants',
        summary: 'List the rows that one document granted, newest first, with what was taken back of each',
        tags: ['grants'],
        querystring: grantedRowQuery,
        response: { 200: grantedRowPage },
      },
    },
    async request => {
      const { allianceId, documentNumber, limit } = request.query
      await requireSight(context, request, allianceId)
      const page = { ...pageOfQuery(request.query), allianceId, documentNumber }
      return pageOf(await grantsOfDocument(context.db.read, page), limit, presentGrantedRow)
    },
  )
}

/** Who oversees the alliance is seen looking. @throws Refused `not-allowed`. */
async function requireSight(context: Context, request: FastifyRequest, allianceId: string) {
  const viewer = await ledgerViewerOf(context, request)
  const verb = 'quota.grant'
  if (!seesGrants(viewer, allianceId)) refuse({ code: 'not-allowed', verb, mayDo: ROLES_BY_VERB[verb] })
  const actedAs = overseerOf(viewer, { allianceId })
  if (actedAs === undefined) return
  const at = { noun: 'alliance', nounId: allianceId, actedAs } as const
  await recordLook(context, { personId: callerOf(request).personId }, at)
}

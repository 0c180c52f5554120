import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { editHeaders, idParams } from '../../contract/common.ts'
import {
  newSharingTerm,
  sharingTerm,
  sharingTermChanges,
  sharingTermPage,
  sharingTermQuery,
} from '../../contract/sharingTerms.ts'
import { refuse } from '../../domain/refusal.ts'
import { isStaffOf } from '../../domain/staffPlaces.ts'
import { addSharingTerm, editSharingTerm } from '../../operations/sharingTerms.ts'
import { findSharingTerm, type SharingTermRow, sharingTermsOf } from '../../store/sharingTerms.ts'
import { seenInstrument } from '../instrumentViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import { callerOf } from '../plugins/actor.ts'
import { sendKept } from '../replies.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentSharingTerm } from '../presenters/sharingTerms.ts'
import { isAddressedTo, termReaderOf } from '../termAudience.ts'

const tags = ['sharing-terms']

export const sharingTermRoutes: Routes = (app, context) => {
  addReads(app, context)
  addWrites(app, context)
}

const addReads: Routes = (app, context) => {
  app.get(
    '/sharing-terms',
    {
      schema: {
        operationId: 'listSharingTerms',
        summary: 'To whom an instrument is open, as far as the caller may know',
        tags,
        querystring: sharingTermQuery,
        response: { 200: sharingTermPage },
      },
    },
    async request => {
      const { instrumentId, limit, cursor = '' } = request.query
      const terms = await sharingTermsOf(context.db.read, instrumentId)
      const seen = await seenTerms(context, request, { instrumentId, terms })
      const read = seen.filter(term => term.id > cursor).slice(0, pageOfQuery({ limit }).limit)
      return pageOf(read, limit, presentSharingTerm)
    },
  )

  app.get(
    '/sharing-terms/:id',
    {
      schema: {
        operationId: 'getSharingTerm',
        summary: 'One sharing term',
        tags,
        params: idParams,
        response: { 200: sharingTerm },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await findSharingTerm(context.db.read, id)
      const asked = found && { instrumentId: found.instrumentId, terms: [found] }
      const [seen] = asked === undefined ? [] : await seenTerms(context, request, asked)
      if (seen === undefined) return refuse({ code: 'not-found', noun: 'sharing-term', id })
      return sendKept(reply, presentSharingTerm(seen))
    },
  )
}

const addWrites: Routes = (app, context) => {
  app.post(
    '/sharing-terms',
    {
      schema: {
        operationId: 'addSharingTerm',
        summary: 'Open an instrument to an audience',
        tags,
        body: newSharingTerm,
        response: { 201: sharingTerm },
      },
    },
    async (request, reply) => {
      const added = await addSharingTerm(context, request.actor, request.body)
      return sendKept(reply, presentSharingTerm(added), 'made')
    },
  )

  app.patch(
    '/sharing-terms/:id',
    {
      schema: {
        operationId: 'editSharingTerm',
        summary: 'Change a sharing term, or end it',
        tags,
        params: idParams,
        headers: editHeaders,
        body: sharingTermChanges,
        response: { 200: sharingTerm },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const edited = await editSharingTerm(context, request.actor, { ...at, changes: request.body })
      return sendKept(reply, presentSharingTerm(edited))
    },
  )
}

interface Asked {
  readonly instrumentId: string
  readonly terms: readonly SharingTermRow[]
}

/** Staff of the host see all; others what is listed, and what is addressed to them. */
async function seenTerms(
  context: Context,
  request: FastifyRequest,
  { instrumentId, terms }: Asked,
): Promise<readonly SharingTermRow[]> {
  const { instrument, staff } = await seenInstrument(context, request, instrumentId)
  if (isStaffOf(staff, instrument)) return terms
  const reader = await termReaderOf(context, callerOf(request).personId, terms)
  return terms.filter(
    term => term.visibility === 'listed' || isAddressedTo(reader, term, instrument.institutionId),
  )
}

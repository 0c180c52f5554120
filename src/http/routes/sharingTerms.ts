import { strict as assert } from 'node:assert'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
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
import { isStaffOf, type StaffPlaces, staffPlaces } from '../../domain/staffPlaces.ts'
import { requireFound } from '../../operations/edits.ts'
import { addSharingTerm, editSharingTerm } from '../../operations/sharingTerms.ts'
import type { Instrument } from '../../store/instruments.ts'
import {
  findSharingTerm,
  type ListedTerm,
  type SharingTermRow,
  sharingTermsOf,
  sharingTermsOfAlliance,
} from '../../store/sharingTerms.ts'
import { seenInstrument } from '../instrumentViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import { sendKept } from '../replies.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentListedTerm, presentSharingTerm } from '../presenters/sharingTerms.ts'
import { audiencesToldTo, isAddressedTo, overseesTerms, termReaderOf } from '../termAudience.ts'
import { viewerOf } from '../viewer.ts'

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
        summary: 'To whom an instrument is open, or what is open to an alliance',
        description:
          'Past and future terms too. A hidden term is told to its audience, to staff of the host, to the ' +
          'alliance’s admins and to auditors.',
        tags,
        querystring: sharingTermQuery,
        response: { 200: sharingTermPage },
      },
    },
    async request => {
      const { query } = request
      return pageOf(await listedTerms(context, request, query), query.limit, presentListedTerm)
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
      const found = requireFound(await findSharingTerm(context.db.read, id), 'sharing-term', id)
      const at = await seenInstrument(context, request, found.instrumentId)
      const [seen] = await seenTerms(context, request, { ...at, terms: [found] })
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

/** The terms of a page and one more, each with its instrument. */
async function listedTerms(
  context: Context,
  request: FastifyRequest,
  query: z.output<typeof sharingTermQuery>,
): Promise<readonly ListedTerm[]> {
  const { instrumentId, allianceId } = query
  if (allianceId !== undefined) return await termsOfAlliance(context, request, { ...query, allianceId })
  assert(instrumentId !== undefined, 'the shape asks for an instrument or an alliance')
  const { instrument, staff } = await seenInstrument(context, request, instrumentId)
  const { limit, after = '' } = pageOfQuery(query)
  const terms = await sharingTermsOf(context.db.read, instrumentId)
  const seen = await seenTerms(context, request, { instrument, staff, terms })
  return seen
    .filter(term => term.id > after)
    .slice(0, limit)
    .map(term => ({ ...term, instrument }))
}

async function termsOfAlliance(
  context: Context,
  request: FastifyRequest,
  query: { readonly allianceId: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<readonly ListedTerm[]> {
  const { allianceId } = query
  const viewer = await viewerOf(context, request)
  return await sharingTermsOfAlliance(context.db.read, {
    ...pageOfQuery(query),
    allianceId,
    staff: staffPlaces(viewer.appointments, 'instrument.edit'),
    told: await audiencesToldTo(context, viewer, allianceId),
  })
}

interface Asked {
  readonly instrument: Instrument
  readonly staff: StaffPlaces
  readonly terms: readonly SharingTermRow[]
}

/** Staff of the host see all; others what is listed, what is addressed to them and what they oversee. */
async function seenTerms(
  context: Context,
  request: FastifyRequest,
  { instrument, staff, terms }: Asked,
): Promise<readonly SharingTermRow[]> {
  if (isStaffOf(staff, instrument)) return terms
  const { personId, appointments } = await viewerOf(context, request)
  const reader = await termReaderOf(context, personId, terms)
  return terms.filter(
    term =>
      term.visibility === 'listed' ||
      isAddressedTo(reader, term, instrument.institutionId) ||
      overseesTerms(appointments, term.allianceId),
  )
}

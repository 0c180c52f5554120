import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { editHeaders, idParams } from '../../contract/common.ts'
import {
  instrument,
  instrumentChanges,
  instrumentFacets,
  instrumentPage,
  instrumentQuery,
  newInstrument,
  pidinst,
} from '../../contract/instruments.ts'
import { refuse } from '../../domain/refusal.ts'
import { foldForSearch, searchWords } from '../../domain/searchKey.ts'
import {
  addInstrument,
  editInstrument,
  publishInstrument,
  retireInstrument,
  withdrawInstrument,
} from '../../operations/instruments.ts'
import { todayOf } from '../../operations/perform.ts'
import { membershipsOfInstitution } from '../../store/bookingFacts.ts'
import { findInstitution } from '../../store/institutions.ts'
import { instrumentFacets as facetsOf } from '../../store/instrumentFacets.ts'
import { type Instrument, listInstruments, type SharedInto } from '../../store/instruments.ts'
import { membersAmong } from '../../store/memberships.ts'
import { affiliationsOn } from '../../store/people.ts'
import { photosOf } from '../../store/photos.ts'
import { seenInstrument, staffPlacesOf } from '../instrumentViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import { callerOf } from '../plugins/actor.ts'
import { sendKept } from '../replies.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentInstrument, presentPidinst, presentTechniques } from '../presenters/instruments.ts'

const tags = ['instruments']

export const instrumentRoutes: Routes = (app, context) => {
  addReads(app, context)
  addFacets(app, context)
  addPidinst(app, context)
  addWrites(app, context)
  addStates(app, context)
}

const addReads: Routes = (app, context) => {
  app.get(
    '/instruments',
    {
      schema: {
        operationId: 'listInstruments',
        summary: 'Search the instruments on offer',
        description: 'Staff also find the drafts of their own places.',
        tags,
        querystring: instrumentQuery,
        response: { 200: instrumentPage },
      },
    },
    async request => {
      const { q, location, allianceId, limit, cursor, ...filters } = request.query
      const { read } = context.db
      const staff = await staffPlacesOf(context, request)
      const rows = await listInstruments(read, {
        ...filters,
        ...pageOfQuery({ limit, cursor }),
        staff,
        words: q === undefined ? [] : searchWords(q),
        location: location === undefined ? undefined : foldForSearch(location),
        sharedInto: allianceId === undefined ? undefined : await sharedInto(context, request, allianceId),
      })
      const photos = await photosOf(
        read,
        rows.map(row => row.id),
      )
      return pageOf(rows, limit, row => presentInstrument(row, { staff, photos }))
    },
  )

  app.get(
    '/instruments/:id',
    {
      schema: {
        operationId: 'getInstrument',
        summary: 'One instrument',
        tags,
        params: idParams,
        response: { 200: instrument },
      },
    },
    async (request, reply) => {
      const { instrument: found } = await seenInstrument(context, request, request.params.id)
      return replyWith(context, request, reply, found)
    },
  )
}

const addFacets: Routes = (app, context) => {
  app.get(
    '/instruments/facets',
    {
      schema: {
        operationId: 'listInstrumentFacets',
        summary: 'What the instruments on offer can be narrowed by, with counts',
        description: 'Over every instrument that the caller may see; the most frequent values first.',
        tags,
        response: { 200: instrumentFacets },
      },
    },
    async (request, reply) => {
      const staff = await staffPlacesOf(context, request)
      const ownAllianceIds = await alliancesOf(context, request)
      const asked = { staff, ownAllianceIds, at: context.clock.now() }
      const { techniques, ...facets } = await facetsOf(context.db.read, asked)
      // Each reader's own, and the same for a minute: a page asks again at every visit.
      void reply.header('cache-control', 'private, max-age=60').header('vary', 'authorization')
      return { ...facets, techniques: presentTechniques(techniques) }
    },
  )
}

const addPidinst: Routes = (app, context) => {
  app.get(
    '/instruments/:id/pidinst',
    {
      schema: {
        operationId: 'getPidinst',
        summary: 'One instrument as a PIDINST 1.0 record',
        tags,
        params: idParams,
        response: { 200: pidinst },
      },
    },
    async request => {
      const { instrument: found } = await seenInstrument(context, request, request.params.id)
      const { id, institutionId } = found
      const owner = await findInstitution(context.db.read, institutionId)
      if (owner === undefined) return refuse({ code: 'not-found', noun: 'institution', id: institutionId })
      return presentPidinst(found, owner, `${request.protocol}://${request.host}/instruments/${id}`)
    },
  )
}

const addWrites: Routes = (app, context) => {
  app.post(
    '/instruments',
    {
      schema: {
        operationId: 'addInstrument',
        summary: 'Enter an instrument as a draft',
        tags,
        body: newInstrument,
        response: { 201: instrument },
      },
    },
    async (request, reply) => {
      const added = await addInstrument(context, request.actor, request.body)
      return replyWith(context, request, reply, added, 'made')
    },
  )

  app.patch(
    '/instruments/:id',
    {
      schema: {
        operationId: 'editInstrument',
        summary: 'Change what is said of an instrument',
        tags,
        params: idParams,
        headers: editHeaders,
        body: instrumentChanges,
        response: { 200: instrument },
      },
    },
    async (request, reply) => {
      const edit = { ...atOf(request), changes: request.body }
      return replyWith(context, request, reply, await editInstrument(context, request.actor, edit))
    },
  )
}

const addStates: Routes = (app, context) => {
  const shapes = { tags, params: idParams, headers: editHeaders, response: { 200: instrument } }

  app.post(
    '/instruments/:id/publication',
    { schema: { ...shapes, operationId: 'publishInstrument', summary: 'Offer a draft for booking' } },
    async (request, reply) => {
      const published = await publishInstrument(context, request.actor, atOf(request))
      return replyWith(context, request, reply, published)
    },
  )

  app.delete(
    '/instruments/:id/publication',
    {
      schema: {
        ...shapes,
        operationId: 'withdrawInstrument',
        summary: 'Make it a draft again; bookings that stand are kept',
      },
    },
    async (request, reply) => {
      const withdrawn = await withdrawInstrument(context, request.actor, atOf(request))
      return replyWith(context, request, reply, withdrawn)
    },
  )

  app.post(
    '/instruments/:id/retirement',
    { schema: { ...shapes, operationId: 'retireInstrument', summary: 'Take it out of service for good' } },
    async (request, reply) => {
      const retired = await retireInstrument(context, request.actor, atOf(request))
      return replyWith(context, request, reply, retired)
    },
  )
}

interface EditRequest {
  readonly params: { readonly id: string }
  readonly headers: { readonly 'if-match': number }
}

const atOf = ({ params, headers }: EditRequest) => ({ id: params.id, version: headers['if-match'] })

/** The instrument as the caller sees it, its version as the ETag. */
async function replyWith(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  row: Instrument,
  made: 'made' | 'there' = 'there',
) {
  const staff = await staffPlacesOf(context, request)
  const photos = await photosOf(context.db.read, [row.id])
  return sendKept(reply, presentInstrument(row, { staff, photos }), made)
}

/** Members of an alliance also find what is shared into it without being listed. */
async function sharedInto(
  context: Context,
  request: FastifyRequest,
  allianceId: string,
): Promise<SharedInto> {
  const { read } = context.db
  const day = todayOf(context)
  const affiliations = await affiliationsOn(read, { personId: callerOf(request).personId, day })
  const institutionIds = affiliations.map(each => each.institutionId)
  const members = await membersAmong(read, { allianceId, institutionIds, day })
  return { allianceId, at: context.clock.now(), hidden: members.size > 0 ? 'shown' : 'left-out' }
}

/** The alliances that the caller belongs to today. */
async function alliancesOf(context: Context, request: FastifyRequest): Promise<string[]> {
  const { read } = context.db
  const day = todayOf(context)
  const affiliations = await affiliationsOn(read, { personId: callerOf(request).personId, day })
  const memberships = await Promise.all(
    affiliations.map(each => membershipsOfInstitution(read, each.institutionId, day)),
  )
  return memberships.flat().map(each => each.allianceId)
}

import { editHeaders, etagOf, idParams } from '../../contract/common.ts'
import { run, runChanges, runPage, runQuery, runRating } from '../../contract/runs.ts'
import { staffPlaces } from '../../domain/staffPlaces.ts'
import { editRun, rateRun } from '../../operations/runs.ts'
import { instrumentForBooking } from '../../store/instruments.ts'
import { listRuns, type RunRow } from '../../store/runs.ts'
import { pageOfQuery } from '../paging.ts'
import { presentRun } from '../presenters/runs.ts'
import { viewerOf } from '../viewer.ts'
import type { Routes } from '../plugins/shapes.ts'

const tags = ['runs']

export const runRoutes: Routes = (app, context) => {
  const presented = async (row: RunRow) => {
    const instrument = await instrumentForBooking(context.db.read, { instrumentId: row.instrumentId })
    return presentRun(row, instrument?.zone ?? 'UTC')
  }

  app.get(
    '/runs',
    {
      schema: {
        operationId: 'listRuns',
        summary: 'Own runs, and those on instruments of which one is staff',
        tags,
        querystring: runQuery,
        response: { 200: runPage },
      },
    },
    async request => {
      const { limit, cursor, ...filter } = request.query
      const { personId, appointments } = await viewerOf(context, request)
      const staff = staffPlaces(appointments, 'run.edit')
      const read = { ...filter, ...pageOfQuery({ limit, cursor }), viewerId: personId, staff }
      const rows = await listRuns(context.db.read, read)
      const shown = rows.slice(0, limit)
      const nextCursor = rows.length > limit ? (shown.at(-1)?.run.id ?? null) : null
      return { items: shown.map(row => presentRun(row.run, row.zone)), nextCursor }
    },
  )

  app.patch(
    '/runs/:id',
    {
      schema: {
        operationId: 'editRun',
        summary: 'Complete or correct a run: mode, samples, phases, agreement',
        tags,
        params: idParams,
        headers: editHeaders,
        body: runChanges,
        response: { 200: run },
      },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: request.headers['if-match'] }
      const edited = await editRun(context, request.actor, { ...at, changes: request.body })
      return reply.header('etag', etagOf(edited.version)).send(await presented(edited))
    },
  )

  app.post(
    '/runs/:id/rating',
    {
      schema: {
        operationId: 'rateRun',
        summary: 'Rate a run of one’s own',
        tags,
        params: idParams,
        body: runRating,
        response: { 200: run },
      },
    },
    async (request, reply) => {
      const { rating, text = null } = request.body
      const rated = await rateRun(context, request.actor, { id: request.params.id, rating, text })
      return reply.header('etag', etagOf(rated.version)).send(await presented(rated))
    },
  )
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { instantText } from '../../contract/common.ts'
import type { Headings } from '../../contract/exports/utilization.ts'
import { languageFor } from '../../contract/messages/languages.ts'
import {
  figure,
  figureQuery,
  load,
  loadQuery,
  type ReportFormat,
  utilization,
  utilizationQuery,
} from '../../contract/reports.ts'
import { refuse } from '../../domain/refusal.ts'
import { definitionsVersion } from '../../domain/report/columns.ts'
import { type Reach, reachOf } from '../../domain/report/reach.ts'
import { ROLES_BY_VERB } from '../../domain/roles.ts'
import type { Instant } from '../../domain/units.ts'
import type { BookingBehind, FigureQuestion, OpenedFigure } from '../../store/report/bookingsBehind.ts'
import type { Load, LoadQuestion } from '../../store/report/load.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { readAway } from '../reports/longReads.ts'
import type { FileWish, ReportFile } from '../reports/utilizationFile.ts'
import { viewerOf } from '../viewer.ts'

const tags = ['reports']

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const reportRoutes: Routes = (app, context) => {
  utilizationRoute(app, context)
  figureRoute(app, context)
  loadRoute(app, context)
}

const utilizationRoute: Routes = (app, context) => {
  app.get(
    '/reports/utilization',
    {
      schema: {
        operationId: 'getUtilization',
        summary:
          'What became of the time of instruments, by instrument, user institution, alliance and month',
        description:
          'JSON, CSV or XLSX by `format` or `Accept`. The host sees all; who leads an alliance and names ' +
          'it sees the shares of members by closed month, fewer than three merged into `others`. ' +
          'Headings follow `lang` or `Accept-Language`; without either they are the stable names.',
        tags,
        querystring: utilizationQuery,
        response: { 200: utilization },
      },
    },
    async (request, reply) => {
      const wish = await fileWish(context, request, request.query)
      const module = new URL('../reports/utilizationFile.ts', import.meta.url)
      const file = await readAway<ReportFile>(context, { module, name: 'utilizationFile', args: wish })
      return sendFile(reply, wish.format, file)
    },
  )
}

const figureRoute: Routes = (app, context) => {
  app.get(
    '/reports/utilization/bookings',
    {
      schema: {
        operationId: 'listBookingsBehindFigure',
        summary: 'The bookings behind a figure of a report: those you may see, the rest as a count and sums',
        tags,
        querystring: figureQuery,
        response: { 200: figure },
      },
    },
    async request => {
      const { start, end, limit, userInstitutionId = null, userAllianceId = null, ...filters } = request.query
      const { personId, reach, chosen } = await asked(context, request, filters)
      const question: FigureQuestion = {
        ...chosen,
        reach,
        viewerId: personId,
        window: { start, end },
        userInstitutionId,
        userAllianceId,
        asOf: context.clock.now(),
        ...pageOfQuery(request.query),
      }
      const module = new URL('../../store/report/bookingsBehind.ts', import.meta.url)
      const { seen, rest } = await readAway<OpenedFigure>(context, {
        module,
        name: 'openFigure',
        args: question,
      })
      return { ...pageOf(seen, limit, presentBehind), rest }
    },
  )
}

const loadRoute: Routes = (app, context) => {
  app.get(
    '/reports/load',
    {
      schema: {
        operationId: 'getLoad',
        summary: 'When in the week instruments are used: used time by weekday and hour of their clocks',
        description:
          'The same instruments, rights and meaning of used time as the utilization report; ' +
          'thirteen months at most. It names no institution.',
        tags,
        querystring: loadQuery,
        response: { 200: load },
      },
    },
    async request => {
      const { start, end, asOf: atMost } = request.query
      const { reach, chosen } = await asked(context, request, request.query)
      const asOf = asOfWithin(context, atMost)
      const question: LoadQuestion = { ...chosen, reach, window: { start, end }, asOf }
      const module = new URL('../../store/report/load.ts', import.meta.url)
      const read = await readAway<Load>(context, { module, name: 'weekLoad', args: question })
      const { instruments, cells } = read
      const zones = [...read.zones]
      const zone = zones.length === 1 ? zones[0] : 'UTC'
      const edge = (at: typeof start) => (typeof at === 'string' ? at : instantText(at, zone))
      return {
        header: {
          start: edge(start),
          end: edge(end),
          zones,
          ...chosen,
          asOf: instantText(asOf),
          definitionsVersion,
          instruments,
        },
        cells: [...cells],
      }
    },
  )
}

interface Filters {
  readonly allianceId?: string | undefined
  readonly institutionId?: string | undefined
  readonly instrumentId?: string | undefined
}

/** What the caller may have reports of. @throws Refused `not-allowed` when that is nothing. */
async function asked(context: Context, request: FastifyRequest, filters: Filters) {
  const { allianceId = null, institutionId = null, instrumentId = null } = filters
  const { personId, appointments } = await viewerOf(context, request)
  const reach: Reach | undefined = reachOf(appointments, allianceId)
  const verb = 'report.read'
  if (reach === undefined) return refuse({ code: 'not-allowed', verb, mayDo: ROLES_BY_VERB[verb] })
  return { personId, reach, chosen: { allianceId, institutionId, instrumentId } }
}

async function fileWish(
  context: Context,
  request: FastifyRequest,
  query: z.output<typeof utilizationQuery>,
): Promise<FileWish> {
  const { reach, chosen } = await asked(context, request, query)
  const asOf = asOfWithin(context, query.asOf)
  return {
    request: {
      ...chosen,
      reach,
      window: { start: query.start, end: query.end },
      groupBy: query.groupBy,
      asOf,
    },
    generatedAt: context.clock.now(),
    format: query.format ?? acceptedFormat(request.headers.accept),
    headings: query.lang ?? headingsFor(request.headers['accept-language']),
    byteOrderMark: query.byteOrderMark === true ? 'put' : 'left-out',
  }
}

/** Now, or the earlier moment of which a report is asked again. */
function asOfWithin(context: Context, asked: Instant | undefined): Instant {
  const now = context.clock.now()
  return asked === undefined || asked > now ? now : asked
}

function acceptedFormat(accept = ''): ReportFormat {
  if (accept.includes('text/csv')) return 'csv'
  return accept.includes('spreadsheetml') ? 'xlsx' : 'json'
}

/** Machines name no language and get the stable names. */
const headingsFor = (accept: string | undefined): Headings =>
  accept === undefined || accept === '*' ? 'stable' : languageFor(accept)

/** A CSV has no room for what the report is of, so every format says it in the headers of the reply. */
function sendFile(reply: FastifyReply, format: ReportFormat, { content, header }: ReportFile) {
  void reply.type(MEDIA_TYPES[format]).headers({
    'jishi-report-as-of': header.asOf,
    'jishi-report-generated-at': header.generatedAt,
    'jishi-report-definitions': header.definitionsVersion,
    'jishi-report-sealed': header.ledgers,
  })
  const name = `utilization-${header.start.slice(0, dayLength)}.${format}`
  if (format !== 'json') void reply.header('content-disposition', `attachment; filename="${name}"`)
  return reply.send(Buffer.from(content))
}

const dayLength = 10

const presentBehind = ({ zone, start, end, ...booking }: BookingBehind) => ({
  ...booking,
  start: instantText(start, zone),
  end: instantText(end, zone),
})

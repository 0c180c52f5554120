import { idParams } from '../../contract/common.ts'
import {
  newPolicy,
  policy,
  policyAtQuery,
  policyPage,
  policyPreview,
  policyQuery,
} from '../../contract/policies.ts'
import { offendersAgainst } from '../../domain/policyPreview.ts'
import { refuse } from '../../domain/refusal.ts'
import { ROLES_BY_VERB } from '../../domain/roles.ts'
import { span } from '../../domain/span.ts'
import { isStaffOf } from '../../domain/staffPlaces.ts'
import { plusSeconds, seconds, secondsPerDay } from '../../domain/units.ts'
import { addPolicy, completeRules } from '../../operations/policies.ts'
import { bookingsThatBegan, bookingsToCome } from '../../store/bookings/judged.ts'
import { findPolicy, listPolicies, policyAt } from '../../store/policies.ts'
import { seenInstrument } from '../instrumentViewer.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { presentPolicy, presentPreview } from '../presenters/policies.ts'

const tags = ['policies']

/** How far back a preview looks: the longest month. */
const previewSeconds = seconds(31 * secondsPerDay)

export const policyRoutes: Routes = (app, context) => {
  addReads(app, context)
  addInForce(app, context)
  addPreview(app, context)

  app.post(
    '/policies',
    {
      schema: {
        operationId: 'addPolicy',
        summary: 'Set the booking rules of an instrument from a moment on',
        description:
          'Rules are never edited: each change is a new revision. Bookings keep the one they have.',
        tags,
        body: newPolicy,
        response: { 201: policy },
      },
    },
    async (request, reply) => {
      const added = await addPolicy(context, request.actor, request.body)
      return reply.code(201).send(presentPolicy(added))
    },
  )
}

const addReads: Routes = (app, context) => {
  app.get(
    '/policies',
    {
      schema: {
        operationId: 'listPolicies',
        summary: 'All revisions of the rules of an instrument',
        tags,
        querystring: policyQuery,
        response: { 200: policyPage },
      },
    },
    async request => {
      const { instrumentId, limit, cursor } = request.query
      await seenInstrument(context, request, instrumentId)
      const filter = { instrumentId, ...pageOfQuery({ limit, cursor }) }
      return pageOf(await listPolicies(context.db.read, filter), limit, presentPolicy)
    },
  )

  app.get(
    '/policies/:id',
    {
      schema: {
        operationId: 'getPolicy',
        summary: 'One revision',
        tags,
        params: idParams,
        response: { 200: policy },
      },
    },
    async request => {
      const { id } = request.params
      const found = await findPolicy(context.db.read, id)
      if (found === undefined) return refuse({ code: 'not-found', noun: 'policy', id })
      await seenInstrument(context, request, found.instrumentId)
      return presentPolicy(found)
    },
  )
}

const addInForce: Routes = (app, context) => {
  app.get(
    '/instruments/:id/policy',
    {
      schema: {
        operationId: 'getPolicyInForce',
        summary: 'The rules of an instrument at a moment',
        tags,
        params: idParams,
        querystring: policyAtQuery,
        response: { 200: policy },
      },
    },
    async request => {
      const { id } = request.params
      const { read } = context.db
      await seenInstrument(context, request, id)
      const at = request.query.at ?? context.clock.now()
      const inForce = await policyAt(read, { instrumentId: id, at })
      const found = inForce && (await findPolicy(read, inForce.id))
      if (found === undefined) return refuse({ code: 'not-found', noun: 'policy', id })
      return presentPolicy(found)
    },
  )
}

const addPreview: Routes = (app, context) => {
  app.post(
    '/policies/preview',
    {
      schema: {
        operationId: 'previewPolicy',
        summary: 'What rules about time would have refused, and which bookings to come they touch',
        description:
          'For staff. Grid, lengths, opening hours, notice and horizon, each booking judged as of the ' +
          'moment at which it was asked for. Nothing is kept.',
        tags,
        body: newPolicy,
        response: { 200: policyPreview },
      },
    },
    async request => {
      const { instrumentId, effectiveFrom } = request.body
      const { instrument, staff } = await seenInstrument(context, request, instrumentId)
      if (!isStaffOf(staff, instrument)) {
        return refuse({ code: 'not-allowed', verb: 'policy.edit', mayDo: ROLES_BY_VERB['policy.edit'] })
      }
      const rules = completeRules(request.body.rules)
      const now = context.clock.now()
      const window = span(plusSeconds(now, -previewSeconds), now)
      const from = effectiveFrom !== undefined && effectiveFrom > now ? effectiveFrom : now
      const { zone, id } = instrument
      const past = await bookingsThatBegan(context.db.read, id, window)
      const future = await bookingsToCome(context.db.read, id, from)
      const judge = (bookings: typeof past) => offendersAgainst(rules, zone, bookings)
      return presentPreview({
        zone,
        past: { window, examined: past.length, offenders: judge(past) },
        future: { from, examined: future.length, offenders: judge(future) },
      })
    },
  )
}

import {
  appointment,
  appointmentPage,
  appointmentQuery,
  newAppointment,
} from '../../contract/appointments.ts'
import { idParams } from '../../contract/common.ts'
import { end } from '../../contract/kept.ts'
import { refuse } from '../../domain/refusal.ts'
import { mayReadAppointments } from '../../domain/visibility.ts'
import { addAppointment, endAppointment } from '../../operations/appointments.ts'
import { listAppointments } from '../../store/appointments.ts'
import { pageOf, pageOfQuery } from '../paging.ts'
import type { Routes } from '../plugins/shapes.ts'
import { viewerOf } from '../viewer.ts'

const tags = ['appointments']

export const appointmentRoutes: Routes = (app, context) => {
  app.get(
    '/appointments',
    {
      schema: {
        operationId: 'listAppointments',
        summary: 'List appointments: my own, or those of a place where I hold one',
        tags,
        querystring: appointmentQuery,
        response: { 200: appointmentPage },
      },
    },
    async request => {
      const { limit, cursor, ...filter } = request.query
      if (!mayReadAppointments(await viewerOf(context, request), filter)) {
        return refuse({ code: 'not-allowed', verb: 'appointment.read', mayDo: ['site-admin', 'auditor'] })
      }
      const rows = await listAppointments(context.db.read, { ...filter, ...pageOfQuery({ limit, cursor }) })
      return pageOf(rows, limit, row => row)
    },
  )

  app.post(
    '/appointments',
    {
      schema: {
        operationId: 'addAppointment',
        summary: 'Appoint a person to a role in one place',
        tags,
        body: newAppointment,
        response: { 201: appointment },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addAppointment(context, request.actor, request.body)),
  )

  app.post(
    '/appointments/:id/end',
    {
      schema: {
        operationId: 'endAppointment',
        summary: 'Set the last day of an appointment',
        tags,
        params: idParams,
        body: end,
        response: { 200: appointment },
      },
    },
    async request => endAppointment(context, request.actor, { id: request.params.id, ...request.body }),
  )
}

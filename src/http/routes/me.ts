import { nothing } from '../../contract/common.ts'
import { me, passwordChange } from '../../contract/me.ts'
import { refuse } from '../../domain/refusal.ts'
import { todayOf } from '../../operations/perform.ts'
import { changePassword } from '../../operations/sessions.ts'
import { datedAppointments, namedAffiliations, namedProjects } from '../../store/me.ts'
import { findPerson, keysOf } from '../../store/people.ts'
import { callerOf } from '../plugins/actor.ts'
import type { Routes } from '../plugins/shapes.ts'
import { summaryOf } from '../sessionReply.ts'

export const meRoutes: Routes = (app, context) => {
  app.get(
    '/me',
    {
      schema: {
        operationId: 'getMe',
        summary: 'Who I am, where I belong and what I may do',
        tags: ['me'],
        response: { 200: me },
      },
    },
    async request => {
      const { read } = context.db
      const of = { personId: callerOf(request).personId, day: todayOf(context) }
      const person = await findPerson(read, of.personId)
      if (person === undefined || person.retiredAt !== null) return refuse({ code: 'session-ended' })
      const affiliations = await namedAffiliations(read, of)
      const groups = affiliations.flatMap(({ groupId, groupName }) =>
        groupId === null || groupName === null ? [] : [{ id: groupId, name: groupName }],
      )
      return {
        person: { ...summaryOf(person), email: person.email, phone: person.phone },
        access: { ...(await keysOf(read, person.id)), hasPassword: person.passwordHash !== null },
        affiliations,
        appointments: await datedAppointments(read, of),
        groups,
        projects: await namedProjects(read, of),
      }
    },
  )

  app.put(
    '/me/password',
    {
      config: { rateLimit: { max: app.settings.loginAttemptsMax, timeWindow: '5 minutes' } },
      schema: {
        operationId: 'changePassword',
        summary: 'Change my password and end my other sessions',
        tags: ['me'],
        body: passwordChange,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { sessionId } = callerOf(request)
      await changePassword(context, request.actor, { ...request.body, sessionId })
      return reply.code(204).send()
    },
  )
}

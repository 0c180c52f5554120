import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { Viewer } from '../domain/appointing.ts'
import { todayOf } from '../operations/perform.ts'
import { appointmentsOf } from '../store/actors.ts'
import { callerOf } from './plugins/actor.ts'

/** Whoever asks, with the roles held today. */
export async function viewerOf(context: Context, request: FastifyRequest): Promise<Viewer> {
  const { personId } = callerOf(request)
  return { personId, appointments: await appointmentsOf(context.db.read, personId, todayOf(context)) }
}

import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import { isStaffOf, type StaffPlaces, staffPlaces } from '../domain/staffPlaces.ts'
import { todayOf } from '../operations/perform.ts'
import { appointmentsOf } from '../store/actors.ts'
import { findInstrument, type Instrument } from '../store/instruments.ts'
import { callerOf } from './plugins/actor.ts'

/** Where the caller is staff and so sees drafts, hidden terms and who is invited. */
export async function staffPlacesOf(context: Context, request: FastifyRequest): Promise<StaffPlaces> {
  const held = await appointmentsOf(context.db.read, callerOf(request).personId, todayOf(context))
  return staffPlaces(held, 'instrument.edit')
}

interface Seen {
  readonly instrument: Instrument
  readonly staff: StaffPlaces
}

/**
 * An instrument that the caller may see: one on offer, or any of a place where they are staff. To others a
 * draft is not there at all.
 *
 * @throws Refused `not-found`.
 */
export async function seenInstrument(context: Context, request: FastifyRequest, id: string): Promise<Seen> {
  const staff = await staffPlacesOf(context, request)
  const instrument = await findInstrument(context.db.read, id)
  if (instrument !== undefined && (isOffered(instrument) || isStaffOf(staff, instrument))) {
    return { instrument, staff }
  }
  return refuse({ code: 'not-found', noun: 'instrument', id })
}

const isOffered = ({ publication, retiredAt }: Instrument) =>
  publication === 'published' && retiredAt === null

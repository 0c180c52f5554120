import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import { isStaffOf, type StaffPlaces, staffPlaces } from '../domain/staffPlaces.ts'
import { todayOf } from '../operations/perform.ts'
import { appointmentsOf } from '../store/actors.ts'
import { findInstrument, type Instrument } from '../store/instruments.ts'
import { sharingTermsOf } from '../store/sharingTerms.ts'
import { callerOf } from './plugins/actor.ts'
import { isAddressedTo, termReaderOf } from './termAudience.ts'

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

/**
 * An instrument whose calendar the caller may see: it is opened to them, or shown to all on a term that is
 * listed. One that was only opened to others keeps from them when it is busy and why it is down.
 *
 * @throws Refused `not-found`.
 */
export async function openedInstrument(
  context: Context,
  request: FastifyRequest,
  id: string,
): Promise<Instrument> {
  const { instrument, staff } = await seenInstrument(context, request, id)
  if (await isOpenedTo(context, request, { instrument, staff })) return instrument
  return refuse({ code: 'not-found', noun: 'instrument', id })
}

/** Whether the calendar of an instrument on offer is shown to the caller. */
export async function isOpenedTo(
  context: Context,
  request: FastifyRequest,
  of: { readonly instrument: Pick<Instrument, 'id' | 'institutionId'>; readonly staff: StaffPlaces },
): Promise<boolean> {
  const { instrument, staff } = of
  if (isStaffOf(staff, instrument)) return true
  const now = context.clock.now()
  const known = await sharingTermsOf(context.db.read, instrument.id)
  const terms = known.filter(term => term.endsAt === null || term.endsAt > now)
  if (terms.some(term => term.visibility === 'listed')) return true
  const hostId = instrument.institutionId
  const reader = await termReaderOf(context, callerOf(request).personId, terms)
  return reader.institutionIds.includes(hostId) || terms.some(term => isAddressedTo(reader, term, hostId))
}

const isOffered = ({ publication, retiredAt }: Instrument) =>
  publication === 'published' && retiredAt === null

import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import { isStaffOf, type StaffPlaces, staffPlaces } from '../domain/staffPlaces.ts'
import { todayOf } from '../operations/perform.ts'
import { appointmentsOf } from '../store/actors.ts'
import { findInstrument, findInstruments, type Instrument } from '../store/instruments.ts'
import { type SharingTermRow, sharingTermsOf, sharingTermsOfMany } from '../store/sharingTerms.ts'
import { callerOf } from './plugins/actor.ts'
import { isAddressedTo, type TermReader, termReaderOf } from './termAudience.ts'

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
  const terms = standing(context, await sharingTermsOf(context.db.read, instrument.id))
  if (terms.some(isListed)) return true
  const reader = await termReaderOf(context, callerOf(request).personId, terms)
  return isMeantFor(reader, terms, instrument.institutionId)
}

/**
 * Of many instruments those whose calendars the caller may see, as `openedInstrument` judges one, in the
 * order of the ids.
 */
export async function openedAmong(
  context: Context,
  request: FastifyRequest,
  ids: readonly string[],
): Promise<readonly Instrument[]> {
  if (ids.length === 0) return []
  const { read } = context.db
  const staff = await staffPlacesOf(context, request)
  const terms = standing(context, await sharingTermsOfMany(read, ids))
  const reader = await termReaderOf(context, callerOf(request).personId, terms)
  const found = await findInstruments(read, ids)
  const opened = found.filter(instrument => {
    if (isStaffOf(staff, instrument)) return true
    const own = terms.filter(term => term.instrumentId === instrument.id)
    return isOffered(instrument) && (own.some(isListed) || isMeantFor(reader, own, instrument.institutionId))
  })
  const byId = new Map(opened.map(each => [each.id, each]))
  return [...new Set(ids)].flatMap(id => byId.get(id) ?? [])
}

const standing = (context: Context, terms: readonly SharingTermRow[]) => {
  const now = context.clock.now()
  return terms.filter(term => term.endsAt === null || term.endsAt > now)
}

const isListed = ({ visibility }: SharingTermRow) => visibility === 'listed'

const isMeantFor = (reader: TermReader, terms: readonly SharingTermRow[], hostId: string) =>
  reader.institutionIds.includes(hostId) || terms.some(term => isAddressedTo(reader, term, hostId))

const isOffered = ({ publication, retiredAt }: Instrument) =>
  publication === 'published' && retiredAt === null

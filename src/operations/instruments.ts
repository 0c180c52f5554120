import type { Context } from '../context.ts'
import { firstCrowded } from '../domain/crowding.ts'
import { MAY_BOOK_DEFAULT } from '../domain/instrument.ts'
import { detailFaults } from '../domain/instrumentDetails.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { searchKeyOf } from '../domain/searchKey.ts'
import type { Instant, Seconds } from '../domain/units.ts'
import type { Tx } from '../store/database.ts'
import { findInstitution } from '../store/institutions.ts'
import { findInstrument, insertInstrument, type Instrument, updateInstrument } from '../store/instruments.ts'
import { anyBookingOf, unfinishedBookingsOf } from '../store/instrumentUse.ts'
import { forgetRollups } from '../store/report/rollupRows.ts'
import { type At, type Edit, fieldsOf, requireCurrent, requireEdited } from './edits.ts'
import { holdInstrument } from './hostedInstruments.ts'
import { type Actor, perform, record, requireRole } from './perform.ts'
import { ensurePolicy } from './policies.ts'
import { requirePoolFits } from './pools.ts'

/** What people say of an instrument; the rest is the service's own. */
export type InstrumentFields = Omit<
  Instrument,
  'id' | 'institutionId' | 'searchKey' | 'publication' | 'externalId' | 'version' | 'createdAt' | 'retiredAt'
>

/** An instrument to be entered: what is left out is unknown, or as most instruments have it. */
export type NewInstrument = Partial<InstrumentFields> &
  Pick<InstrumentFields, 'name' | 'resourceClass' | 'zone'> & {
    readonly institutionId: string
    /** Its id in the system that it was taken over from. */
    readonly externalId?: string | null
  }

const usual: Omit<InstrumentFields, 'name' | 'resourceClass' | 'zone'> = {
  poolId: null,
  assetNumber: null,
  classCode: null,
  nameEn: null,
  exclusive: true,
  capacity: 1,
  turnaroundSeconds: 0 as Seconds,
  location: null,
  maker: null,
  model: null,
  serial: null,
  origin: null,
  purpose: 'general',
  source: null,
  originalValueMinor: null,
  currency: 'CNY',
  commissionedOn: null,
  customsSupervisedUntil: null,
  technique: null,
  serviceText: null,
  contact: null,
  details: {},
  operatingState: 'operation',
  mayBook: MAY_BOOK_DEFAULT,
  invitedProjectIds: [],
}

/**
 * Enters an instrument as a draft, which only staff of its host see and nobody books.
 *
 * @throws Refused `not-allowed`, `not-found` (institution, pool), `invalid-value`, `already-exists` for an
 *   asset number that the institution has used.
 */
export const addInstrument = (context: Context, actor: Actor, draft: NewInstrument): Promise<Instrument> =>
  perform(context, actor, async tx => {
    const { institutionId, externalId = null, ...fields } = draft
    const place = { institutionId }
    const actedAs = await requireRole(context, tx, actor, 'instrument.edit', place)
    requireCurrent(await findInstitution(tx, institutionId), 'institution', institutionId)
    const described = { ...usual, ...stated(fields) }
    const instrument: Instrument = {
      ...described,
      id: context.newId('itm'),
      institutionId,
      externalId,
      searchKey: keyOf(described),
      publication: 'draft',
      version: 1,
      createdAt: context.clock.now(),
      retiredAt: null,
    }
    requireSound(instrument)
    await requirePoolFits(tx, instrument)
    await insertInstrument(tx, instrument)
    const deed = { verb: 'add', noun: 'instrument', nounId: instrument.id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return instrument
  })

/**
 * Changes what is said of an instrument.
 *
 * @throws Refused as `addInstrument`; `version-stale`; `in-use` with the booking that stands in the way:
 *   the zone and whether it is shared are fixed by its first booking, and its places cannot fall below what
 *   is booked.
 */
export const editInstrument = (
  context: Context,
  actor: Actor,
  edit: Edit<InstrumentFields>,
): Promise<Instrument> =>
  perform(context, actor, async tx => {
    const held = await holdInstrument(context, tx, actor, { instrumentId: edit.id, verb: 'instrument.edit' })
    const before = held.instrument
    const changes = stated(edit.changes)
    const after = { ...before, ...changes }
    requireSound(after)
    await requireBookingsKept(tx, { before, after, now: context.clock.now() })
    if (joins(before, after)) await requirePoolFits(tx, after)
    const updated = await updateInstrument(tx, edit, { ...changes, searchKey: keyOf(after) })
    const edited = await requireEdited(updated, edit.version, () => findInstrument(tx, edit.id))
    if (changesReports(before, edited)) await forgetRollups(tx, edit.id)
    const deed = { verb: 'edit', noun: 'instrument', nounId: edit.id, actedAs: held.actedAs }
    await record(context, tx, actor, { ...deed, fields: fieldsOf(changes) })
    return edited
  })

/**
 * Offers an instrument to all whom its sharing terms name. One without rules gets the usual ones, for all
 * time.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired, published already), `version-stale`.
 */
export const publishInstrument = (context: Context, actor: Actor, at: At): Promise<Instrument> =>
  perform(context, actor, async tx => {
    const held = await holdInstrument(context, tx, actor, { instrumentId: at.id, verb: 'instrument.edit' })
    requirePublication(held.instrument, 'draft')
    await ensurePolicy(context, tx, actor, at.id)
    const updated = await updateInstrument(tx, at, { publication: 'published' })
    const published = await requireEdited(updated, at.version, () => findInstrument(tx, at.id))
    const deed = { verb: 'publish', noun: 'instrument', nounId: at.id, actedAs: held.actedAs }
    await record(context, tx, actor, deed)
    return published
  })

/**
 * Makes a published instrument a draft again: nobody finds or books it; bookings that stand are kept.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired, a draft already), `version-stale`.
 */
export const withdrawInstrument = (context: Context, actor: Actor, at: At): Promise<Instrument> =>
  perform(context, actor, async tx => {
    const held = await holdInstrument(context, tx, actor, { instrumentId: at.id, verb: 'instrument.edit' })
    requirePublication(held.instrument, 'published')
    const updated = await updateInstrument(tx, at, { publication: 'draft' })
    const withdrawn = await requireEdited(updated, at.version, () => findInstrument(tx, at.id))
    const deed = { verb: 'withdraw', noun: 'instrument', nounId: at.id, actedAs: held.actedAs }
    await record(context, tx, actor, deed)
    return withdrawn
  })

/**
 * Takes an instrument out of service for good; its history stays.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (retired already), `version-stale`, `in-use`
 *   with a booking that is still to come: staff decide about those first.
 */
export const retireInstrument = (context: Context, actor: Actor, at: At): Promise<Instrument> =>
  perform(context, actor, async tx => {
    const held = await holdInstrument(context, tx, actor, { instrumentId: at.id, verb: 'instrument.edit' })
    const retiredAt = context.clock.now()
    const [waiting] = await unfinishedBookingsOf(tx, { instrumentId: at.id, now: retiredAt })
    if (waiting !== undefined) refuseInUse(waiting.id)
    const updated = await updateInstrument(tx, at, { retiredAt })
    const retired = await requireEdited(updated, at.version, () => findInstrument(tx, at.id))
    const deed = { verb: 'retire', noun: 'instrument', nounId: at.id, actedAs: held.actedAs }
    await record(context, tx, actor, deed)
    return retired
  })

/** Fields left undefined are not said; null says that there is none. */
const stated = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields

/** An instrument is looked for by its names, by what it is, and by what stands on it. */
const keyOf = (of: InstrumentFields) =>
  searchKeyOf([of.name, of.nameEn, of.maker, of.model, of.technique, of.resourceClass, of.assetNumber])

function requireSound({ exclusive, capacity, resourceClass, details }: Instrument): void {
  const refusals: Refusal[] = detailFaults(resourceClass, details).map(({ code, path }) => ({
    code: 'invalid-value',
    field: ['details', ...path].join('.'),
    fault: code,
  }))
  if (exclusive && capacity !== 1) {
    refusals.push({ code: 'invalid-value', field: 'capacity', fault: 'one-place-where-exclusive' })
  }
  if (refusals.length > 0) refuse(...refusals)
}

interface InstrumentChange {
  readonly before: Instrument
  readonly after: Instrument
  readonly now: Instant
}

/**
 * Local days of past bookings are reported in the zone; the overlap guard rests on `exclusive`, the other
 * on places.
 */
async function requireBookingsKept(tx: Tx, { before, after, now }: InstrumentChange): Promise<void> {
  if (before.zone !== after.zone || before.exclusive !== after.exclusive) {
    const booked = await anyBookingOf(tx, before.id)
    if (booked !== undefined) refuseInUse(booked)
  }
  if (after.capacity < before.capacity) {
    const unfinished = await unfinishedBookingsOf(tx, { instrumentId: before.id, now })
    const crowded = firstCrowded(unfinished, after.capacity)
    if (crowded !== undefined) refuseInUse(crowded.id)
  }
}

const joins = (before: Instrument, after: Instrument) =>
  before.poolId !== after.poolId ||
  before.exclusive !== after.exclusive ||
  before.resourceClass !== after.resourceClass ||
  before.zone !== after.zone

function requirePublication({ publication }: Instrument, allowed: 'draft' | 'published'): void {
  if (publication !== allowed) refuse({ code: 'wrong-state', state: publication, allowed: [allowed] })
}

const refuseInUse = (bookingId: string) => refuse({ code: 'in-use', noun: 'booking', id: bookingId })

/**
 * Places and the day of commissioning count for the past too: what was summed up with others no longer holds.
 */
const changesReports = (before: Instrument, after: Instrument) =>
  before.capacity !== after.capacity || before.commissionedOn !== after.commissionedOn

import { amount, instant } from '../../src/domain/units.ts'
import { approve, reject } from '../../src/operations/bookings/approval.ts'
import { checkIn, checkOut, markNoShow } from '../../src/operations/bookings/attendance.ts'
import { book, type BookingDraft } from '../../src/operations/bookings/book.ts'
import { cancel } from '../../src/operations/bookings/cancel.ts'
import { changePlaces, extend, reschedule } from '../../src/operations/bookings/change.ts'
import { sweepBookings } from '../../src/operations/bookings/sweep.ts'
import { grant } from '../../src/operations/ledger/grant.ts'
import { reverse } from '../../src/operations/ledger/reverse.ts'
import { addOutage } from '../../src/operations/outages.ts'
import type { Actor } from '../../src/operations/perform.ts'
import type { Command } from './commands.ts'
import type { ModelBooking, ModelHolder } from './model.ts'
import {
  actorOf,
  awaiting,
  bookingOf,
  claimWished,
  grantOf,
  keyedOf,
  passing,
  reversalOf,
  slotOf,
  transferOf,
} from './predict.ts'
import type { World } from './world.ts'

type Of<Kind extends Command['kind']> = Command & { kind: Kind }

/**
 * Prepares a command for the world: what it points at is looked up in the model as it stands now, so that the
 * work can be started before or after the model moves on. The work gives the id of the booking it made.
 */
export function prepare(world: World, command: Command): () => Promise<string | undefined> {
  switch (command.kind) {
    case 'book':
      return preparedBook(world, command)
    case 'move':
    case 'extend':
    case 'places':
      return preparedChange(world, command)
    case 'cancel':
    case 'approve':
    case 'reject':
    case 'checkIn':
    case 'checkOut':
    case 'noShow':
      return preparedEnd(world, command)
    case 'pass':
    case 'await':
      return preparedPassing(world, command)
    case 'grant':
      return preparedGrant(world, command)
    case 'reverse':
      return preparedReversal(world, command)
    case 'outage':
      return preparedOutage(world, command)
    case 'repeat':
      return preparedRepeat(world, command)
    default:
      return command satisfies never
  }
}

/** The Idempotency-Key under which the next booking is asked for. */
const keyOf = (acts: number) => `key-${acts}`

interface Asked {
  readonly actor: Actor
  readonly draft: BookingDraft
}

/** What was asked under each key, so that it can be asked again. */
const askedInWorlds = new WeakMap<World, Map<string, Asked>>()

const askedIn = (world: World): Map<string, Asked> => {
  const asked = askedInWorlds.get(world) ?? new Map<string, Asked>()
  askedInWorlds.set(world, asked)
  return asked
}

function preparedBook(world: World, command: Of<'book'>) {
  const { model } = world
  const key = keyOf(model.acts)
  const { start, end } = slotOf(model, command.slot)
  const personAt = (index: number) => model.people[index]?.id ?? ''
  const fingerprint = JSON.stringify(command)
  const actor: Actor = { personId: personAt(command.who), once: { key, fingerprint } }
  const draft: BookingDraft = {
    instrumentId: command.where === 3 ? null : (model.instruments[command.where]?.id ?? ''),
    poolId: command.where === 3 ? world.poolId : null,
    projectId: command.project === null ? null : (model.projects[command.project]?.id ?? ''),
    allianceId: command.throughAlliance ? world.allianceId : null,
    agreementId: null,
    forPersonId: command.forWhom === null ? null : personAt(command.forWhom),
    start: instant(start),
    end: instant(end),
    places: command.places,
    kind: 'use',
    title: null,
    details: command.customsNotice ? { customsNotice: '海关2026-1' } : {},
    overrideReason: command.override ? 'urgent' : null,
  }
  askedIn(world).set(key, { actor, draft })
  return async () => (await book(world.context, actor, draft)).id
}

function preparedRepeat(world: World, command: Of<'repeat'>) {
  const known = keyedOf(world.model, command.pick)
  const asked = known === undefined ? undefined : askedIn(world).get(known.key)
  return async () => {
    if (asked?.actor.once === undefined) return undefined
    const fingerprint = command.changed ? 'something else' : asked.actor.once.fingerprint
    const once = { ...asked.actor.once, fingerprint }
    return (await book(world.context, { ...asked.actor, once }, asked.draft)).id
  }
}

const missing: Pick<ModelBooking, 'id' | 'version'> = { id: 'bkg_none', version: 1 }

type EndCommand = Of<'cancel' | 'approve' | 'reject' | 'checkIn' | 'checkOut' | 'noShow'>
type ChangeCommand = Of<'move'> | Of<'extend'> | Of<'places'>

function addressed(world: World, command: ChangeCommand | EndCommand) {
  const { model } = world
  const booking = bookingOf(model, command.pick)
  const actor = booking === undefined ? model.people[0] : actorOf(model, command.by, booking)
  const { id, version } = booking ?? missing
  return {
    actor: { personId: actor?.id ?? '' },
    edited: { bookingId: id, version: command.stale ? version + 1 : version },
    booking,
  }
}

function preparedChange(world: World, command: ChangeCommand) {
  const { context, model } = world
  const { actor, edited, booking } = addressed(world, command)
  const overrideReason = command.override ? 'urgent' : null
  if (booking === undefined) {
    const nowhere = { ...edited, end: instant(model.now), overrideReason }
    return async () => (await extend(context, actor, nowhere), undefined)
  }
  const claim = claimWished(model, command, booking)
  const start = instant(claim.start)
  const end = instant(claim.end)
  const instrumentId = command.kind === 'move' && command.where !== null ? claim.instrument.id : null
  return async () => {
    if (command.kind === 'move')
      await reschedule(context, actor, { ...edited, start, end, instrumentId, overrideReason })
    else if (command.kind === 'extend') await extend(context, actor, { ...edited, end, overrideReason })
    else await changePlaces(context, actor, { ...edited, places: claim.places, overrideReason })
    return undefined
  }
}

function preparedEnd(world: World, command: EndCommand) {
  const { context } = world
  const { actor, edited } = addressed(world, command)
  const work = {
    cancel: () => cancel(context, actor, { ...edited, reason: null }),
    approve: () => approve(context, actor, { ...edited, reason: null }),
    reject: () => reject(context, actor, { ...edited, reason: 'full' }),
    checkIn: () => checkIn(context, actor, edited),
    checkOut: () => checkOut(context, actor, { ...edited, samples: 1 }),
    noShow: () => markNoShow(context, actor, edited),
  }[command.kind]
  return async () => {
    await work()
    return undefined
  }
}

function preparedPassing(world: World, command: Of<'pass' | 'await'>) {
  const { context, model } = world
  const now = instant(command.kind === 'pass' ? passing(model, command) : awaiting(model, command))
  return async () => {
    context.clock.moveTo(now)
    if (command.kind === 'pass' && command.sweep) await sweepBookings(context)
    return undefined
  }
}

const holderOf = ({ kind, id }: ModelHolder) => ({ kind, id })

function preparedGrant(world: World, command: Of<'grant'>) {
  const { context, model, ledgerId } = world
  const { from, to, units, period } = grantOf(model, command)
  const line = { from: from === null ? null : holderOf(from), to: holderOf(to), amount: amount(units) }
  const periodId = command.period === null ? null : (period?.id ?? null)
  const actor = { personId: model.people[command.by]?.id ?? '' }
  const draft = { ledgerId, periodId, lines: [line], documentNumber: '文号1', reason: null }
  return async () => {
    await grant(context, actor, draft)
    return undefined
  }
}

function preparedReversal(world: World, command: Of<'reverse'>) {
  const { context, model } = world
  if (transferOf(model, command) === undefined) return async () => undefined
  const { transfer, units, replacement, reason } = reversalOf(model, command)
  const actor = { personId: model.people[command.by]?.id ?? '' }
  const draft = {
    transferId: transfer.id,
    amount: units === null ? null : amount(units),
    replacement: replacement === null ? null : amount(replacement),
    reason,
  }
  return async () => {
    await reverse(context, actor, draft)
    return undefined
  }
}

function preparedOutage(world: World, command: Of<'outage'>) {
  const { context, model } = world
  const { start, end } = slotOf(model, command.slot)
  const instrumentId = model.instruments[command.where]?.id ?? ''
  const actor = { personId: model.people[command.by]?.id ?? '' }
  const span = { start: instant(start), end: instant(end) }
  return async () => {
    await addOutage(context, actor, { ...span, instrumentId, kind: 'planned', reason: null })
    return undefined
  }
}

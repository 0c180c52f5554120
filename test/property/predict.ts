import type { By, Command, SlotWish } from './commands.ts'
import { midnightAfter, tickMilliseconds } from './clockFace.ts'
import {
  isLive,
  isStaff,
  type Model,
  type ModelBooking,
  type ModelInstrument,
  type ModelPerson,
  No,
  type Wish,
} from './model.ts'
import { approve, cancel, checkIn, checkOut, markNoShow, reject, sweep } from './modelEnds.ts'
import { grant, placeHolds, releaseHolds, reverse } from './modelQuota.ts'
import { payerOf, rulesBroken, termOf } from './modelRules.ts'

/** What the model expects: acceptance when there are no codes. */
export interface Prediction {
  readonly codes: readonly string[]
  /** The booking made, by its place in the list. */
  readonly booking: number | null
}

type Of<Kind extends Command['kind']> = Command & { kind: Kind }
export type ChangeCommand = Of<'move'> | Of<'extend'> | Of<'places'>
type EndCommand = Of<'cancel' | 'approve' | 'reject' | 'checkIn' | 'checkOut' | 'noShow'>

/** Tells how a command will end and, where it is accepted, brings the model to where the world will be. */
export function predict(model: Model, command: Command): Prediction {
  try {
    const booking = apply(model, command)
    return { codes: [], booking: booking === undefined ? null : model.bookings.indexOf(booking) }
  } catch (error) {
    if (error instanceof No) return { codes: [...new Set(error.codes)].toSorted(), booking: null }
    throw error
  }
}

function apply(model: Model, command: Command): ModelBooking | undefined {
  switch (command.kind) {
    case 'book':
      return book(model, command)
    case 'move':
    case 'extend':
    case 'places':
      return change(model, command)
    case 'cancel':
    case 'approve':
    case 'reject':
    case 'checkIn':
    case 'checkOut':
    case 'noShow':
      return end(model, command)
    case 'pass':
      model.now = passing(model, command)
      if (command.sweep) sweep(model)
      return undefined
    case 'await':
      model.now = awaiting(model, command)
      return undefined
    case 'grant':
      grant(model, grantOf(model, command))
      return undefined
    case 'reverse':
      if (transferOf(model, command) !== undefined) reverse(model, reversalOf(model, command))
      return undefined
    case 'outage':
      addOutage(model, command)
      return undefined
    case 'repeat': {
      const known = keyedOf(model, command.pick)
      if (known === undefined) return undefined
      if (command.changed) throw new No('idempotency-mismatch')
      if (known.codes.length > 0) throw new No(...known.codes)
      return known.booking === null ? undefined : model.bookings[known.booking]
    }
    default:
      return command satisfies never
  }
}

// What a command points at, for the model and for the world alike.

export const slotOf = (model: Model, wish: SlotWish) => {
  const { zone, now, poolRules } = model.shape
  const midnight = midnightAfter(zone, model.now, wish.day)
  const start = midnight + (wish.quarter * 3 + wish.offBy) * tickMilliseconds
  if (poolRules.bookingUnit === 'time' || wish.quarters === 0 || now > start)
    return { start, end: start + wish.quarters * 3 * tickMilliseconds }
  // Where whole days are booked most wishes are for some.
  const first = wish.offBy > 0 ? start : midnight
  const end = midnightAfter(zone, model.now, wish.day + 1 + (wish.quarters % 5))
  return { start: first, end: Math.max(end, first + tickMilliseconds) }
}

/** Those that are still open come first. */
export function bookingOf(model: Model, pick: number): ModelBooking | undefined {
  const open = (each: ModelBooking) => isLive(each) && each.state !== 'completed'
  const ordered = [
    ...model.bookings.filter(open).toReversed(),
    ...model.bookings.filter(each => !open(each)).toReversed(),
  ]
  return ordered[pick % Math.max(1, ordered.length)]
}

export function actorOf(model: Model, by: By, booking: ModelBooking): ModelPerson {
  const [, , , , , oscar, , manager, keeper] = model.people as ModelPerson[] & { length: 11 }
  const people = { owner: booking.person, manager, keeper, stranger: oscar }
  return people[by] as ModelPerson
}

export const transferOf = (model: Model, command: Of<'reverse'>) =>
  model.transfers.toReversed()[command.pick % Math.max(1, model.transfers.length)]

export const keyedOf = (model: Model, pick: number) =>
  model.keyed.toReversed()[pick % Math.max(1, model.keyed.length)]

export const passing = (model: Model, command: Of<'pass'>) =>
  Math.min(model.now + command.ticks * tickMilliseconds, latest(model))

/** Goes to a moment near the start or end of a booking, if that lies ahead. */
export const awaiting = (model: Model, command: Of<'await'>) => {
  const booking = bookingOf(model, command.pick)
  const wanted = booking === undefined ? model.now : booking[command.edge] + command.ticks * tickMilliseconds
  return Math.max(model.now, Math.min(wanted, latest(model), model.now + 3 * 86_400_000))
}

/** Worlds live for twelve days: the clocks of the model reach no further than so. */
const latest = (model: Model) => model.shape.now + 12 * 86_400_000

export function grantOf(model: Model, command: Of<'grant'>) {
  const from = command.from === null ? null : (model.holders[command.from] ?? null)
  const to = model.holders[command.to]
  if (to === undefined) throw new Error('a grant has a receiver')
  const open = model.periods.filter(period => period.id !== null)
  const period =
    command.period === null
      ? model.periods.find(each => each.start <= model.now && model.now < each.end)
      : (open[command.period] ?? open[0])
  return { by: model.people[command.by]?.admin ?? 'none', from, to, units: command.units, period } as const
}

export function reversalOf(model: Model, command: Of<'reverse'>) {
  const transfer = transferOf(model, command)
  if (transfer === undefined) throw new Error('there is something to reverse')
  const { units, replacement, reason } = command
  return { by: model.people[command.by]?.admin ?? 'none', transfer, units, replacement, reason } as const
}

const personAt = (model: Model, index: number): ModelPerson => {
  const person = model.people[index]
  if (person === undefined) throw new Error(`nobody is ${index}`)
  return person
}

function book(model: Model, command: Of<'book'>): ModelBooking {
  const actor = personAt(model, command.who)
  const person = command.forWhom === null ? actor : personAt(model, command.forWhom)
  const wish = (instrument: ModelInstrument): Wish => ({
    kind: 'new',
    instrument,
    rules: instrument.rules,
    actor,
    person,
    bookedBy: actor,
    project: command.project === null ? null : (model.projects[command.project] ?? null),
    throughAlliance: command.throughAlliance,
    customsNotice: command.customsNotice,
    ...slotOf(model, command.slot),
    places: command.places,
    changed: null,
  })
  const tried = command.where === 3 ? model.instruments.slice(0, 2) : [model.instruments[command.where]]
  const refusedBy: (readonly string[])[] = []
  for (const instrument of freeFirst(model, tried as ModelInstrument[], wish)) {
    if (command.override && !isStaff(actor, instrument, model)) throw new No('not-allowed')
    const codes = rulesBroken(model, wish(instrument), command.override)
    if (codes.length === 0) return accept(model, wish(instrument))
    refusedBy.push(codes)
  }
  const nearest = refusedBy.toSorted((a, b) => a.length - b.length)[0] ?? []
  throw new No(...nearest, ...(command.where === 3 ? ['pool-full'] : []))
}

/** Of a pool, the units whose time is free are asked first, in order of id, then one whose time is gone. */
function freeFirst(model: Model, units: readonly ModelInstrument[], wish: (of: ModelInstrument) => Wish) {
  if (units.length === 1) return units
  const isTaken = (unit: ModelInstrument) => {
    const { start, end } = wish(unit)
    return model.bookings.some(
      each =>
        isLive(each) && each.instrument === unit && each.start < end + unit.turnaround && start < each.until,
    )
  }
  return [...units.filter(unit => !isTaken(unit)), ...units.filter(isTaken).slice(0, 1)]
}

function accept(model: Model, wish: Wish): ModelBooking {
  const payer = payerOf(wish)
  if (payer.project === null) throw new Error('an accepted booking has a project')
  const term = termOf(model, wish)
  const booking: ModelBooking = {
    id: '',
    instrument: wish.instrument,
    person: wish.person,
    bookedBy: wish.bookedBy,
    project: payer.project,
    throughAlliance: term === 'alliance',
    customsNotice: wish.customsNotice,
    createdAt: model.now,
    version: 1,
    checkedInAt: null,
    holds: [],
    ...claimOf(wish),
    ...waiting(model, wish),
  }
  model.bookings.push(booking)
  placeHolds(model, booking, wish, { term, payer })
  return booking
}

const claimOf = (wish: Wish) => ({
  start: wish.start,
  end: wish.end,
  until: wish.end + wish.instrument.turnaround,
  places: wish.places,
  rules: wish.rules,
})

/** Where staff approve, others wait: no longer than the hold, and not past the start. */
function waiting(model: Model, wish: Wish): Pick<ModelBooking, 'state' | 'expiresAt'> {
  if (wish.rules.approval === 'none' || isStaff(wish.actor, wish.instrument, model))
    return { state: 'confirmed', expiresAt: null }
  return {
    state: 'requested',
    expiresAt: Math.min(wish.start, model.now + wish.rules.approvalHoldSeconds * 1000),
  }
}

/** Whose booking it is: its user, who booked it, or staff; to others it does not exist. */
function edited(model: Model, command: ChangeCommand | EndCommand) {
  const booking = bookingOf(model, command.pick)
  if (booking === undefined) throw new No('not-found')
  const actor = actorOf(model, command.by, booking)
  const staff = isStaff(actor, booking.instrument, model)
  if (!staff && actor !== booking.person && actor !== booking.bookedBy) throw new No('not-found')
  if (command.stale) throw new No('version-stale')
  return { booking, actor, staff }
}

function end(model: Model, command: EndCommand): undefined {
  const { booking, staff } = edited(model, command)
  const steps = { cancel, approve, reject, checkIn, checkOut, noShow: markNoShow }
  steps[command.kind](model, booking, staff)
}

export function claimWished(model: Model, command: ChangeCommand, booking: ModelBooking) {
  const { start, end, places, instrument } = booking
  switch (command.kind) {
    case 'move': {
      const target = command.where === null ? instrument : (model.instruments[command.where] ?? instrument)
      return { ...slotOf(model, command.slot), places, instrument: target }
    }
    case 'extend':
      return { start, end: end + command.steps * tickMilliseconds, places, instrument }
    case 'places':
      return { start, end, places: command.places, instrument }
    default:
      return command satisfies never
  }
}

function change(model: Model, command: ChangeCommand): undefined {
  const { booking, actor, staff } = edited(model, command)
  const moves = command.kind === 'move'
  const open =
    booking.state === 'requested' || booking.state === 'confirmed' || (!moves && booking.state === 'in_use')
  if (!open) throw new No('wrong-state')
  const claim = claimWished(model, command, booking)
  if (command.override && !staff) throw new No('not-allowed')
  if (claim.start >= claim.end) throw new No('too-short')
  // Staff of the old instrument speak for it alone.
  const own = actor === booking.person || actor === booking.bookedBy
  if (!isStaff(actor, claim.instrument, model) && (command.override || !own)) throw new No('not-allowed')
  const wish: Wish = {
    kind: command.kind,
    rules: moves ? claim.instrument.rules : booking.rules,
    actor,
    person: booking.person,
    bookedBy: actor === booking.person ? actor : booking.bookedBy,
    project: booking.project,
    throughAlliance: booking.throughAlliance,
    customsNotice: booking.customsNotice,
    changed: booking,
    ...claim,
  }
  const codes = rulesBroken(model, wish, command.override)
  if (!command.override && !staff && takesBack(booking, wish) && isLateFor(model, booking))
    codes.push('change-window-passed')
  if (codes.length > 0) throw new No(...codes)
  releaseHolds(model, booking)
  Object.assign(booking, claimOf(wish), { instrument: claim.instrument, version: booking.version + 1 })
  if (moves) Object.assign(booking, waiting(model, wish))
  placeHolds(model, booking, wish, { term: termOf(model, wish), payer: payerOf(wish) })
}

/** Taking more time or more places is judged by the rules alone. */
const takesBack = (booking: ModelBooking, wish: Wish) =>
  wish.kind === 'move' || wish.end < booking.end || wish.places < booking.places

/** Too late within the change window, and as soon as cancelling would cost something. */
const isLateFor = (model: Model, { start, state, rules }: ModelBooking) => {
  const free = state === 'requested' || (rules.lateCancel === 'forfeit' && rules.lateCancelForfeit === 0)
  const window = free
    ? rules.changeWindowSeconds
    : Math.max(rules.changeWindowSeconds, rules.cancelWindowSeconds)
  return start < model.now || start - model.now < window * 1000
}

function addOutage(model: Model, command: Of<'outage'>) {
  const instrument = model.instruments[command.where] as ModelInstrument
  const { start, end } = slotOf(model, command.slot)
  if (!isStaff(personAt(model, command.by), instrument, model)) throw new No('not-allowed')
  if (end <= start) throw new No('invalid-value')
  model.outages.push({ instrument, start, end })
}

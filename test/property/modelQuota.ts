import type { PolicyRules } from '../../src/domain/policy.ts'
import { faceAt, ticksIn, tickSeconds } from './clockFace.ts'
import {
  type Model,
  type ModelBooking,
  type ModelHolder,
  type ModelLot,
  type ModelPeriod,
  type ModelTransfer,
  No,
  yearEnd,
  type Payer,
  type Wish,
} from './model.ts'

const availableIn = (lot: ModelLot) => lot.granted - lot.held - lot.used - lot.forfeited

/**
 * Place-seconds; where whole days are booked, the days that begin in the part, the first one cut off or not.
 */
function unitsOf(model: Model, rules: PolicyRules, part: Stretch, whole: Stretch): number {
  if (rules.bookingUnit === 'time') return ticksIn(part.start, part.end).length * tickSeconds
  const dates = (of: Stretch) => ticksIn(of.start, of.end).map(at => faceAt(model.shape.zone, at).date)
  const before = new Set(dates({ start: whole.start, end: part.start }))
  return new Set(dates(part).filter(date => !before.has(date))).size
}

interface Stretch {
  readonly start: number
  readonly end: number
}

const nameOf = (holder: { readonly kind: string; readonly id: string }) => `${holder.kind} ${holder.id}`

const lotsOf = (model: Model, holder: string, periodStart: number) =>
  model.lots.filter(lot => lot.holder === holder && lot.periodStart === periodStart)

function lotOf(model: Model, holder: string, kind: ModelLot['kind'], periodStart: number): ModelLot {
  const known = lotsOf(model, holder, periodStart).find(lot => lot.kind === kind)
  if (known !== undefined) return known
  const lot = { holder, kind, periodStart, granted: 0, held: 0, used: 0, forfeited: 0 }
  model.lots.push(lot)
  return lot
}

/**
 * The nearest holder that has a lot in the period pays alone: project, group, institution, a pooled reserve.
 */
function payingLot(model: Model, payer: Payer, period: ModelPeriod): ModelLot | undefined {
  const reserve = model.holders.find(each => each.kind === 'reserve')
  const holders = [
    `project ${payer.project?.id}`,
    `group ${payer.groupId}`,
    `institution ${payer.institutionId}`,
    ...(model.shape.pooled && reserve !== undefined ? [nameOf(reserve)] : []),
  ]
  return holders
    .flatMap(holder => lotsOf(model, holder, period.start).filter(lot => lot.kind === 'base'))
    .at(0)
}

const partIn = (period: ModelPeriod, of: Stretch): Stretch => ({
  start: Math.max(period.start, of.start),
  end: Math.min(period.end, of.end),
})

const isPart = (part: Stretch) => part.start < part.end

/** What the wish's own booking holds now is free again for it. */
const ownHold = (model: Model, wish: Wish, lot: ModelLot) =>
  (wish.changed?.holds ?? [])
    .map(index => model.transfers[index])
    .reduce((sum, hold) => (hold?.source === lot ? sum + hold.amount : sum), 0)

export function quotaRefusal(
  model: Model,
  wish: Wish,
  term: 'own' | 'alliance' | 'none',
  payer: Payer,
): string[] {
  if (term !== 'alliance' || payer.institutionId === null || model.shape.quota !== 'enforced') return []
  let covered = 0
  for (const period of model.periods) {
    const part = partIn(period, wish)
    if (!isPart(part)) continue
    covered += part.end - part.start
    const needed = unitsOf(model, wish.rules, part, wish) * wish.places
    if (needed === 0) continue
    const lot = payingLot(model, payer, period)
    const available = lot === undefined ? 0 : availableIn(lot) + ownHold(model, wish, lot)
    if (available < needed) return ['quota-exhausted']
  }
  return covered < wish.end - wish.start ? ['no-period'] : []
}

/** Holds the time of an accepted wish, a leg for each period it lies in. */
export function placeHolds(
  model: Model,
  booking: ModelBooking,
  wish: Wish,
  by: { readonly term: string; readonly payer: Payer },
) {
  const { quota } = model.shape
  if (by.term !== 'alliance' || quota === 'none') return
  if (quota === 'tracked') openYearFor(model, wish.end)
  for (const period of model.periods) {
    const part = partIn(period, wish)
    if (!isPart(part)) continue
    const units = unitsOf(model, wish.rules, part, wish) * wish.places
    if (units === 0) continue
    const lot =
      quota === 'tracked'
        ? lotOf(model, `institution ${by.payer.institutionId}`, 'tracked', period.start)
        : payingLot(model, by.payer, period)
    if (lot === undefined) throw new Error('an accepted booking has a payer')
    booking.holds.push(post(model, { op: 'hold', kind: 'use', source: lot, amount: units }))
  }
}

/** Time that is only tracked always has a period: what is left of the calendar year. */
function openYearFor(model: Model, until: number) {
  const reached = Math.max(...model.periods.map(period => period.end))
  if (until > reached) model.periods.push({ id: null, start: reached, end: yearEnd })
}

export function releaseHolds(model: Model, booking: ModelBooking) {
  for (const hold of takeHolds(model, booking)) {
    post(model, { op: 'release', kind: 'use', source: hold.source, amount: hold.amount, original: hold })
  }
}

/** The share of each hold that is lost is rounded down. */
export function forfeitHolds(model: Model, booking: ModelBooking, basisPoints: number) {
  for (const hold of takeHolds(model, booking)) {
    post(model, { op: 'settle', kind: 'use', source: hold.source, amount: 0, original: hold })
    const lost = Math.floor((hold.amount * basisPoints) / 10_000)
    if (lost > 0) post(model, { op: 'post', kind: 'forfeit', source: hold.source, amount: lost })
  }
}

/** Holds pay in order of time; then what the last lot has; the rest is owed. */
export function settle(model: Model, booking: ModelBooking, charged: number) {
  let left = charged
  let last: ModelLot | null = null
  for (const hold of takeHolds(model, booking)) {
    const used = Math.min(left, hold.amount)
    post(model, { op: 'settle', kind: 'use', source: hold.source, amount: used, original: hold })
    left -= used
    last = hold.source
  }
  if (last === null || left === 0) return
  const paid = last.kind === 'tracked' ? left : Math.min(left, Math.max(0, availableIn(last)))
  if (paid > 0) post(model, { op: 'post', kind: 'overrun', source: last, amount: paid })
  if (left > paid) {
    const debt = lotOf(model, last.holder, 'debt', last.periodStart)
    post(model, { op: 'post', kind: 'overrun', source: debt, amount: left - paid })
  }
}

function takeHolds(model: Model, booking: ModelBooking): ModelTransfer[] {
  const holds = booking.holds.map(index => model.transfers[index] as ModelTransfer)
  booking.holds = []
  return holds
}

export interface GrantWish {
  readonly by: 'alliance' | 'member' | 'none'
  readonly from: ModelHolder | null
  readonly to: ModelHolder
  readonly units: number
  readonly period: ModelPeriod | undefined
}

/** Moves quota down: the supply fills the reserve, which gives to all; institutions and groups pass on. */
export function grant(model: Model, wish: GrantWish) {
  const { from, to, units, period } = wish
  const suballocates =
    (from?.kind === 'institution' && (to.kind === 'group' || to.kind === 'project')) ||
    (from?.kind === 'group' && to.kind === 'project')
  const grants = from === null ? to.kind === 'reserve' : from.kind === 'reserve' && to.kind !== 'reserve'
  if (units < 1 || (!grants && !suballocates)) throw new No('invalid-value')
  const mayDo = grants ? 'alliance' : 'member'
  const ownInstitution = grants || from?.institutionId === model.memberIds[0]
  if (wish.by !== mayDo || !ownInstitution) throw new No('not-allowed')
  if (suballocates && from?.institutionId !== to.institutionId) throw new No('invalid-value')
  if (period === undefined) throw new No('no-period')
  if (from !== null && to.institutionId !== null && !model.memberIds.includes(to.institutionId))
    throw new No('not-a-member')
  const kind = grants ? 'grant' : 'suballocate'
  if (from === null) {
    post(model, {
      op: 'post',
      kind,
      destination: lotOf(model, nameOf(to), 'base', period.start),
      amount: units,
    })
    return
  }
  const source = lotsOf(model, nameOf(from), period.start).find(lot => lot.kind === 'base')
  if (source === undefined || availableIn(source) < units) throw new No('quota-exhausted')
  const receiving = lotOf(model, nameOf(to), 'base', period.start)
  const debts = model.lots
    .filter(lot => lot.holder === nameOf(to) && lot.kind === 'debt' && availableIn(lot) < 0)
    .toSorted((a, b) => a.periodStart - b.periodStart)
  let left = units
  for (const debt of debts) {
    const repaid = Math.min(left, -availableIn(debt))
    if (repaid === 0) continue
    left -= repaid
    post(model, {
      op: 'post',
      kind,
      source,
      destination: debt,
      amount: repaid,
      institutionId: from.institutionId,
    })
  }
  if (left > 0)
    post(model, {
      op: 'post',
      kind,
      source,
      destination: receiving,
      amount: left,
      institutionId: from.institutionId,
    })
}

export interface ReversalWish {
  readonly by: 'alliance' | 'member' | 'none'
  readonly transfer: ModelTransfer
  readonly units: number | null
  readonly replacement: number | null
  readonly reason: string
}

/** Takes back what a row moved, in part or whole, and may post what use really was in its place. */
export function reverse(model: Model, wish: ReversalWish) {
  const { transfer, units, replacement } = wish
  const ownInstitution = transfer.kind !== 'suballocate' || transfer.institutionId === model.memberIds[0]
  if (wish.by !== (transfer.kind === 'suballocate' ? 'member' : 'alliance') || !ownInstitution)
    throw new No('not-allowed')
  if (wish.reason.trim() === '') throw new No('reason-required')
  if (transfer.kind === 'reversal') throw new No('reversal-of-reversal')
  if (transfer.op === 'hold' || transfer.op === 'release') throw new No('wrong-state')
  if (units !== null && units < 1) throw new No('invalid-value')
  const isUse = transfer.kind === 'use' || transfer.kind === 'overrun'
  if (replacement !== null && (!isUse || units !== null || replacement < 1)) throw new No('invalid-value')
  const rest = transfer.amount - transfer.reversed
  const taken = units ?? rest
  if (rest === 0 || taken > rest) throw new No('reversal-exceeds-original')
  const { source, destination } = transfer
  if (destination !== null && destination.kind === 'base' && availableIn(destination) < taken)
    throw new No('quota-exhausted')
  if (replacement !== null && source?.kind === 'base' && availableIn(source) + taken < replacement)
    throw new No('quota-exhausted')
  post(model, { op: 'post', kind: 'reversal', source, destination, amount: taken, original: transfer })
  if (replacement !== null) post(model, { op: 'post', kind: 'use', source, amount: replacement })
}

type Posting = Pick<ModelTransfer, 'op' | 'kind' | 'amount'> & Partial<ModelTransfer>

/** Every unit stands in one column of one lot; this is the only place that moves them. */
function post(model: Model, posting: Posting): number {
  const transfer: ModelTransfer = {
    id: '',
    source: null,
    destination: null,
    original: null,
    reversed: 0,
    institutionId: null,
    ...posting,
  }
  const { op, kind, source, destination, amount, original } = transfer
  const sign = kind === 'reversal' ? -1 : 1
  const meaning = kind === 'reversal' ? original?.kind : kind
  if (original !== null && kind === 'reversal') original.reversed += amount
  if (source !== null) {
    if (op === 'hold') source.held += amount
    else if (op === 'settle' || op === 'release') source.held -= original?.amount ?? 0
    if (op !== 'hold' && op !== 'release') {
      if (meaning === 'use' || meaning === 'overrun') source.used += sign * amount
      else if (meaning === 'forfeit') source.forfeited += sign * amount
      else source.granted -= sign * amount
    }
  }
  if (destination !== null) destination.granted += sign * amount
  return model.transfers.push(transfer) - 1
}

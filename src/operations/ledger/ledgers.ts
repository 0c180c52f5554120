import type { Context } from '../../context.ts'
import type { Dates } from '../../domain/dates.ts'
import type { LedgerUnit } from '../../domain/ledger/granting.ts'
import { refuse } from '../../domain/refusal.ts'
import { span } from '../../domain/span.ts'
import type { Day, Instant } from '../../domain/units.ts'
import { dayBounds, dayExists } from '../../domain/zone.ts'
import { findAlliance } from '../../store/alliances.ts'
import type { Tx } from '../../store/database.ts'
import { findLedger, findPeriod, periodTouching } from '../../store/ledger/ledgers.ts'
import {
  ensureLedger,
  ensurePeriod,
  findLedgerOf,
  type LedgerRow,
  type PeriodRow,
} from '../../store/ledger/lots.ts'
import { endPeriodAt, isGrantedFor, lotIdsIn, paysFrom } from '../../store/ledger/periods.ts'
import { fieldsOf, requireCurrent, requireFound, requireInOrder } from '../edits.ts'
import { type Actor, perform, record, requireRole } from '../perform.ts'

export interface LedgerDraft {
  readonly allianceId: string
  readonly resourceClass: string
  readonly unit: LedgerUnit
  /** Members without an account of their own draw on the reserve. */
  readonly pooled: boolean
}

/**
 * Opens the books of an alliance for one class of resource, in the alliance's zone.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state`, `already-exists` (same class and unit).
 */
export const createLedger = (context: Context, actor: Actor, draft: LedgerDraft): Promise<LedgerRow> =>
  perform(context, actor, async tx => {
    const { allianceId } = draft
    const actedAs = await requireRole(context, tx, actor, 'quota.grant', { allianceId })
    const alliance = requireCurrent(await findAlliance(tx, allianceId), 'alliance', allianceId)
    const id = context.newId('ldg')
    await ensureLedger(tx, { ...draft, id, zone: alliance.zone, createdAt: context.clock.now() })
    const ledger = requireFound(await findLedgerOf(tx, draft), 'ledger', id)
    if (ledger.id !== id) refuse({ code: 'already-exists', noun: 'ledger', field: 'resourceClass' })
    const deed = { verb: 'add', noun: 'ledger', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return ledger
  })

/** Whole days by the ledger's clock; the last day counts. */
export interface PeriodDraft extends Dates {
  readonly ledgerId: string
  readonly name: string
  readonly endsOn: Day
}

/**
 * Opens a period, for which quota can then be granted. Periods of a ledger never share an instant.
 *
 * @throws Refused `not-allowed`, `not-found`, `invalid-value` (dates), `already-exists` (days shared).
 */
export const openPeriod = (context: Context, actor: Actor, draft: PeriodDraft): Promise<PeriodRow> =>
  perform(context, actor, async tx => {
    const { ledgerId, name } = draft
    const ledger = requireFound(await findLedger(tx, ledgerId), 'ledger', ledgerId)
    const actedAs = await requireRole(context, tx, actor, 'quota.grant', { allianceId: ledger.allianceId })
    const { start, end } = instantsOf(ledger.zone, draft)
    await tx.lock('ledger', [ledgerId])
    const other = await periodTouching(tx, ledgerId, span(start, end))
    if (other !== undefined) refuse({ code: 'already-exists', noun: 'period', field: 'startsOn' })
    const id = context.newId('prd')
    const period = { id, ledgerId, name, startsAt: start, endsAt: end, state: 'open' }
    await ensurePeriod(tx, period)
    const deed = { verb: 'open', noun: 'period', nounId: id }
    await record(context, tx, actor, { ...deed, actedAs, fields: fieldsOf(draft) })
    return period
  })

function instantsOf(zone: string, dates: PeriodDraft) {
  requireInOrder(dates)
  requireDay(zone, 'startsOn', dates.startsOn)
  requireDay(zone, 'endsOn', dates.endsOn)
  return span(dayBounds(zone, dates.startsOn).start, dayBounds(zone, dates.endsOn).end)
}

function requireDay(zone: string, field: 'startsOn' | 'endsOn', day: Day) {
  if (!dayExists(zone, day)) refuse({ code: 'invalid-value', field, fault: 'no-such-day' })
}

/** A day by the ledger's clock; it still counts. */
export interface EarlierEnd {
  readonly ledgerId: string
  readonly periodId: string
  readonly endsOn: Day
}

/**
 * Lets an open period end earlier, so that another can follow it: where use is only counted, the rest of a
 * year opens by itself and stands in the way of the next quarter. What is held or charged stays where it is,
 * so nothing may lie behind the new end; and quota that was granted was promised up to the end as it stood.
 *
 * @throws Refused `not-allowed`, `not-found`, `wrong-state` (not open), `invalid-value` (`endsOn`:
 *   `no-such-day`, `in-the-past`, `end-before-start`, `not-earlier`, `granted-to-its-end`,
 *   `booked-after-it`).
 */
export const shortenPeriod = (context: Context, actor: Actor, asked: EarlierEnd): Promise<PeriodRow> =>
  perform(context, actor, async tx => {
    const { ledgerId, periodId } = asked
    const ledger = requireFound(await findLedger(tx, ledgerId), 'ledger', ledgerId)
    const actedAs = await requireRole(context, tx, actor, 'quota.grant', { allianceId: ledger.allianceId })
    await tx.lock('ledger', [ledgerId])
    const before = await findPeriod(tx, periodId)
    if (before?.ledgerId !== ledgerId) return refuse({ code: 'not-found', noun: 'period', id: periodId })
    if (before.state !== 'open') refuse({ code: 'wrong-state', state: before.state, allowed: ['open'] })
    const endsAt = earlierEnd(ledger.zone, before, asked.endsOn, context.clock.now())
    await requireFreeFrom(tx, before, endsAt)
    await endPeriodAt(tx, before, endsAt)
    const deed = { verb: 'shorten', noun: 'period', nounId: periodId }
    await record(context, tx, actor, { ...deed, actedAs, fields: ['endsOn'] })
    return { ...before, endsAt }
  })

function earlierEnd(zone: string, period: PeriodRow, endsOn: Day, now: Instant): Instant {
  requireDay(zone, 'endsOn', endsOn)
  const { end } = dayBounds(zone, endsOn)
  if (end <= period.startsAt) refuseEnd('end-before-start')
  if (end <= now) refuseEnd('in-the-past')
  if (end >= period.endsAt) refuseEnd('not-earlier')
  return end
}

/**
 * Bookings hold the lock of their lot from when they read the periods until they are done, so with the
 * lots' locks none is under way; nobody makes another lot while the period is locked. One made in between is
 * that of a booking that may lie anywhere.
 */
async function requireFreeFrom(tx: Tx, period: PeriodRow, endsAt: Instant) {
  const lotIds = await lotIdsIn(tx, period)
  await tx.lock('lot', lotIds)
  await tx.lock('period', [period.id])
  if (await isGrantedFor(tx, period)) refuseEnd('granted-to-its-end')
  const isStill = (await lotIdsIn(tx, period)).length === lotIds.length
  if (!isStill || (await paysFrom(tx, period, endsAt))) refuseEnd('booked-after-it')
}

const refuseEnd = (fault: string) => refuse({ code: 'invalid-value', field: 'endsOn', fault })

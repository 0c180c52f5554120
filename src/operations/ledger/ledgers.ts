import type { Context } from '../../context.ts'
import type { Dates } from '../../domain/dates.ts'
import type { LedgerUnit } from '../../domain/ledger/granting.ts'
import { refuse } from '../../domain/refusal.ts'
import { span } from '../../domain/span.ts'
import type { Day } from '../../domain/units.ts'
import { dayBounds, dayExists } from '../../domain/zone.ts'
import { findAlliance } from '../../store/alliances.ts'
import { findLedger, periodTouching } from '../../store/ledger/ledgers.ts'
import {
  ensureLedger,
  ensurePeriod,
  findLedgerOf,
  type LedgerRow,
  type PeriodRow,
} from '../../store/ledger/lots.ts'
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
  for (const field of ['startsOn', 'endsOn'] as const) {
    if (!dayExists(zone, dates[field])) refuse({ code: 'invalid-value', field, fault: 'no-such-day' })
  }
  return span(dayBounds(zone, dates.startsOn).start, dayBounds(zone, dates.endsOn).end)
}

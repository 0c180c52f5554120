import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import {
  grantAmountMax,
  type GrantLine,
  grantLinesMax,
  lineKindOf,
  type QuotaHolder,
} from '../../domain/ledger/granting.ts'
import { byUrgency, drawFrom, type Leg } from '../../domain/ledger/legs.ts'
import type { LotBalance } from '../../domain/ledger/lots.ts'
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts'
import { type Amount, amount, instant } from '../../domain/units.ts'
import type { Tx } from '../../store/database.ts'
import { findLedger, findPeriod, periodTouching } from '../../store/ledger/ledgers.ts'
import {
  balanceOf,
  type LedgerRow,
  lotsOfHolder,
  type LotRow,
  type PeriodRow,
} from '../../store/ledger/lots.ts'
import type { TransferRow } from '../../store/ledger/transfers.ts'
import { requireFound } from '../edits.ts'
import { type Actor, perform, record, requireRole } from '../perform.ts'
import { debtsOf, repaying } from './debts.ts'
import { eachLine, type LineRefusal } from './eachLine.ts'
import { refuseExhausted } from './exhausted.ts'
import { ensureBaseLot, isWithin, type PlacedHolder, placeHolder, requireMember } from './holders.ts'
import { post } from './post.ts'

export interface GrantDraft {
  readonly ledgerId: string
  /** Left out: the period in which now lies. */
  readonly periodId: string | null
  readonly lines: readonly GrantLine[]
  /** The number of the document that grants it (文号). */
  readonly documentNumber: string | null
  readonly reason: string | null
}

/** A grant that was posted: one batch of transfers under one document number. */
export interface Grant {
  readonly id: string
  readonly ledgerId: string
  readonly periodId: string
  readonly documentNumber: string | null
  readonly reason: string | null
  readonly lines: readonly GrantedLine[]
  readonly transfers: readonly TransferRow[]
}

/** What came of a line: the receiver's quota in the period before and after it, in the ledger's unit. */
export interface GrantedLine {
  readonly to: QuotaHolder
  readonly amount: Amount
  readonly grantedBefore: Amount
  readonly grantedAfter: Amount
}

/**
 * Moves quota: from the supply into the reserve, from the reserve to a holder, within an institution to its
 * groups and projects. Several lines are one batch, all posted or none; each sees what those before it left.
 * A receiver's debt (超用待补) is repaid first.
 *
 * @throws Refused `not-allowed`, `not-found`, `no-period`, `period-closed`, `ledger-mismatch`,
 *   `not-a-member`, `invalid-value`, `quota-exhausted` with what is needed and, to those who see the account,
 *   what is there; those of lines with their `line`, over all lines at once.
 */
export const grant = (context: Context, actor: Actor, draft: GrantDraft): Promise<Grant> =>
  perform(context, actor, async tx => {
    const ledger = requireFound(await findLedger(tx, draft.ledgerId), 'ledger', draft.ledgerId)
    const { lines, actedAs } = await allowedLines(context, tx, actor, { draft, ledger })
    const period = await openPeriodFor(context, tx, ledger, draft.periodId)
    await eachLine(lines, async ({ from, to }) => {
      if (from !== null) await requireMember(tx, to, ledger, period)
    })
    const batch: Batch = { id: context.newId('grt'), draft, ledger, period }
    const toLotIds = await lockLots(context, tx, batch, lines)
    const posted = await eachLine(lines, async (line, index) => {
      const grantedBefore = await grantedTo(tx, batch, line.to)
      const transfers = await postLine(context, tx, actor, {
        batch,
        line,
        toLotId: toLotIds[index] as string,
      })
      const { kind, id } = line.to
      const grantedAfter = await grantedTo(tx, batch, line.to)
      return { transfers, line: { to: { kind, id }, amount: line.amount, grantedBefore, grantedAfter } }
    })
    const { documentNumber, reason } = draft
    const deed = {
      verb: 'grant',
      noun: 'grant',
      nounId: batch.id,
      actedAs,
      fields: ['lines', 'documentNumber'],
    }
    await record(context, tx, actor, { ...deed, reason })
    return {
      id: batch.id,
      ledgerId: ledger.id,
      periodId: period.id,
      documentNumber,
      reason,
      lines: posted.map(each => each.line),
      transfers: posted.flatMap(each => each.transfers),
    }
  })

interface PlacedLine {
  readonly kind: 'grant' | 'suballocate'
  readonly from: PlacedHolder | null
  readonly to: PlacedHolder
  readonly amount: Amount
}

interface Batch {
  readonly id: string
  readonly draft: GrantDraft
  readonly ledger: LedgerRow
  readonly period: PeriodRow
}

async function allowedLines(
  context: Context,
  tx: Tx,
  actor: Actor,
  of: { readonly draft: GrantDraft; readonly ledger: LedgerRow },
) {
  const { draft, ledger } = of
  const faults = faultsOf(draft.lines)
  if (faults.length > 0) throw new Refused(faults)
  const roles = new Map<string, string>()
  const lines = await eachLine(draft.lines, async (line, index): Promise<PlacedLine> => {
    const kind = lineKindOf(line)
    assert(kind !== undefined, 'lines that cannot be were refused')
    const from = line.from === null ? null : await placeHolder(tx, ledger, line.from)
    const isGrant = kind === 'grant' || from === null
    const place = isGrant ? { allianceId: ledger.allianceId } : { institutionId: from.institutionId }
    const verb = isGrant ? 'quota.grant' : 'quota.suballocate'
    const key = `${verb} ${place.institutionId ?? ''}`
    if (!roles.has(key)) roles.set(key, await requireRole(context, tx, actor, verb, place))
    const to = await placeHolder(tx, ledger, line.to)
    if (!isGrant && !isWithin(from, to)) refuse(fault(`lines/${index}/to`, 'outside-institution'))
    return { kind, from, to, amount: line.amount }
  })
  return { lines, actedAs: [...new Set(roles.values())].join(', ') }
}

function faultsOf(lines: readonly GrantLine[]): Refusal[] {
  if (lines.length === 0) return [fault('lines', 'too-few-values')]
  if (lines.length > grantLinesMax) return [fault('lines', 'too-many-values')]
  return lines.flatMap((line, index): LineRefusal[] => {
    const isInRange = line.amount >= 1 && line.amount <= grantAmountMax
    if (!isInRange) return [{ ...fault(`lines/${index}/amount`, 'out-of-range'), line: index }]
    if (lineKindOf(line) !== undefined) return []
    return [{ ...fault(`lines/${index}/to`, 'not-a-receiver'), line: index }]
  })
}

const fault = (field: string, word: string): Refusal => ({ code: 'invalid-value', field, fault: word })

async function openPeriodFor(context: Context, tx: Tx, ledger: LedgerRow, periodId: string | null) {
  const now = context.clock.now()
  const period =
    periodId === null
      ? await periodTouching(tx, ledger.id, { start: now, end: instant(now + 1) })
      : requireFound(await findPeriod(tx, periodId), 'period', periodId)
  if (period === undefined) refuse({ code: 'no-period', at: now })
  if (period.ledgerId !== ledger.id) {
    refuse({ code: 'ledger-mismatch', expected: ledger.id, given: period.ledgerId })
  }
  if (period.state === 'closed') refuse({ code: 'period-closed', periodId: period.id })
  return period
}

/** Makes the receiving lots and locks every lot that the batch may touch, in one go. */
async function lockLots(
  context: Context,
  tx: Tx,
  batch: Batch,
  lines: readonly PlacedLine[],
): Promise<string[]> {
  const { ledger, period } = batch
  const toLotIds: string[] = []
  const all: string[] = []
  for (const { from, to } of lines) {
    toLotIds.push((await ensureBaseLot(context, tx, { ledger, period, holder: to })).id)
    for (const holder of from === null ? [to] : [from, to]) {
      all.push(...(await lotsOf(tx, ledger, holder)).map(lot => lot.id))
    }
  }
  await tx.lock('lot', all)
  return toLotIds
}

const lotsOf = (tx: Tx, ledger: LedgerRow, holder: PlacedHolder): Promise<LotRow[]> =>
  lotsOfHolder(tx, { ledgerId: ledger.id, holderKind: holder.kind, holderId: holder.id })

/** The holder's quota of the period; time that is merely counted is none. */
async function grantedTo(tx: Tx, { ledger, period }: Batch, holder: PlacedHolder): Promise<Amount> {
  const lots = await lotsOf(tx, ledger, holder)
  const ofPeriod = lots.filter(lot => lot.periodId === period.id && lot.bounded)
  return amount(ofPeriod.reduce((sum, lot) => sum + lot.granted, 0))
}

async function postLine(
  context: Context,
  tx: Tx,
  actor: Actor,
  of: { readonly batch: Batch; readonly line: PlacedLine; readonly toLotId: string },
): Promise<TransferRow[]> {
  const { batch, line, toLotId } = of
  const { ledger, period, draft } = batch
  const base = {
    ledgerId: ledger.id,
    periodId: period.id,
    op: 'post',
    kind: line.kind,
    batchId: batch.id,
    effectiveAt: instant(Math.max(period.startsAt, Math.min(context.clock.now(), period.endsAt - 1))),
    reason: draft.reason,
    documentNumber: draft.documentNumber,
  } as const
  if (line.from === null) {
    return [await post(context, tx, actor, { ...base, destinationLotId: toLotId, amount: line.amount })]
  }
  const posted: TransferRow[] = []
  const debts = await debtsOf(tx, await lotsOf(tx, ledger, line.to))
  for (const part of repaying(debts, { lotId: toLotId, amount: line.amount })) {
    const sources = await sourcesOf(tx, batch, line.from)
    for (const leg of await drawOrRefuse(context, tx, actor, { batch, sources, needed: part.amount })) {
      const move = { sourceLotId: leg.lotId, destinationLotId: part.lotId, amount: leg.amount }
      posted.push(await post(context, tx, actor, { ...base, ...move }))
    }
  }
  return posted
}

/** The giver's lots of the period that hold quota of its own: neither debts nor what is merely counted. */
async function sourcesOf(tx: Tx, { ledger, period }: Batch, holder: PlacedHolder) {
  const lots = (await lotsOf(tx, ledger, holder)).filter(lot => lot.periodId === period.id && lot.bounded)
  return lots.map(balanceOf).toSorted(byUrgency)
}

interface Draw {
  readonly batch: Batch
  readonly sources: readonly LotBalance[]
  readonly needed: Amount
}

async function drawOrRefuse(context: Context, tx: Tx, actor: Actor, draw: Draw): Promise<Leg[]> {
  const { sources, needed } = draw
  const { ledger, period } = draw.batch
  const available = amount(sources.reduce((sum, lot) => sum + lot.available, 0))
  if (available >= needed) return drawFrom(sources, needed, period.startsAt)
  const accountId = sources[0]?.accountId ?? null
  const exhausted = { needed, available, unit: ledger.unit, accountId, periodId: period.id }
  return refuseExhausted(context, tx, actor, exhausted)
}

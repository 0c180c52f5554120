import { strict as assert } from 'node:assert'
import type { Context } from '../../context.ts'
import { type Dates, shareADay } from '../../domain/dates.ts'
import type { QuotaHolder } from '../../domain/ledger/granting.ts'
import { refuse } from '../../domain/refusal.ts'
import { instant } from '../../domain/units.ts'
import { localDay } from '../../domain/zone.ts'
import type { Reader, Tx } from '../../store/database.ts'
import { findGroup } from '../../store/groups.ts'
import { findInstitution } from '../../store/institutions.ts'
import {
  ensureAccount,
  ensureLot,
  type LedgerRow,
  type LotRow,
  type PeriodRow,
} from '../../store/ledger/lots.ts'
import { membershipsOf } from '../../store/memberships.ts'
import { findProject } from '../../store/projects.ts'
import { requireCurrent } from '../edits.ts'
import { emptyLot } from './holds.ts'

/** A holder with its institution in law; the reserve has none. */
export interface PlacedHolder extends QuotaHolder {
  readonly institutionId: string | null
}

/**
 * Finds the holder and its institution. @throws Refused `not-found`, `wrong-state` (retired),
 * `ledger-mismatch`.
 */
export async function placeHolder(
  reader: Reader,
  ledger: LedgerRow,
  holder: QuotaHolder,
): Promise<PlacedHolder> {
  const { kind, id } = holder
  switch (kind) {
    case 'reserve':
      if (id !== ledger.allianceId)
        refuse({ code: 'ledger-mismatch', expected: ledger.allianceId, given: id })
      return { kind, id, institutionId: null }
    case 'institution':
    case 'external':
      requireCurrent(await findInstitution(reader, id), 'institution', id)
      return { kind, id, institutionId: id }
    case 'group': {
      const { institutionId } = requireCurrent(await findGroup(reader, id), 'group', id)
      return { kind, id, institutionId }
    }
    case 'project': {
      const { institutionId } = requireCurrent(await findProject(reader, id), 'project', id)
      return { kind, id, institutionId }
    }
    default:
      return kind satisfies never
  }
}

/**
 * @throws Refused `not-a-member` where the holder's institution is no member of the alliance on any day of
 *   the
 *   period. External holders need not be.
 */
export async function requireMember(reader: Reader, holder: PlacedHolder, of: LedgerRow, period: PeriodRow) {
  const { institutionId, kind } = holder
  if (institutionId === null || kind === 'external') return
  const days = daysOf(of.zone, period)
  const held = await membershipsOf(reader, { allianceId: of.allianceId, institutionId })
  if (held.some(membership => shareADay(membership, days))) return
  refuse({ code: 'not-a-member', allianceId: of.allianceId, on: days.startsOn })
}

const daysOf = (zone: string, period: PeriodRow): Dates => ({
  startsOn: localDay(zone, period.startsAt),
  endsOn: localDay(zone, instant(period.endsAt - 1)),
})

/** Quota stays within the institution that was given it: its groups and their projects. */
export const isWithin = (from: PlacedHolder, to: PlacedHolder) => from.institutionId === to.institutionId

/** The holder's account and its base lot in the period, made where they are not there yet. */
export async function ensureBaseLot(
  context: Context,
  tx: Tx,
  of: { readonly ledger: LedgerRow; readonly period: PeriodRow; readonly holder: QuotaHolder },
): Promise<LotRow> {
  const { ledger, period, holder } = of
  assert(period.ledgerId === ledger.id, 'a period of the ledger')
  const account = await ensureAccount(tx, {
    id: context.newId('acc'),
    ledgerId: ledger.id,
    holderKind: holder.kind,
    holderId: holder.id,
    createdAt: context.clock.now(),
  })
  const place = { ledgerId: ledger.id, accountId: account.id, periodId: period.id }
  const lot = emptyLot({ ...place, validFrom: period.startsAt, validTo: period.endsAt })
  return ensureLot(tx, { ...lot, id: context.newId('lot'), kind: 'base', bounded: true })
}

import type { GrantDraft, GrantHolder } from '../../domain/imports.ts'
import type { GrantLine, QuotaHolder } from '../../domain/ledger/granting.ts'
import { unreachable } from '../../domain/refusal.ts'
import { type Amount, type Day } from '../../domain/units.ts'
import { netGrantedUnder } from '../../store/imports.ts'
import { periodCalled } from '../../store/ledger/ledgers.ts'
import { findLedgerOf, type LedgerRow } from '../../store/ledger/lots.ts'
import { grant } from '../ledger/grant.ts'
import { createLedger, openPeriod } from '../ledger/ledgers.ts'
import { requireAlliance, requireGroup, requireInstitution, requireProjectId } from './references.ts'
import { type At, rowFault, type RowOutcome } from './rows.ts'

/**
 * Grants quota out of the supply, by way of the reserve and the institution, so that every unit has its rows.
 * Known again by document number, period and holder: the same grant is not given twice, and one of another
 * amount under the same number is a fault, as only a reversal takes quota back. The alliance's ledger, and a
 * calendar year as period, are opened where they are not there yet.
 */
export async function importGrant(at: At, draft: GrantDraft): Promise<RowOutcome> {
  const { context, actor, tx } = at
  const { documentNumber, amount, resourceClass, unit } = draft
  const { id: allianceId } = await requireAlliance(tx, draft.alliance)
  const { institutionId, holder } = await holderOf(at, draft.holder)
  const of = { allianceId, resourceClass, unit }
  const ledger =
    (await findLedgerOf(tx, of)) ?? (await createLedger(context, actor, { ...of, pooled: false }))
  const periodId = await periodNamed(at, ledger, draft.period)
  const key = { periodId, documentNumber, holderKind: holder.kind, holderId: holder.id }
  const before = await netGrantedUnder(tx, key)
  if (before === amount) return 'unchanged'
  if (before !== 0) rowFault('value-conflict', 'amount', String(before))
  const lines = linesTo(holder, { allianceId, institutionId, amount })
  await grant(context, actor, { ledgerId: ledger.id, periodId, lines, documentNumber, reason: null })
  return 'created'
}

async function holderOf(
  { tx }: At,
  holder: GrantHolder,
): Promise<{ institutionId: string; holder: QuotaHolder }> {
  switch (holder.kind) {
    case 'institution': {
      const { id } = await requireInstitution(tx, holder.institution)
      return { institutionId: id, holder: { kind: 'institution', id } }
    }
    case 'group': {
      const { id, institutionId } = await requireGroup(tx, holder.group)
      return { institutionId, holder: { kind: 'group', id } }
    }
    case 'project': {
      const { id: institutionId } = await requireInstitution(tx, holder.institution)
      const id = await requireProjectId(tx, { code: holder.code, institutionId })
      return { institutionId, holder: { kind: 'project', id } }
    }
    default:
      return unreachable(holder)
  }
}

const calendarYear = /^\d{4}$/u

async function periodNamed({ context, actor, tx }: At, { id: ledgerId }: LedgerRow, name: string) {
  const known = await periodCalled(tx, ledgerId, name)
  if (known !== undefined) return known.id
  if (!calendarYear.test(name)) rowFault('reference-unknown', 'period', name)
  const dates = { startsOn: `${name}-01-01` as Day, endsOn: `${name}-12-31` as Day }
  return (await openPeriod(context, actor, { ledgerId, name, ...dates })).id
}

interface Receiving {
  readonly allianceId: string
  readonly institutionId: string
  readonly amount: Amount
}

function linesTo(holder: QuotaHolder, { allianceId, institutionId, amount }: Receiving): GrantLine[] {
  const reserve = { kind: 'reserve', id: allianceId } as const
  const institution = { kind: 'institution', id: institutionId } as const
  const lines: GrantLine[] = [
    { from: null, to: reserve, amount },
    { from: reserve, to: institution, amount },
  ]
  return holder.kind === 'institution' ? lines : [...lines, { from: institution, to: holder, amount }]
}

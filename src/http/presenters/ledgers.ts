import { instantText } from '../../contract/common.ts'
import type { GrantedDocument, GrantedRow } from '../../store/ledger/documents.ts'
import type { SeenAccount } from '../../store/ledger/figures.ts'
import type { LedgerRow, PeriodRow } from '../../store/ledger/lots.ts'

export const presentLedger = (ledger: LedgerRow) => ({
  ...ledger,
  createdAt: instantText(ledger.createdAt, ledger.zone),
})

export const presentPeriod = (period: PeriodRow, zone: string) => ({
  id: period.id,
  ledgerId: period.ledgerId,
  name: period.name,
  start: instantText(period.startsAt, zone),
  end: instantText(period.endsAt, zone),
  state: period.state,
})

export const presentDocument = (document: GrantedDocument) => ({
  ...document,
  firstRecordedAt: instantText(document.firstRecordedAt),
  lastRecordedAt: instantText(document.lastRecordedAt),
})

export const presentGrantedRow = ({ id, transfer, accountId, reversed }: GrantedRow) => ({
  id,
  ledgerId: transfer.ledgerId,
  periodId: transfer.periodId,
  accountId,
  amount: transfer.amount,
  reversed,
  documentNumber: transfer.documentNumber,
  reason: transfer.reason,
  recordedAt: instantText(transfer.recordedAt),
})

/** An account as seen. Of a competitor's groups and projects, an alliance's admin is not told the names. */
export const presentAccount = ({ account, view, lots }: SeenAccount, { unit, zone }: LedgerRow) => ({
  id: account.id,
  ledgerId: account.ledgerId,
  unit,
  holderKind: account.holderKind,
  holderId: account.holderId,
  holderName: view === 'closed-months' && hasInnerHolder(account) ? null : account.holderName,
  institutionId: account.institutionId,
  view,
  lots: lots.map(({ lot, figures }) => ({
    id: lot.id,
    periodId: lot.periodId,
    kind: lot.kind,
    validFrom: instantText(lot.validFrom, zone),
    validTo: instantText(lot.validTo, zone),
    bounded: lot.bounded,
    ...figures,
  })),
})

const hasInnerHolder = ({ holderKind }: { readonly holderKind: string }) =>
  holderKind === 'group' || holderKind === 'project'

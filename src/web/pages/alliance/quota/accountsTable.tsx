import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Account } from '../../../api/queries/accounts.ts'
import { useMe } from '../../../api/queries/me.ts'
import { Button } from '../../../kit/button.tsx'
import { type RecordColumn, RecordTable } from '../../../kit/recordTable.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useAmounts } from '../amounts.ts'
import { useHolderName } from './holderName.ts'
import { addedUp, type Column, COLUMNS, type Holding } from './holdings.ts'

interface AccountsTableProps {
  readonly allianceId: string
  readonly unit: string
  readonly holdings: readonly Holding[]
  /** Left out where the period is closed. */
  readonly onPassOn?: (account: Account, name: string) => void
}

interface HoldingRow {
  readonly holder: ReactNode
  readonly kind: string
  readonly figures: Readonly<Record<Column, number | null>>
  readonly actions: ReactNode
}

/** Who has what of a period; each name leads to its statement. */
export function AccountsTable({ allianceId, unit, holdings, onPassOn }: AccountsTableProps) {
  const { quota } = useStaffWords()
  const mayPassOn = useMayPassOn()
  const nameOf = useHolderName(allianceId)
  const isGiving = onPassOn !== undefined && holdings.some(({ account }) => mayPassOn(account))
  const columns = useColumns(unit, isGiving ? 'shown' : 'left-out')
  const rows = holdings.map(({ account, ...figures }): HoldingRow & { readonly id: string } => ({
    id: account.id,
    holder: <Link href={`/alliance/${allianceId}/quota/accounts/${account.id}`}>{nameOf(account)}</Link>,
    kind: quota.holders[account.holderKind as keyof typeof quota.holders] ?? account.holderKind,
    figures,
    actions: onPassOn !== undefined && mayPassOn(account) && (
      <PassOn name={nameOf(account)} onPress={() => onPassOn(account, nameOf(account))} />
    ),
  }))
  const sums = COLUMNS.map(column => [column, addedUp(holdings.map(each => each[column]))])
  const figures = Object.fromEntries(sums) as HoldingRow['figures']
  const total = { id: 'total', holder: quota.total, kind: '', figures, actions: null }
  const isAllTold = holdings.every(each => COLUMNS.every(column => each[column] !== null))
  return (
    <>
      <RecordTable label={quota.holder} columns={columns} rows={rows} idOf={({ id }) => id} total={total} />
      {!isAllTold && <p className="quiet">{quota.untoldHelp}</p>}
    </>
  )
}

function useColumns(unit: string, giving: 'shown' | 'left-out'): readonly RecordColumn<HoldingRow>[] {
  const { quota, common } = useStaffWords()
  const { figure } = useAmounts(unit)
  const actions: RecordColumn<HoldingRow> = {
    name: common.actions,
    look: 'actions',
    cell: row => row.actions,
  }
  return [
    { name: quota.holder, look: 'head', cell: ({ holder }) => holder },
    { name: quota.holderKind, look: 'whole', cell: ({ kind }) => kind },
    ...COLUMNS.map((column): RecordColumn<HoldingRow> => ({
      name: quota[column],
      look: 'number',
      cell: ({ figures }) => figure(figures[column]),
    })),
    ...(giving === 'shown' ? [actions] : []),
  ]
}

function PassOn({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const { quota } = useStaffWords()
  return (
    <Button look="plain" aria-label={quota.suballocateFrom(name)} onPress={onPress}>
      {quota.suballocate}
    </Button>
  )
}

/** What an institution was given, it passes on itself: its admins do, or the site's. */
function useMayPassOn(): (account: Account) => boolean {
  const appointments = useMe().data?.appointments ?? []
  return ({ holderKind, institutionId }) => {
    if (holderKind !== 'institution' && holderKind !== 'group') return false
    return appointments.some(
      ({ role, scopeId }) =>
        role === 'site-admin' || (role === 'institution-admin' && scopeId === institutionId),
    )
  }
}

import { Link } from 'wouter'
import type { Account } from '../../../api/queries/accounts.ts'
import { useMe } from '../../../api/queries/me.ts'
import { Button } from '../../../kit/button.tsx'
import { ScrollBox } from '../../../kit/page.tsx'
import { useStaffWords } from '../../../words/words.tsx'
import { useAmounts } from '../amounts.ts'
import { useHolderName } from './holderName.ts'
import { addedUp, COLUMNS, type Holding } from './holdings.ts'

interface AccountsTableProps {
  readonly allianceId: string
  readonly unit: string
  readonly holdings: readonly Holding[]
  /** Left out where the period is closed. */
  readonly onPassOn?: (account: Account, name: string) => void
}

/** Who has what of a period; each name leads to its statement. */
export function AccountsTable({ allianceId, unit, holdings, onPassOn }: AccountsTableProps) {
  const { quota, common } = useStaffWords()
  const mayPassOn = useMayPassOn()
  const isGiving = onPassOn !== undefined && holdings.some(({ account }) => mayPassOn(account))
  const { figure, unitName } = useAmounts(unit)
  const nameOf = useHolderName(allianceId)
  const passOn = (account: Account) => () => onPassOn?.(account, nameOf(account))
  const isAllTold = holdings.every(each => COLUMNS.every(column => each[column] !== null))
  return (
    <>
      <ScrollBox label={quota.holder}>
        <table>
          <thead>
            <tr>
              <th>{quota.holder}</th>
              <th>{quota.holderKind}</th>
              {COLUMNS.map(column => (
                <th key={column} className="number">
                  {quota[column]} <span className="unit">{unitName}</span>
                </th>
              ))}
              {isGiving && <th>{common.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {holdings.map(({ account, ...figures }) => (
              <tr key={account.id}>
                <th scope="row" className="name-cell">
                  <Link href={`/alliance/${allianceId}/quota/accounts/${account.id}`}>{nameOf(account)}</Link>
                </th>
                <td>
                  {quota.holders[account.holderKind as keyof typeof quota.holders] ?? account.holderKind}
                </td>
                {COLUMNS.map(column => (
                  <td key={column} className="number">
                    {figure(figures[column])}
                  </td>
                ))}
                {isGiving && (
                  <td>{mayPassOn(account) && <PassOn name={nameOf(account)} onPress={passOn(account)} />}</td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {quota.total}
              </th>
              {COLUMNS.map(column => (
                <td key={column} className="number">
                  {figure(addedUp(holdings.map(each => each[column])))}
                </td>
              ))}
              {isGiving && <td />}
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      {!isAllTold && <p className="quiet">{quota.untoldHelp}</p>}
    </>
  )
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

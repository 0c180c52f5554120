import { Link } from 'wouter'
import { ScrollBox } from '../../../kit/page.tsx'
import { useWords } from '../../../words/words.tsx'
import { useAmounts } from '../amounts.ts'
import { useHolderName } from './holderName.ts'
import { addedUp, COLUMNS, type Holding } from './holdings.ts'

interface AccountsTableProps {
  readonly allianceId: string
  readonly unit: string
  readonly holdings: readonly Holding[]
}

/** Who has what of a period; each name leads to its statement. */
export function AccountsTable({ allianceId, unit, holdings }: AccountsTableProps) {
  const { quota } = useWords()
  const { figure, unitName } = useAmounts(unit)
  const nameOf = useHolderName(allianceId)
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
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      {!isAllTold && <p className="quiet">{quota.untoldHelp}</p>}
    </>
  )
}

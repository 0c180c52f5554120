import { type Account, type Lot, useAccountsOfAll } from '../api/queries/accounts.ts'
import { useAlliances } from '../api/queries/alliances.ts'
import { type Ledger, useLedgers } from '../api/queries/ledgers.ts'
import { instantOf, now } from '../time.ts'
import { useWords } from '../words/words.tsx'
import { useNameOf } from '../words/writing.ts'

/** A lot that is valid now, with its account and what it is called. */
export interface CurrentLot {
  readonly account: Account
  readonly lot: Lot
  readonly ledger: Ledger
  readonly title: string
}

/** The reader's quota of today, their own holders first. */
export function useMyQuota(): {
  readonly lots: readonly CurrentLot[] | undefined
  readonly accounts: readonly Account[]
} {
  const { find } = useWords()
  const nameOf = useNameOf()
  const ledgers = useLedgers().data
  const accounts = useAccountsOfAll(ledgers?.map(each => each.id) ?? []).data
  const alliances = useAlliances().data
  if (ledgers !== undefined && ledgers.length === 0) return { lots: [], accounts: [] }
  if (ledgers === undefined || accounts === undefined) return { lots: undefined, accounts: [] }
  const at = now()
  const lots = accounts.flatMap(account => {
    const ledger = ledgers.find(each => each.id === account.ledgerId)
    if (ledger === undefined) return []
    const alliance = alliances?.find(each => each.id === ledger.allianceId)
    const resource = find.classes[ledger.resourceClass] ?? ledger.resourceClass
    const title = [nameOf(alliance), resource].filter(part => part !== '').join(' · ')
    return account.lots
      .filter(lot => instantOf(lot.validFrom) <= at && at < instantOf(lot.validTo))
      .map(lot => ({ account, lot, ledger, title }))
  })
  return { lots, accounts }
}

import { type LotColumns, Replay } from '../../domain/ledger/replay.ts'
import { type AccountView, accountViewOf, type LedgerViewer } from '../../domain/ledger/viewing.ts'
import type { Amount, Instant } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import { type AccountInPlace, lotsOfAccounts, movesOutOf } from './accounts.ts'
import { availableIn, type LotRow } from './lots.ts'

/** A lot's figures as far as someone may see them; null is "not told". */
export interface SeenLot {
  readonly lot: LotRow
  readonly figures: { readonly [Column in keyof LotColumns | 'available']: Amount | null }
}

export interface SeenAccount {
  readonly account: AccountInPlace
  readonly view: AccountView
  readonly lots: readonly SeenLot[]
}

export interface FiguresQuestion {
  readonly accounts: readonly AccountInPlace[]
  readonly viewer: LedgerViewer
  /** The start of the running month by the ledger's clock: months before it are over. */
  readonly monthStart: Instant
}

/**
 * Reads the figures of some accounts as the viewer may see them; accounts that they may not see are left out.
 */
export async function readFigures(reader: Reader, of: FiguresQuestion): Promise<SeenAccount[]> {
  const { accounts, viewer, monthStart } = of
  const seen = accounts.flatMap(account => {
    const view = accountViewOf(viewer, account)
    return view === undefined ? [] : [{ account, view }]
  })
  const accountIds = seen.map(({ account }) => account.id)
  const lots = accountIds.length === 0 ? [] : await lotsOfAccounts(reader, accountIds)
  const lotsSeen = (view: AccountView) => {
    const ids = new Set(seen.filter(each => each.view === view).map(each => each.account.id))
    return lots.filter(lot => ids.has(lot.accountId)).map(lot => lot.id)
  }
  const closed = await replayOf(reader, lotsSeen('closed-months'), { before: monthStart })
  const shared = await replayOf(reader, lotsSeen('share'), { institutionIds: viewer.adminOf })
  return seen.map(({ account, view }) => ({
    account,
    view,
    lots: lots
      .filter(lot => lot.accountId === account.id)
      .map(lot => ({ lot, figures: figuresOf(lot, view, { closed, shared }) })),
  }))
}

async function replayOf(reader: Reader, lotIds: readonly string[], only: Parameters<typeof movesOutOf>[2]) {
  const replay = new Replay()
  if (lotIds.length === 0) return replay
  for (const sum of await movesOutOf(reader, lotIds, only)) {
    const { lotId, op, kind, amount } = sum
    // Sums of like rows move the balances as the rows themselves would.
    const pendingId = op === 'settle' || op === 'release' ? lotId : null
    const move = { op, kind, sourceLotId: lotId, destinationLotId: null, amount, pendingId, reversalOf: null }
    replay.apply(move, { kind: sum.originalKind ?? '', amount: sum.originalAmount })
  }
  return replay
}

const untold = {
  granted: null,
  available: null,
  held: null,
  used: null,
  forfeited: null,
  expired: null,
  carried: null,
}

function figuresOf(
  lot: LotRow,
  view: AccountView,
  replays: { readonly closed: Replay; readonly shared: Replay },
): SeenLot['figures'] {
  const { granted, held, used, forfeited, expired, carried } = lot
  switch (view) {
    case 'whole':
      return { granted, available: availableIn(lot), held, used, forfeited, expired, carried }
    case 'closed-months': {
      const past = replays.closed.columnsOf(lot.id)
      return { ...untold, granted, used: past.used, forfeited: past.forfeited, expired, carried }
    }
    case 'share': {
      const own = replays.shared.columnsOf(lot.id)
      return { ...untold, held: own.held, used: own.used, forfeited: own.forfeited }
    }
    default:
      return view satisfies never
  }
}

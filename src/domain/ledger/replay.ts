import { type Amount, amount } from '../units.ts'
import type { TransferFields } from './chain.ts'

/** The columns of a lot. Every unit stands in exactly one of them; what is left over is available. */
export interface LotColumns {
  readonly granted: Amount
  readonly held: Amount
  readonly used: Amount
  readonly forfeited: Amount
  readonly expired: Amount
  readonly carried: Amount
}

/** What a transfer says about balances. */
export type Move = Pick<
  TransferFields,
  'op' | 'kind' | 'sourceLotId' | 'destinationLotId' | 'amount' | 'pendingId' | 'reversalOf'
>

/** The hold that a move resolves or the row that it reverses. */
export type Original = Pick<TransferFields, 'kind' | 'amount'>

export const LOT_COLUMNS = ['granted', 'held', 'used', 'forfeited', 'expired', 'carried'] as const
type Column = (typeof LOT_COLUMNS)[number]

/** In which column of the giving lot the units of a row come to stand; grants leave it altogether. */
const COLUMN_OF_KIND: Readonly<Record<string, Column>> = {
  use: 'used',
  overrun: 'used',
  forfeit: 'forfeited',
  expire: 'expired',
  carry: 'carried',
}

/**
 * Balances computed from the rows alone, in any order of rows: an account of the books that owes nothing to
 * the database's triggers. Used to prove a statement offline and by `jishi verify`.
 */
export class Replay {
  readonly #lots = new Map<string, Record<Column, number>>()

  /** @param original - of a settlement or release its hold, of a reversal what it reverses. */
  apply(move: Move, original: Original | undefined) {
    const { sourceLotId, destinationLotId } = move
    if (move.kind === 'reversal') return this.#reverse(move, original)
    if (move.op === 'hold') return this.#move(sourceLotId, 'held', move.amount)
    if (move.pendingId !== null) this.#move(sourceLotId, 'held', -(original?.amount ?? 0))
    if (move.op === 'release') return
    this.#take(sourceLotId, move.kind, move.amount)
    this.#move(destinationLotId, 'granted', move.amount)
  }

  /** All zero where no row has touched the lot. */
  columnsOf(lotId: string): LotColumns {
    const lot = this.#lots.get(lotId) ?? emptyColumns()
    return {
      granted: amount(lot.granted),
      held: amount(lot.held),
      used: amount(lot.used),
      forfeited: amount(lot.forfeited),
      expired: amount(lot.expired),
      carried: amount(lot.carried),
    }
  }

  lotIds(): Iterable<string> {
    return this.#lots.keys()
  }

  #reverse(move: Move, original: Original | undefined) {
    this.#take(move.sourceLotId, original?.kind ?? '', -move.amount)
    this.#move(move.destinationLotId, 'granted', -move.amount)
  }

  #take(lotId: string | null, kind: string, units: number) {
    const column = COLUMN_OF_KIND[kind]
    if (column === undefined) this.#move(lotId, 'granted', -units)
    else this.#move(lotId, column, units)
  }

  #move(lotId: string | null, column: Column, units: number) {
    if (lotId === null) return
    const lot = this.#lots.get(lotId) ?? emptyColumns()
    this.#lots.set(lotId, lot)
    lot[column] += units
  }
}

const emptyColumns = (): Record<Column, number> => ({
  granted: 0,
  held: 0,
  used: 0,
  forfeited: 0,
  expired: 0,
  carried: 0,
})

/** What is left in a lot: everything granted that stands in no other column. */
export const availableOf = (lot: LotColumns): Amount =>
  amount(lot.granted - lot.held - lot.used - lot.forfeited - lot.expired - lot.carried)

import { gt } from 'drizzle-orm'
import type { Reader } from '../../src/store/database.ts'
import type { ModelLot } from './model.ts'
import type { World } from './world.ts'

/** A balance in the database, under the name that the model has for it. */
export interface LotInBooks extends ModelLot {
  readonly expired: number
  readonly carried: number
}

/** The lots of a world by their id. */
export async function lotsById({ context, ledgerId }: World): Promise<Map<string, LotInBooks>> {
  const { q, t } = context.db.read
  const accounts = new Map((await q.select().from(t.accounts)).map(each => [each.id, each]))
  const periods = new Map((await q.select().from(t.periods)).map(each => [each.id, each]))
  const lots = (await q.select().from(t.lots)).filter(lot => lot.ledgerId === ledgerId)
  return new Map(
    lots.map(lot => {
      const account = accounts.get(lot.accountId)
      const holder = `${account?.holderKind} ${account?.holderId}`
      const periodStart = Number(periods.get(lot.periodId)?.startsAt)
      const { granted, held, used, forfeited, expired, carried } = lot
      const kind = lot.kind as ModelLot['kind']
      return [lot.id, { holder, kind, periodStart, granted, held, used, forfeited, expired, carried }]
    }),
  )
}

/** One transfer in words, the same for the model and for the database. */
export const lineOf = (of: {
  readonly op: string
  readonly kind: string
  readonly source: ModelLot | null | undefined
  readonly destination: ModelLot | null | undefined
  readonly amount: number
}) => `${of.op} ${of.kind} ${of.amount} from ${lotName(of.source)} to ${lotName(of.destination)}`

export const lotName = (lot: Pick<ModelLot, 'holder' | 'kind' | 'periodStart'> | null | undefined) =>
  lot ? `${lot.holder} ${lot.kind} ${lot.periodStart}` : 'nowhere'

/** Transfers after the one with this id, in the order in which they were posted. */
export const transfersAfter = ({ q, t }: Reader, id: string) =>
  q.select().from(t.transfers).where(gt(t.transfers.id, id)).orderBy(t.transfers.id)

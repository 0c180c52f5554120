import type { Context } from '../../context.ts'
import { nextHead } from '../../domain/ledger/chain.ts'
import { plusSeconds } from '../../domain/units.ts'
import { holdLedger } from '../../store/ledger/ledgers.ts'
import {
  addSeals,
  headOf,
  newestIdBefore,
  type SealRow,
  unsealedLedgers,
  unsealedTransfers,
} from '../../store/ledger/seals.ts'

/** Seals written in one transaction. */
const batchMax = 500

/**
 * A transaction commits its rows at most so long after it made their ids: longer ones are ended by the
 * database.
 */
const lateCommitSeconds = 30

/** The least id there is: everything comes after it. */
const FROM_THE_START = ''

/**
 * Seals every transfer that is not sealed yet, in every ledger: as a rule those of the last half minute,
 * after a start everything that an earlier life of the service left behind.
 *
 * @returns how many transfers were sealed.
 */
export async function sealLedgers(context: Context, reach: 'recent' | 'everything'): Promise<number> {
  const afterId = reach === 'recent' ? await recentFrom(context) : FROM_THE_START
  let sealed = 0
  for (const ledgerId of await unsealedLedgers(context.db.read, afterId)) {
    sealed += await sealLedger(context, ledgerId, afterId)
  }
  return sealed
}

/**
 * Appends to a ledger's chain what has been committed and is not in it yet. The order is that of ids within a
 * batch; a transfer that commits late is sealed late, under the next free number, so that there is never a
 * gap to wait for.
 *
 * @param afterId - transfers up to this id are known to be sealed.
 */
export async function sealLedger(context: Context, ledgerId: string, afterId?: string): Promise<number> {
  const from = afterId ?? (await recentFrom(context))
  let sealed = 0
  for (;;) {
    const count = await sealBatch(context, ledgerId, from)
    sealed += count
    if (count < batchMax) return sealed
  }
}

const recentFrom = async (context: Context) =>
  (await newestIdBefore(context.db.read, plusSeconds(context.clock.now(), -lateCommitSeconds))) ??
  FROM_THE_START

function sealBatch(context: Context, ledgerId: string, afterId: string): Promise<number> {
  return context.db.transact(async tx => {
    // Two sealers wait for each other here; what the first has sealed, the second no longer finds.
    await holdLedger(tx, ledgerId)
    let head = await headOf(tx, ledgerId)
    const seals: SealRow[] = []
    for (const { id, digest } of await unsealedTransfers(tx, { ledgerId, afterId, limit: batchMax })) {
      const seq = head.seq + 1
      head = { seq, hash: nextHead(head.hash, seq, digest) }
      seals.push({ ledgerId, seq, transferId: id, hash: head.hash })
    }
    if (seals.length > 0) await addSeals(tx, seals)
    return seals.length
  })
}

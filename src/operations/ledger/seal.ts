import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { nextHead } from '../../domain/ledger/chain.ts'
import { plusSeconds } from '../../domain/units.ts'
import {
  addSeals,
  headOf,
  newestIdBefore,
  type SealRow,
  stretchAfter,
  type UnsealedQuestion,
  unsealedTransfers,
} from '../../store/ledger/seals.ts'

/** Seals written in one transaction. */
const batchMax = 500

/** Transfers looked at between two turns of the event loop, so that requests need not wait for the sealer. */
const stretchMax = 2_000

/**
 * A transaction commits its rows at most so long after it made their ids: on PostgreSQL a slower one is
 * rolled back, on SQLite there is one at a time. What a crashed clock or server breaks of this, the pass over
 * everything mends.
 */
const lateCommitSeconds = 30

/** The least id there is: everything comes after it. */
const FROM_THE_START = ''

/**
 * Seals every transfer that is not sealed yet, in every ledger: as a rule those of the last half minute,
 * after a start everything that an earlier life of the service left behind. It looks at one stretch of
 * transfers after the other and lets others work in between.
 *
 * @returns how many transfers were sealed.
 */
export async function sealLedgers(context: Context, reach: 'recent' | 'everything'): Promise<number> {
  let afterId = reach === 'recent' ? await recentFrom(context) : FROM_THE_START
  let sealed = 0
  for (;;) {
    const stretch = await stretchAfter(context.db.read, { afterId, limit: stretchMax })
    if (stretch === undefined) return sealed
    for (const ledgerId of stretch.unsealedLedgerIds) {
      sealed += await sealBatches(context, { ledgerId, afterId, toId: stretch.lastId })
    }
    if (stretch.length < stretchMax) return sealed
    afterId = stretch.lastId
    await nextTurn()
  }
}

/**
 * Appends to a ledger's chain what has been committed of late and is not in it yet. The order is that of ids
 * within a batch; a transfer that commits late is sealed late, under the next free number, so that there is
 * never a gap to wait for.
 */
export const sealLedger = async (context: Context, ledgerId: string): Promise<number> =>
  sealBatches(context, { ledgerId, afterId: await recentFrom(context) })

/** Where to look for transfers of a ledger that are not sealed. */
type Within = Omit<UnsealedQuestion, 'limit'>

async function sealBatches(context: Context, within: Within): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await sealBatch(context, within)
    sealed += count
    if (count < batchMax) return sealed
  }
}

const recentFrom = async (context: Context) =>
  (await newestIdBefore(context.db.read, plusSeconds(context.clock.now(), -lateCommitSeconds))) ??
  FROM_THE_START

function sealBatch(context: Context, within: Within): Promise<number> {
  const { ledgerId } = within
  return context.db.transact(async tx => {
    // Two sealers wait for each other here; what the first has sealed, the second no longer finds.
    await tx.lock('ledger', [ledgerId])
    let head = await headOf(tx, ledgerId)
    const seals: SealRow[] = []
    for (const { id, digest } of await unsealedTransfers(tx, { ...within, limit: batchMax })) {
      const seq = head.seq + 1
      head = { seq, hash: nextHead(head.hash, seq, digest) }
      seals.push({ ledgerId, seq, transferId: id, hash: head.hash })
    }
    if (seals.length > 0) await addSeals(tx, seals)
    return seals.length
  })
}

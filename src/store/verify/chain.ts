import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import { chainStart, digestOf, nextHead } from '../../domain/ledger/chain.ts'
import { plusSeconds } from '../../domain/units.ts'
import type { Reader } from '../database.ts'
import {
  type Check,
  type CheckQuestion,
  type Fault,
  faultsOfKindMax,
  inPages,
  pagesById,
  verifyPageRows,
} from './check.ts'

/** The sealer is a second behind; what it has left for a minute it has forgotten. */
const sealDelaySecondsMax = 60

/** Every row has the digest that its fields give, and the digests chain without a gap, ledger by ledger. */
export const chain: Check = async function* (question) {
  const { reader, advance } = question
  for await (const ledgers of pagesById(id => ledgersAfter(reader, id), advance)) {
    for (const { id } of ledgers) yield* walk(question, id)
  }
  yield* forgotten(question)
}

const ledgersAfter = ({ q, t }: Reader, id: string) =>
  q
    .select({ id: t.ledgers.id })
    .from(t.ledgers)
    .where(gt(t.ledgers.id, id))
    .orderBy(asc(t.ledgers.id))
    .limit(verifyPageRows)

const sealsAfter = ({ q, t }: Reader, ledgerId: string, seq: number) =>
  q
    .select({ seal: t.seals, transfer: t.transfers })
    .from(t.seals)
    .leftJoin(t.transfers, eq(t.transfers.id, t.seals.transferId))
    .where(and(eq(t.seals.ledgerId, ledgerId), gt(t.seals.seq, seq)))
    .orderBy(asc(t.seals.seq))
    .limit(verifyPageRows)

type SealedRow = Awaited<ReturnType<typeof sealsAfter>>[number]

async function* walk({ reader, advance }: CheckQuestion, ledgerId: string): AsyncGenerator<Fault> {
  let head = { seq: 0, hash: chainStart }
  const pages = {
    start: 0,
    read: (seq: number) => sealsAfter(reader, ledgerId, seq),
    keyOf: (row: SealedRow) => row.seal.seq,
  }
  for await (const page of inPages(pages, advance)) {
    for (const { seal, transfer } of page) {
      const { seq, transferId } = seal
      const fault = (word: string, expected: Fault['expected'], found: Fault['found']): Fault => ({
        fault: word,
        noun: 'transfer',
        id: transferId,
        expected,
        found,
      })
      if (seq !== head.seq + 1) yield fault('seal-gap', head.seq + 1, seq)
      if (transfer === null) yield fault('sealed-transfer-missing', transferId, null)
      else {
        const digest = digestOf(transfer, transfer.salt)
        if (digest !== transfer.digest) yield fault('digest-wrong', digest, transfer.digest)
        if (transfer.ledgerId !== ledgerId)
          yield fault('sealed-in-another-ledger', transfer.ledgerId, ledgerId)
        const hash = nextHead(head.hash, seq, transfer.digest)
        if (hash !== seal.hash) yield fault('chain-broken', hash, seal.hash)
      }
      // Go on from what is written, so that one fault is told once.
      head = { seq, hash: seal.hash }
    }
  }
}

async function* forgotten({ reader, now }: CheckQuestion): AsyncGenerator<Fault> {
  const { q, t } = reader
  const rows = await q
    .select({ id: t.transfers.id })
    .from(t.transfers)
    .leftJoin(t.seals, eq(t.seals.transferId, t.transfers.id))
    .where(
      and(lt(t.transfers.recordedAt, plusSeconds(now, -sealDelaySecondsMax)), isNull(t.seals.transferId)),
    )
    .orderBy(asc(t.transfers.id))
    .limit(faultsOfKindMax)
  for (const { id } of rows)
    yield { fault: 'not-sealed', noun: 'transfer', id, expected: 'sealed', found: null }
}

import { createHash } from 'node:crypto'
import type { Amount, Instant } from '../units.ts'

/**
 * The byte format below is frozen; a change of it is a new version beside this one. See
 * docs/ledger-format.md.
 */
const chainVersion = 1

/** What a transfer says, in the order in which it is hashed. */
export interface TransferFields {
  readonly id: string
  readonly ledgerId: string
  readonly periodId: string
  readonly op: string
  readonly kind: string
  readonly sourceLotId: string | null
  readonly destinationLotId: string | null
  readonly amount: Amount
  readonly pendingId: string | null
  readonly reversalOf: string | null
  readonly batchId: string | null
  readonly bookingId: string | null
  readonly leg: number | null
  readonly revision: number | null
  readonly effectiveAt: Instant
  readonly recordedAt: Instant
  readonly actorId: string
  readonly reason: string | null
  readonly documentNumber: string | null
}

/** The head of a chain to which nothing has been appended: 32 zero bytes in hex. */
export const chainStart = '0'.repeat(64)

const absent = 0xffff_ffff

/**
 * The salted digest of a transfer, in hex: SHA-256 over the salt, the version and every field, each with its
 * length in front. A reader who holds a rival's digest but not its salt learns nothing of amount, time or id.
 */
export function digestOf(transfer: TransferFields, salt: string): string {
  const hash = createHash('sha256')
  hash.update(Buffer.from(salt, 'hex'))
  hash.update(lengthPrefixed(String(chainVersion)))
  for (const field of fieldsOf(transfer)) hash.update(lengthPrefixed(field))
  return hash.digest('hex')
}

/**
 * The next head: SHA-256 over the previous head, the sequence number and the digest of the transfer sealed.
 */
export function nextHead(previous: string, seq: number, digest: string): string {
  const hash = createHash('sha256')
  hash.update(Buffer.from(previous, 'hex'))
  hash.update(lengthPrefixed(String(seq)))
  hash.update(Buffer.from(digest, 'hex'))
  return hash.digest('hex')
}

function fieldsOf(transfer: TransferFields): (string | null)[] {
  const number = (value: number | null) => (value === null ? null : String(value))
  return [
    transfer.id,
    transfer.ledgerId,
    transfer.periodId,
    transfer.op,
    transfer.kind,
    transfer.sourceLotId,
    transfer.destinationLotId,
    number(transfer.amount),
    transfer.pendingId,
    transfer.reversalOf,
    transfer.batchId,
    transfer.bookingId,
    number(transfer.leg),
    number(transfer.revision),
    number(transfer.effectiveAt),
    number(transfer.recordedAt),
    transfer.actorId,
    transfer.reason,
    transfer.documentNumber,
  ]
}

/**
 * UTF-8 bytes with their count in four bytes, big end first; an absent field is the count 2³²−1 and no bytes.
 */
function lengthPrefixed(field: string | null): Buffer {
  const length = Buffer.alloc(4)
  if (field === null) {
    length.writeUInt32BE(absent)
    return length
  }
  const bytes = Buffer.from(field, 'utf8')
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

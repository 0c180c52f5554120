import { z } from 'zod'
import type { TransferFields } from '../domain/ledger/chain.ts'
import { isOwn, type LotFigures, type Statement } from '../domain/ledger/statement.ts'
import { amount, instant } from '../domain/units.ts'
import { id, instantOut, instantText, listQuery, page } from './common.ts'
import { head } from './ledgers.ts'

const statementRowsDefault = 1_000
const statementRowsMax = 5_000

const units = z.int().nullable()

const lot = z.object({
  id,
  periodId: id,
  kind: z.string(),
  validFrom: instantOut,
  validTo: instantOut,
  bounded: z.boolean(),
  granted: units,
  available: units,
  held: units,
  used: units,
  forfeited: units,
  expired: units,
  carried: units,
})

/** What a holder has in a ledger, as far as the reader may see it: null is "not told". */
export const account = z
  .object({
    id,
    ledgerId: id,
    unit: z.string(),
    holderKind: z.string(),
    holderId: id,
    holderName: z.string().nullable(),
    institutionId: id.nullable(),
    view: z.enum(['whole', 'closed-months', 'share']).meta({
      description:
        'whole: as it stands; closed-months: use up to the last month that is over; share: of the reserve, ' +
        "what one's own bookings drew.",
    }),
    lots: z.array(lot),
  })
  .meta({ id: 'Account' })

export const accountQuery = listQuery({ ledgerId: id })
export const accountPage = page('AccountPage', account)

export const statementQuery = z.strictObject({
  afterSeq: z.coerce.number<string>().int().min(0).default(0),
  limit: z.coerce.number<string>().int().min(1).max(statementRowsMax).default(statementRowsDefault),
})

const rowFields = {
  id,
  ledgerId: id,
  periodId: id,
  op: z.string(),
  kind: z.string(),
  sourceLotId: id.nullable(),
  destinationLotId: id.nullable(),
  amount: z.int(),
  pendingId: id.nullable(),
  reversalOf: id.nullable(),
  batchId: id.nullable(),
  bookingId: id.nullable(),
  leg: z.int().nullable(),
  revision: z.int().nullable(),
  effectiveAt: instantOut,
  recordedAt: instantOut,
  actorId: id,
  reason: z.string().nullable(),
  documentNumber: z.string().nullable(),
  salt: z.string(),
  digest: z.string(),
}

/** A row of the ledger, with the salt under which its digest was made. */
export const transfer = z.object(rowFields).meta({ id: 'Transfer' })

const ownRow = z.object({ seq: z.int(), ...rowFields }).meta({ id: 'OwnRow' })
const hiddenRow = z.object({ seq: z.int(), digest: z.string() }).meta({ id: 'HiddenRow' })

/** A page of an account's statement, which proves itself (docs/ledger-format.md). */
export const statement = z
  .object({
    ledgerId: id,
    accountId: id,
    from: head,
    to: head,
    head,
    rows: z.array(z.union([ownRow, hiddenRow])),
    unsealed: z.array(transfer),
    lots: z
      .array(
        z.object({
          lotId: id,
          granted: z.int(),
          held: z.int(),
          used: z.int(),
          forfeited: z.int(),
          expired: z.int(),
          carried: z.int(),
        }),
      )
      .nullable(),
    nextSeq: z.int().nullable(),
  })
  .meta({ id: 'Statement' })

export type WireTransfer = z.infer<typeof transfer>
export type WireStatement = z.infer<typeof statement>

/** A row as it goes over the wire: instants as text, to the millisecond. */
export const transferOnWire = (
  row: TransferFields & { readonly salt: string; readonly digest: string },
): WireTransfer => ({
  ...row,
  effectiveAt: instantText(row.effectiveAt),
  recordedAt: instantText(row.recordedAt),
})

/** A statement as it goes over the wire. */
export const statementOnWire = (of: Statement): WireStatement => ({
  ...of,
  rows: of.rows.map(row => (isOwn(row) ? { ...transferOnWire(row), seq: row.seq } : row)),
  unsealed: of.unsealed.map(transferOnWire),
  lots: of.lots === null ? null : [...of.lots],
  nextSeq: of.to.seq < of.head.seq ? of.to.seq : null,
})

/**
 * Reads a statement that came over the wire, to be proved by `verifyStatement`: its hashes rest on
 * milliseconds.
 */
export const statementFromWire = (wire: WireStatement): Statement => ({
  ...wire,
  rows: wire.rows.map(row => ('salt' in row ? { ...transferFromWire(row), seq: row.seq } : row)),
  unsealed: wire.unsealed.map(transferFromWire),
  lots: wire.lots === null ? null : wire.lots.map(lotFromWire),
})

const transferFromWire = (row: WireTransfer) => ({
  ...row,
  amount: amount(row.amount),
  effectiveAt: instant(Date.parse(row.effectiveAt)),
  recordedAt: instant(Date.parse(row.recordedAt)),
})

const lotFromWire = (of: NonNullable<WireStatement['lots']>[number]): LotFigures => ({
  lotId: of.lotId,
  granted: amount(of.granted),
  held: amount(of.held),
  used: amount(of.used),
  forfeited: amount(of.forfeited),
  expired: amount(of.expired),
  carried: amount(of.carried),
})

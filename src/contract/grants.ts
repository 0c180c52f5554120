import { z } from 'zod'
import { grantAmountMax, grantLinesMax, HOLDER_KINDS } from '../domain/ledger/granting.ts'
import { amountIn, id, instantOut, listQuery, page, reasonText, text } from './common.ts'
import { transfer } from './accounts.ts'

const documentNumberCharactersMax = 100

const documentNumber = text(documentNumberCharactersMax)
const holder = z.strictObject({ kind: z.enum(HOLDER_KINDS), id }).meta({ id: 'QuotaHolder' })
const units = z.int().min(1).max(grantAmountMax).pipe(amountIn)

/** Lines of one grant under one document number; all are posted or none. */
export const newGrant = z
  .strictObject({
    ledgerId: id,
    periodId: id.nullable().default(null).meta({ description: 'Left out: the period in which now lies.' }),
    documentNumber: documentNumber.nullable().default(null),
    reason: reasonText.nullable().default(null),
    lines: z
      .array(
        z.strictObject({
          from: holder
            .nullable()
            .default(null)
            .meta({ description: 'Null is the supply, which only fills the reserve.' }),
          to: holder,
          amount: units,
        }),
      )
      .min(1)
      .max(grantLinesMax),
  })
  .meta({ id: 'NewGrant' })

/** A grant that was posted, or would be in a dry run, with its rows. */
export const grant = z
  .object({
    id,
    ledgerId: id,
    periodId: id,
    documentNumber: z.string().nullable(),
    reason: z.string().nullable(),
    lines: z
      .array(
        z.object({
          to: z.object({ kind: z.enum(HOLDER_KINDS), id }),
          amount: z.int(),
          grantedBefore: z.int(),
          grantedAfter: z.int(),
        }),
      )
      .meta({ description: 'Each line with the receiver’s quota of the period before and after it.' }),
    transfers: z.array(transfer),
  })
  .meta({ id: 'Grant' })

export const newReversal = z
  .strictObject({
    amount: units
      .nullable()
      .default(null)
      .meta({ description: 'Left out: all that has not been taken back yet.' }),
    replacement: units
      .nullable()
      .default(null)
      .meta({ description: 'Of use: what it really was, posted in its place.' }),
    reason: reasonText,
  })
  .meta({ id: 'NewReversal' })

/** The reversal and, where use was corrected, the row in its place. */
export const reversal = z.object({ transfers: z.array(transfer) }).meta({ id: 'Reversal' })

/** Rows that are taken back together: all or none, in their order. */
export const newReversals = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          transferId: id,
          amount: units
            .nullable()
            .default(null)
            .meta({ description: 'Left out: all that has not been taken back yet.' }),
        }),
      )
      .min(1)
      .max(grantLinesMax),
    documentNumber: documentNumber
      .nullable()
      .default(null)
      .meta({ description: 'Of the document that takes them back.' }),
    reason: reasonText,
  })
  .meta({ id: 'NewReversals' })

/** Rows that were taken back together, or would be in a dry run. */
export const reversals = z
  .object({
    id,
    documentNumber: z.string().nullable(),
    reason: z.string(),
    lines: z.array(z.object({ transferId: id, amount: z.int() })),
    transfers: z.array(transfer),
  })
  .meta({ id: 'Reversals' })

/** What one document granted in one ledger. */
const grantedDocument = z
  .object({
    id: id.meta({ description: 'Of its newest row.' }),
    ledgerId: id,
    documentNumber: z.string(),
    grants: z.int().meta({ description: 'Rows that it granted.' }),
    granted: z.int(),
    reversed: z.int().meta({ description: 'How much of that has been taken back.' }),
    firstRecordedAt: instantOut,
    lastRecordedAt: instantOut,
  })
  .meta({ id: 'GrantedDocument' })

export const documentQuery = listQuery({ allianceId: id })
export const documentPage = page('GrantedDocumentPage', grantedDocument)

/** A row that a document granted. */
const grantedRow = z
  .object({
    id: id.meta({ description: 'Of the transfer.' }),
    ledgerId: id,
    periodId: id,
    accountId: id.meta({ description: 'The account that received it.' }),
    amount: z.int(),
    reversed: z.int(),
    documentNumber: z.string().nullable(),
    reason: z.string().nullable(),
    recordedAt: instantOut,
  })
  .meta({ id: 'GrantedRow' })

export const grantedRowQuery = listQuery({ allianceId: id, documentNumber })
export const grantedRowPage = page('GrantedRowPage', grantedRow)

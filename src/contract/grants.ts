import { z } from 'zod'
import { grantAmountMax, grantLinesMax, HOLDER_KINDS } from '../domain/ledger/granting.ts'
import { amountIn, id, reasonText, text } from './common.ts'
import { transfer } from './accounts.ts'

const documentNumberCharactersMax = 100

const holder = z.strictObject({ kind: z.enum(HOLDER_KINDS), id }).meta({ id: 'QuotaHolder' })
const units = z.int().min(1).max(grantAmountMax).pipe(amountIn)

/** Lines of one grant under one document number; all are posted or none. */
export const newGrant = z
  .strictObject({
    ledgerId: id,
    periodId: id.nullable().default(null).meta({ description: 'Left out: the period in which now lies.' }),
    documentNumber: text(documentNumberCharactersMax).nullable().default(null),
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

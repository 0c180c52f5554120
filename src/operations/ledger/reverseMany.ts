import type { Context } from '../../context.ts'
import { grantLinesMax } from '../../domain/ledger/granting.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Amount } from '../../domain/units.ts'
import type { TransferRow } from '../../store/ledger/transfers.ts'
import { type Actor, perform, record } from '../perform.ts'
import { eachLine } from './eachLine.ts'
import { lotsTouched, requireReversible, reverseLocked } from './reverse.ts'

/** One row that is taken back; null is all of it that has not been reversed yet. */
export interface ReversalLine {
  readonly transferId: string
  readonly amount: Amount | null
}

export interface ReversalBatchDraft {
  readonly lines: readonly ReversalLine[]
  /** The number of the document that takes them back. */
  readonly documentNumber: string | null
  readonly reason: string
}

/** Rows that were taken back together. */
export interface ReversalBatch {
  readonly id: string
  readonly documentNumber: string | null
  readonly reason: string
  /** In the order of the lines. */
  readonly lines: readonly { readonly transferId: string; readonly amount: Amount }[]
  readonly transfers: readonly TransferRow[]
}

/**
 * Takes back several rows, such as all that one paper (文号) granted: all or none, in the order given; each
 * line sees what those before it have put back.
 *
 * @throws Refused `reason-required`, `not-allowed`, `invalid-value`; as `reverse` does, each with its `line`,
 *   over all lines at once.
 */
export const reverseMany = (
  context: Context,
  actor: Actor,
  draft: ReversalBatchDraft,
): Promise<ReversalBatch> =>
  perform(context, actor, async tx => {
    const { documentNumber, reason } = draft
    if (reason.trim() === '') refuse({ code: 'reason-required' })
    requireLines(draft.lines)
    const found = await eachLine(draft.lines, line =>
      requireReversible(context, tx, actor, { ...line, replacement: null, reason }),
    )
    // In one go, so that two batches never wait for each other.
    await tx.lock(
      'lot',
      found.flatMap(({ original }) => lotsTouched(original)),
    )
    const paper = { batchId: context.newId('grt'), reason, documentNumber }
    const posted = await eachLine(found, ({ original }, index) => {
      const line = { transferId: original.id, amount: draft.lines[index]?.amount ?? null, replacement: null }
      return reverseLocked(context, tx, actor, { original, draft: line, paper })
    })
    const transfers = posted.flat()
    const actedAs = [...new Set(found.map(each => each.actedAs))].join(', ')
    const deed = { verb: 'reverse', noun: 'grant', nounId: paper.batchId, actedAs }
    await record(context, tx, actor, { ...deed, fields: ['lines', 'documentNumber'], reason })
    const lines = transfers.map(({ reversalOf, amount }) => ({ transferId: reversalOf ?? '', amount }))
    return { id: paper.batchId, documentNumber, reason, lines, transfers }
  })

function requireLines(lines: readonly ReversalLine[]) {
  if (lines.length === 0) refuse({ code: 'invalid-value', field: 'lines', fault: 'too-few-values' })
  if (lines.length > grantLinesMax) {
    refuse({ code: 'invalid-value', field: 'lines', fault: 'too-many-values' })
  }
}

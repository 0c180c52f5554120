import type { GrantDraft } from '../../domain/imports.ts'
import { type At, rowFault, type RowOutcome } from './rows.ts'
export const importGrant = async (_at: At, draft: GrantDraft): Promise<RowOutcome> =>
  rowFault('not-as-documented', 'amount', draft.documentNumber)

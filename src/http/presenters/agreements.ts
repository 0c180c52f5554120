import type { Agreement } from '../../store/agreements.ts'
import { madeAt } from './stamps.ts'

export const presentAgreement = (agreement: Agreement, partyIds: readonly string[]) => ({
  ...agreement,
  ...madeAt(agreement),
  partyIds: [...partyIds],
})

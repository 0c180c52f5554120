import { refuse } from '../../src/domain/refusal.ts'
import type { LongReader } from '../../src/store/longRead.ts'

export const countInstitutions: LongReader<{ readonly plus: number }, number> = async ({ q, t }, { plus }) =>
  (await q.select().from(t.institutions)).length + plus

export const refuseAll: LongReader<null, never> = async () =>
  refuse({ code: 'invalid-value', field: 'groupBy', fault: 'too-many-rows' })

export const fail: LongReader<null, never> = async () => {
  throw new TypeError('something broke')
}

/** Dies without a word, as a thread does that has no memory left. */
export const die: LongReader<null, never> = async () => process.exit(1)

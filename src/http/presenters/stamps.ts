import { instantText } from '../../contract/common.ts'
import type { Instant } from '../../domain/units.ts'

/** When a thing was made, as text. */
export const madeAt = (row: { readonly createdAt: Instant }) => ({ createdAt: instantText(row.createdAt) })

/** When a thing was made and, perhaps, retired. */
export const madeAndRetiredAt = (row: {
  readonly createdAt: Instant
  readonly retiredAt: Instant | null
}) => ({
  ...madeAt(row),
  retiredAt: row.retiredAt === null ? null : instantText(row.retiredAt),
})

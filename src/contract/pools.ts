import { z } from 'zod'
import { id, instantOut, listQuery, nameText, page } from './common.ts'

const fields = { name: nameText, nameEn: nameText.nullable() }

/** A pool is empty at first: instruments join it by their `poolId`. */
export const newPool = z
  .strictObject({ institutionId: id, name: fields.name, nameEn: fields.nameEn.default(null) })
  .meta({ id: 'NewPool' })

export const poolChanges = z.strictObject(fields).partial().meta({ id: 'PoolChanges' })

export const poolQuery = listQuery({ institutionId: id.optional(), q: nameText.optional() })

export const pool = z
  .object({
    ...fields,
    id,
    institutionId: id,
    version: z.int(),
    createdAt: instantOut,
    retiredAt: instantOut.nullable(),
  })
  .meta({ id: 'Pool' })

export const poolPage = page('PoolPage', pool)

export type PoolReply = z.input<typeof pool>

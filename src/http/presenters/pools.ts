import { instantText } from '../../contract/common.ts'
import type { PoolReply } from '../../contract/pools.ts'
import type { Pool } from '../../store/pools.ts'

/** A pool on the wire. */
export const presentPool = ({ searchKey: _, createdAt, retiredAt, ...pool }: Pool): PoolReply => ({
  ...pool,
  createdAt: instantText(createdAt),
  retiredAt: retiredAt === null ? null : instantText(retiredAt),
})

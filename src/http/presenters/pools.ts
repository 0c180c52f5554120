import type { PoolReply } from '../../contract/pools.ts'
import type { Pool } from '../../store/pools.ts'
import { madeAndRetiredAt } from './stamps.ts'

/** A pool on the wire. */
export const presentPool = ({ searchKey: _, ...pool }: Pool): PoolReply => ({
  ...pool,
  ...madeAndRetiredAt(pool),
})

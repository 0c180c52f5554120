import type { Context } from '../../context.ts'
import type { LongRead } from '../../store/longRead.ts'
import { offload, TooManyReads } from '../../store/offload.ts'

/** There is no room for now; becomes a 503 that says when to come again. */
class NoRoom extends Error {
  readonly statusCode = 503
}

/** Runs a long read away from the loop; too many at once are told to come again. */
export async function readAway<Result>(context: Context, read: LongRead): Promise<Result> {
  try {
    return await offload<Result>(context, read)
  } catch (error) {
    if (error instanceof TooManyReads) throw new NoRoom(error.message, { cause: error })
    throw error
  }
}

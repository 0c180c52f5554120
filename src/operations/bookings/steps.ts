import { Refused } from '../../domain/refusal.ts'
import type { Passed } from '../../store/bookings/due.ts'
import { WriteFailed } from '../../store/writeFailed.ts'

/** Bookings read at a time. */
const pageSize = 500

export interface StepsTaken {
  readonly done: number
  readonly failures: readonly unknown[]
}

/**
 * Weighs every booking listed once, a page behind the other. What is not due yet, or fails, is passed over: a
 * month of cages in use hides nothing behind it, nor does one booking that cannot be brought further.
 *
 * @param step - gives undefined when nothing is due. What it refuses somebody else was quicker with.
 * @throws WriteFailed at once: the next ones would fail too.
 */
export async function takeSteps<Row extends Passed>(
  list: (page: { readonly after: Passed | undefined; readonly limit: number }) => Promise<readonly Row[]>,
  step: (booking: Row) => Promise<unknown> | undefined,
): Promise<StepsTaken> {
  const failures: unknown[] = []
  let done = 0
  let after: Passed | undefined
  for (;;) {
    const listed = await list({ after, limit: pageSize })
    for (const booking of listed) {
      try {
        if ((await step(booking)) !== undefined) done += 1
      } catch (error) {
        if (error instanceof WriteFailed) throw error
        // Another node, or the person, was first: then there is nothing left to do.
        if (!(error instanceof Refused)) failures.push(error)
      }
    }
    if (listed.length < pageSize) return { done, failures }
    after = listed.at(-1)
  }
}

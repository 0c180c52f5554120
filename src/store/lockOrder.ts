import { strict as assert } from 'node:assert'
import { LOCK_CLASSES, type LockClass } from './database.ts'

/** Asserts that locks are only taken upward: so no two transactions wait on each other. */
export class LockOrder {
  #reached = 0

  take(lockClass: LockClass) {
    const rank = LOCK_CLASSES.indexOf(lockClass)
    assert(rank >= this.#reached, `lock ${lockClass} taken after ${LOCK_CLASSES[this.#reached]}`)
    this.#reached = rank
  }

  /** Notes how far the locks go; what it gives goes back there, once those taken since have been let go. */
  mark(): () => void {
    const reached = this.#reached
    return () => {
      this.#reached = reached
    }
  }
}

/** Ids in the order in which every transaction locks them, each once. */
export const inLockOrder = (ids: readonly string[]) => [...new Set(ids)].toSorted()

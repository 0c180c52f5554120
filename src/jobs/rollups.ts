import { recomputeDirtyDays } from '../operations/rollups.ts'
import type { Job } from './ticker.ts'

/** Days of one tick: a few hundred short transactions at most, among everybody else's. */
const daysPerTick = 1_000

/** Keeps the rollups of utilization behind what happened. */
export const rollUpDays: Job = {
  name: 'roll-up-days',
  everyMilliseconds: 15_000,
  tick: context => recomputeDirtyDays(context, daysPerTick),
}

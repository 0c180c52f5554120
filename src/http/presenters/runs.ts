import { instantText } from '../../contract/common.ts'
import type { RunReply } from '../../contract/runs.ts'
import { effectiveSeconds } from '../../domain/run.ts'
import type { RunRow } from '../../store/runs.ts'

/** A run by the instrument's own clock. */
export const presentRun = (run: RunRow, zone: string): RunReply => ({
  ...run,
  mode: run.mode as RunReply['mode'],
  start: instantText(run.start, zone),
  end: instantText(run.end, zone),
  effectiveSeconds: effectiveSeconds(run),
})

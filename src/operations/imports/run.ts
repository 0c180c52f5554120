import type { Context } from '../../context.ts'
import { type Refusal, Refused } from '../../domain/refusal.ts'
import type { Tx } from '../../store/database.ts'
import { findInstrumentByAsset } from '../../store/imports.ts'
import { listLedgers } from '../../store/ledger/ledgers.ts'
import { type Actor, perform, requireRoleAnywhere } from '../perform.ts'
import { type Entry, planOf, type ReportedNoun } from './plan.ts'
import { requireInstitution } from './references.ts'
import { type ImportPart, type Job, type RowFault, RowFaulty, type RowOutcome } from './rows.ts'
import { contextWithin } from './within.ts'

/** Rows that share one commit: few enough that other writers of a SQLite server wait only a moment. */
const rowsPerTransactionMax = 50

/** Ledgers of all alliances together, one for each class of resource. */
const ledgersMax = 10_000

/** Faults given back of one part; whoever has more mends these first. */
const faultsGivenMax = 1_000

export interface ImportOptions {
  /** Decides everything as it would be and keeps nothing. */
  readonly dryRun: boolean
  /** Called now and then with the number of rows looked at. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface EntryReport {
  readonly noun: ReportedNoun
  readonly origin?: string | undefined
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Rows and cells at fault; `faults` lists the first of them, in order of row. */
  readonly faulty: number
  readonly faults: readonly RowFault[]
}

export interface ImportReport {
  readonly dryRun: boolean
  readonly entries: readonly EntryReport[]
}

/**
 * Imports the rows of files, each through its noun's own operation. A row is known again by its natural key:
 * what says nothing new changes nothing, so that an import can be run again after its faults have been
 * mended.
 *
 * Rows without a fault are kept, fifty to a transaction; a faulty one is reported and leaves nothing. A
 * dry run is one transaction that is not kept: on SQLite other writers wait until it ends.
 *
 * @throws Refused `not-allowed`.
 */
export async function runImport(
  context: Context,
  actor: Actor,
  parts: readonly ImportPart[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { entries, jobs } = planOf(parts)
  const { dryRun, onProgress } = options
  const who = { personId: actor.personId, dryRun }
  const verb = parts.every(part => part.noun === 'instruments') ? 'import.instruments' : 'import.run'
  const size = dryRun ? Math.max(jobs.length, 1) : rowsPerTransactionMax
  const results: Result[] = []
  for (let from = 0; from === 0 || from < jobs.length; from += size) {
    const chunk = jobs.slice(from, from + size)
    results.push(
      ...(await perform(context, who, async tx => {
        // Where the role holds is for each row to find out: its operation refuses what is another's.
        await requireRoleAnywhere(context, tx, who, verb)
        return runJobs(context, tx, who, chunk)
      })),
    )
    onProgress?.(results.length, jobs.length)
  }
  return {
    dryRun,
    entries: entries.map((entry, place) =>
      reportOf(
        entry,
        results.filter(each => each.entry === place),
      ),
    ),
  }
}

interface Result {
  readonly entry: number
  readonly row: number
  readonly again: boolean
  readonly outcome: RowOutcome | readonly RowFault[]
}

async function runJobs(context: Context, tx: Tx, actor: Actor, jobs: readonly Job[]): Promise<Result[]> {
  await tx.lock('instrument', await instrumentIdsOf(tx, jobs))
  const ledgers = await listLedgers(tx, { limit: ledgersMax })
  await tx.lock(
    'ledger',
    ledgers.map(each => each.id),
  )
  const at = { context: contextWithin(context, tx), tx, actor: { personId: actor.personId } }
  const results: Result[] = []
  for (const job of jobs) {
    const outcome = await outcomeOf(job.row, () => tx.attempt(() => job.run(at)))
    results.push({ entry: job.entry, row: job.row, again: job.again === true, outcome })
  }
  return results
}

/** The instruments that are there already; new ones nobody else can see yet. */
async function instrumentIdsOf(tx: Tx, jobs: readonly Job[]): Promise<string[]> {
  const ids = new Set<string>()
  const asked = new Set<string>()
  for (const { locks } of jobs) {
    if (locks === undefined || asked.has(JSON.stringify(locks))) continue
    asked.add(JSON.stringify(locks))
    try {
      const { id: institutionId } = await requireInstitution(tx, locks.institution)
      const found = await findInstrumentByAsset(tx, { institutionId, assetNumber: locks.assetNumber })
      if (found !== undefined) ids.add(found.id)
    } catch (error) {
      // The row itself will report it.
      if (!(error instanceof RowFaulty)) throw error
    }
  }
  return [...ids]
}

async function outcomeOf(row: number, work: () => Promise<RowOutcome>): Promise<Result['outcome']> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RowFaulty) return [{ row, ...error.fault }]
    if (error instanceof Refused) return error.refusals.map(refusal => ({ row, ...faultOf(refusal) }))
    throw error
  }
}

function faultOf(refusal: Refusal): Omit<RowFault, 'row'> {
  if (refusal.code === 'invalid-value') {
    return { code: refusal.code, column: refusal.field, value: refusal.fault, refusal }
  }
  return { code: refusal.code, refusal }
}

/** A row that was looked at twice counts once; of one that failed the first time, only that is told. */
function reportOf(entry: Entry, results: readonly Result[]): EntryReport {
  const firsts = results.filter(each => !each.again)
  const failed = new Set(firsts.filter(each => typeof each.outcome !== 'string').map(each => each.row))
  const seconds = results.filter(each => each.again && !failed.has(each.row))
  const amended = new Set(seconds.filter(each => each.outcome === 'updated').map(each => each.row))
  const faults: RowFault[] = [...entry.faults]
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const { row, outcome, again } of [...firsts, ...seconds]) {
    if (typeof outcome !== 'string') faults.push(...outcome)
    else if (!again) counts[outcome === 'unchanged' && amended.has(row) ? 'updated' : outcome] += 1
  }
  const listed = faults.toSorted((a, b) => a.row - b.row).slice(0, faultsGivenMax)
  return { noun: entry.noun, origin: entry.origin, ...counts, faulty: faults.length, faults: listed }
}

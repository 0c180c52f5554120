import type { ImportedRow, ImportFault } from '../../domain/importFaults.ts'
import type { AllianceDraft, InstitutionDraft, InstrumentRef } from '../../domain/imports.ts'
import { unreachable } from '../../domain/refusal.ts'
import { importAgreement, importAlliance, membershipsOf } from './alliances.ts'
import { importBooking } from './bookings.ts'
import { importGrant } from './grants.ts'
import { importGroup, importInvestigator } from './groups.ts'
import { importInstitution } from './institutions.ts'
import { importInstrument } from './instruments.ts'
import { importMembership } from './memberships.ts'
import { importPerson } from './people.ts'
import { importProject } from './projects.ts'
import type { At, ImportPart, Job, RowOutcome } from './rows.ts'

/** In the order in which rows are imported, whatever their files: each refers to those before it. */
const STEPS = [
  'institutions',
  'alliances',
  'memberships',
  'agreements',
  'groups',
  'people',
  'investigators',
  'projects',
  'grants',
  'instruments',
  'bookings',
] as const
type Step = (typeof STEPS)[number]
export type ReportedNoun = Exclude<Step, 'investigators'>

/** What a report tells of: the rows of one noun out of one part. */
export interface Entry {
  readonly noun: ReportedNoun
  readonly origin: string | undefined
  /** What was wrong when the file was read. */
  readonly faults: readonly ImportFault[]
}

export interface Plan {
  readonly entries: readonly Entry[]
  /** Every row in its order; `entry` is a place in `entries`. */
  readonly jobs: readonly Job[]
}

interface Stage {
  readonly step: Step
  readonly entry: Entry
  readonly jobs: readonly Omit<Job, 'entry'>[]
}

/** Lays out an import: rows of all parts in order of noun. */
export function planOf(parts: readonly ImportPart[]): Plan {
  const stages = parts.flatMap(stagesOf).toSorted((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step))
  const entries = [...new Set(stages.map(stage => stage.entry))]
  const jobs = stages.flatMap(stage =>
    stage.jobs.map(job => ({ ...job, entry: entries.indexOf(stage.entry) })),
  )
  return { entries, jobs }
}

function stagesOf(part: ImportPart): Stage[] {
  switch (part.noun) {
    case 'institutions':
      return [stage(part.noun, part, part.imported.rows, importInstitution)]
    case 'memberships':
      return [stage(part.noun, part, part.imported.rows, importMembership)]
    case 'groups': {
      const groups = stage(part.noun, part, part.imported.rows, importGroup)
      const later = stage(part.noun, part, part.imported.rows, importInvestigator)
      const jobs = later.jobs.map(job => ({ ...job, again: true as const }))
      return [groups, { step: 'investigators', entry: groups.entry, jobs }]
    }
    case 'people':
      return [stage(part.noun, part, part.imported.rows, importPerson)]
    case 'projects':
      return [stage(part.noun, part, part.imported.rows, importProject)]
    case 'grants':
      return [stage(part.noun, part, part.imported.rows, importGrant)]
    case 'instruments':
      return [stage(part.noun, part, part.imported.rows, importInstrument, draft => draft)]
    case 'bookings':
      return [stage(part.noun, part, part.imported.rows, importBooking, draft => draft.instrument)]
    case 'alliances':
      return allianceStages(part)
    default:
      return unreachable(part)
  }
}

type Source = Pick<ImportPart, 'origin'> & { readonly imported: { readonly faults: readonly ImportFault[] } }

function stage<Draft>(
  noun: ReportedNoun,
  source: Source,
  rows: readonly ImportedRow<Draft>[],
  importRow: (at: At, draft: Draft) => Promise<RowOutcome>,
  locks?: (draft: Draft) => InstrumentRef,
): Stage {
  const jobs = rows.map(({ row, value }) => ({
    row,
    run: (at: At) => importRow(at, value),
    ...(locks !== undefined && { locks: locks(value) }),
  }))
  return { step: noun, entry: { noun, origin: source.origin, faults: source.imported.faults }, jobs }
}

/** An alliance's file tells of five nouns; each of them keeps the alliance's place as its row. */
function allianceStages(part: Extract<ImportPart, { noun: 'alliances' }>): Stage[] {
  const alliances = parentsFirst(part.imported.rows)
  const parts = <Draft>(of: (draft: AllianceDraft) => readonly Draft[]) =>
    alliances.flatMap(({ row, value }) => of(value).map(each => ({ row, value: each })))
  const silent = { origin: part.origin, imported: { faults: [] } }
  return [
    stage(
      'institutions',
      silent,
      parts<InstitutionDraft>(draft => draft.members.map(each => each.institution)),
      importInstitution,
    ),
    stage(
      'alliances',
      part,
      parts(draft => [bare(draft)]),
      importAlliance,
    ),
    stage(
      'memberships',
      silent,
      parts(draft => membershipsOf(draft)),
      importMembership,
    ),
    stage(
      'agreements',
      silent,
      parts(draft => draft.agreements.map(each => ({ ...each, alliance: draft.slug }))),
      importAgreement,
    ),
    stage(
      'instruments',
      silent,
      parts(draft => draft.instruments.map(each => ({ ...each, sharedInto: draft.slug }))),
      importInstrument,
      draft => draft,
    ),
  ]
}

function bare(draft: AllianceDraft) {
  const {
    members: _,
    agreements: _agreements,
    instruments: _instruments,
    memberCount: _count,
    ...row
  } = draft
  return row
}

function parentsFirst(rows: readonly ImportedRow<AllianceDraft>[]) {
  const bySlug = new Map(rows.map(row => [row.value.slug, row]))
  const ordered = new Set<ImportedRow<AllianceDraft>>()
  const put = (row: ImportedRow<AllianceDraft> | undefined, below: readonly string[]): void => {
    if (row === undefined || below.includes(row.value.slug)) return
    if (row.value.parent !== undefined) put(bySlug.get(row.value.parent), [...below, row.value.slug])
    ordered.add(row)
  }
  for (const row of rows) put(row, [])
  return [...ordered]
}

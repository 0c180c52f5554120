import { choice, code, type CellReader, meant, whole, words } from '../../contract/imports/cells.ts'
import { optional, required } from '../../contract/imports/columns.ts'
import { readCsv } from '../../contract/imports/csv.ts'
import { type Format, readDrafts } from '../../contract/imports/drafts.ts'
import { instantOf, moment, type Moment } from '../../contract/imports/times.ts'
import type { Imported } from '../../domain/importFaults.ts'
import type { BookingDraft, InstitutionRef, InstrumentDraft } from '../../domain/imports.ts'
import type { PolicyRules } from '../../domain/policy.ts'
import { seconds, secondsPerHour } from '../../domain/units.ts'
import { slugOf } from './foreign.ts'

const own = (key: string) => [key, key, key] as const
const asIs: CellReader<string> = text => meant(text)
const hours = whole({ min: 0, max: 10_000 })
const bookingKinds = choice({ special: [], maintenance: [], downtime: [] })

const resourceColumns = {
  id: required(own('id'), code, '1'),
  name: required(own('name'), words, 'Krios01'),
  status: required(own('status'), choice({ operation: ['active'], retired: ['inactive'] }), 'active'),
  tags: optional(own('tags'), words),
  latest_cancellation: optional(own('latest_cancellation'), hours),
  min_booking: optional(own('min_booking'), hours),
  max_booking: optional(own('max_booking'), hours),
  daily_cost: optional(own('daily_cost'), asIs),
  requires_slot: optional(own('requires_slot'), asIs),
  requires_application: optional(own('requires_application'), asIs),
}

const bookingColumns = {
  id: required(own('id'), code, '201'),
  resource_id: required(own('resource_id'), code, '1'),
  start: required(own('start'), moment, '2023-03-13T14:00:00+00:00'),
  end: required(own('end'), moment, '2023-03-18T04:59:00+00:00'),
  type: optional(own('type'), bookingKinds),
  title: optional(own('title'), words),
  owner_id: optional(own('owner_id'), code),
  creator_id: optional(own('creator_id'), code),
  project_id: optional(own('project_id'), code),
}

export interface EmhubHost {
  readonly institution: InstitutionRef
  readonly zone: string
}

/** The system's name, before its numbers of people and projects and as the source of its bookings. */
const source = 'emhub'
const named = (number: string) => `${source}-${number}`

/**
 * Reads EMhub's resources; its number is the asset number. Windows and lengths are hours, and 0 is no
 * limit. Cost per day stays a detail: the file names no currency.
 */
export function readEmhubResources(bytes: Uint8Array, host: EmhubHost): Imported<InstrumentDraft> {
  const format: Format<typeof resourceColumns, InstrumentDraft> = {
    noun: 'instruments',
    columns: resourceColumns,
    draft: row => ({
      ...host,
      assetNumber: row.id,
      name: row.name,
      nameEn: row.name,
      resourceClass: slugOf(row.tags?.split(' ')[0] ?? ''),
      exclusive: true,
      capacity: 1,
      purpose: 'general',
      operatingState: row.status,
      policy: policyOf(row),
      details: {
        ...(row.tags !== undefined && { tags: row.tags }),
        ...(row.daily_cost !== undefined && { dailyCost: row.daily_cost }),
        ...(row.requires_slot !== undefined && { requiresSlot: row.requires_slot === 'True' }),
        ...(row.requires_application !== undefined && {
          requiresApplication: row.requires_application === 'True',
        }),
      },
    }),
    key: ({ assetNumber }) => assetNumber,
  }
  return readDrafts(format, readCsv(bytes))
}

interface Limits {
  readonly latest_cancellation: number | undefined
  readonly min_booking: number | undefined
  readonly max_booking: number | undefined
}

function policyOf({
  latest_cancellation = 0,
  min_booking = 0,
  max_booking = 0,
}: Limits): Partial<PolicyRules> {
  const inSeconds = (count: number) => seconds(count * secondsPerHour)
  return {
    bookingUnit: 'time',
    ...(latest_cancellation > 0 && { cancelWindowSeconds: inSeconds(latest_cancellation) }),
    ...(min_booking > 0 && { shortestSeconds: inSeconds(min_booking) }),
    ...(max_booking > 0 && { longestSeconds: inSeconds(max_booking) }),
  }
}

/** EMhub writes 0 for no project. */
const noProject = '0'

/** Reads EMhub's bookings, whose instants carry an offset. An empty type is plain use. */
export function readEmhubBookings(bytes: Uint8Array, host: EmhubHost): Imported<BookingDraft> {
  const format: Format<typeof bookingColumns, BookingDraft> = {
    noun: 'bookings',
    columns: bookingColumns,
    draft: (row, at) => {
      const edge = (key: 'start' | 'end', of: Moment) => at.take(key, instantOf(of, host.zone))
      const [start, end] = [edge('start', row.start), edge('end', row.end)]
      if (start === undefined || end === undefined) return undefined
      if (end <= start) return at.say('end', 'end-before-start')
      const { owner_id: owner, creator_id: creator, project_id: project } = row
      return {
        source,
        externalId: row.id,
        instrument: { institution: host.institution, assetNumber: row.resource_id },
        start,
        end,
        kind: row.type ?? 'use',
        places: 1,
        ...(owner !== undefined && { person: named(owner) }),
        ...(creator !== undefined && creator !== owner && { bookedBy: named(creator) }),
        ...(project !== undefined && project !== noProject && { project: named(project) }),
        ...(row.title !== undefined && { title: row.title }),
      }
    },
    key: ({ externalId }) => externalId,
  }
  return readDrafts(format, readCsv(bytes))
}

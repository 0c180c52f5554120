import { choice, code, type CellReader, meant, whole, words } from '../../contract/imports/cells.ts'
import { optional, required } from '../../contract/imports/columns.ts'
import { readCsv } from '../../contract/imports/csv.ts'
import { type Format, readDrafts } from '../../contract/imports/drafts.ts'
import type { Imported } from '../../domain/importFaults.ts'
import type { InstitutionRef, InstrumentDraft } from '../../domain/imports.ts'
import { slugOf } from './foreign.ts'

const own = (key: string) => [key, key, key] as const
const asIs: CellReader<string> = text => meant(text)

const instrumentColumns = {
  instrument_id: required(own('instrument_id'), code, '35'),
  instrument: required(own('instrument'), words, '11T_Aux2'),
  instrument_class: required(own('instrument_class'), words, 'BrukerFTMS'),
  instrument_group: required(own('instrument_group'), words, 'FT_ZippedSFolders'),
  status: required(
    own('status'),
    choice({ operation: ['Active', 'PrepHPLC'], retired: ['Inactive', 'Offline'] }),
    'Active',
  ),
  room_number: optional(own('room_number'), words),
  description: optional(own('description'), words),
  operations_role: optional(own('operations_role'), words),
  tracking: optional(own('tracking'), asIs),
  percent_emsl_owned: optional(own('percent_emsl_owned'), whole({ min: 0, max: 100 })),
  created: optional(own('created'), asIs),
}

const hoursColumns = {
  eus_instrument_name: required(own('eus_instrument_name'), words, 'Mass Spectrometer: LTQ2'),
  eus_available_hours: optional(own('eus_available_hours'), whole({ min: 0, max: 24 })),
}

export interface PnnlFiles {
  /** `instruments.csv` */
  readonly instruments: Uint8Array
  /** `emsl_available_hours.csv` */
  readonly availableHours?: Uint8Array
}

export interface PnnlHost {
  readonly institution: InstitutionRef
  readonly zone: string
}

/**
 * Reads the instrument list of a mass-spectrometry facility (PNNL/EMSL). The list's own id is the asset
 * number. Inactive and offline instruments take no users: 停用. Hours per day join where the other file's
 * name is exactly `Mass Spectrometer: ` and the instrument's; looser matches would guess.
 */
export function readPnnl(files: PnnlFiles, host: PnnlHost): Imported<InstrumentDraft> {
  const hours = files.availableHours === undefined ? undefined : readHours(files.availableHours)
  const hoursByName = new Map(hours?.rows.map(({ value }) => [value.name, value.hoursPerDay]))
  const instruments = readDrafts(instrumentFormat(host, hoursByName), readCsv(files.instruments))
  return { ...instruments, faults: [...instruments.faults, ...(hours?.faults ?? [])] }
}

function instrumentFormat(
  { institution, zone }: PnnlHost,
  hoursByName: ReadonlyMap<string, number | undefined>,
): Format<typeof instrumentColumns, InstrumentDraft> {
  return {
    noun: 'instruments',
    columns: instrumentColumns,
    draft: row => {
      const hoursPerDay = hoursByName.get(`Mass Spectrometer: ${row.instrument}`)
      return {
        institution,
        zone,
        assetNumber: row.instrument_id,
        name: row.instrument,
        nameEn: row.instrument,
        resourceClass: slugOf(row.instrument_group),
        technique: row.instrument_class,
        exclusive: true,
        capacity: 1,
        purpose: 'general',
        operatingState: row.status,
        ...(row.description !== undefined && { serviceText: row.description }),
        ...(row.room_number !== undefined && { location: row.room_number }),
        details: {
          ...(row.operations_role !== undefined && { operationsRole: row.operations_role }),
          ...(row.tracking !== undefined && { tracked: row.tracking === '1' }),
          ...(row.percent_emsl_owned !== undefined && { percentEmslOwned: row.percent_emsl_owned }),
          ...(row.created !== undefined && { created: row.created }),
          ...(hoursPerDay !== undefined && { availableHoursPerDay: hoursPerDay }),
        },
      }
    },
    key: ({ assetNumber }) => assetNumber,
  }
}

interface AvailableHours {
  readonly name: string
  readonly hoursPerDay: number | undefined
}

const hoursFormat: Format<typeof hoursColumns, AvailableHours> = {
  noun: 'instruments',
  columns: hoursColumns,
  draft: row => ({ name: row.eus_instrument_name, hoursPerDay: row.eus_available_hours }),
  key: ({ name }) => name,
}

const readHours = (bytes: Uint8Array) => readDrafts(hoursFormat, readCsv(bytes))

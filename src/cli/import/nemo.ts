import { z } from 'zod'
import { fault } from '../../contract/imports/table.ts'
import type { Imported, ImportedRow, ImportFault, ImportNote } from '../../domain/importFaults.ts'
import type { InstitutionRef, InstrumentDraft } from '../../domain/imports.ts'
import { nemoPolicy } from './nemoPolicy.ts'
import { type NemoTool, toolShape } from './nemoTool.ts'
import { nothing, readJson, shapeFaults, slugOf } from './foreign.ts'

const fixtureShape = z.array(z.object({ model: z.string(), fields: z.record(z.string(), z.unknown()) }))

export interface NemoHost {
  readonly institution: InstitutionRef
  readonly zone: string
}

/**
 * Reads the tools of a NEMO fixture as instruments of one institution; other objects are left alone. A
 * fixture has no numbers of its own, so that a tool is known again by its name: it is the asset number.
 * Hidden tools are retired; a tool out of order keeps its state, as a fault is an outage and not a stage.
 */
export function readNemo(bytes: Uint8Array, host: NemoHost): Imported<InstrumentDraft> {
  const read = readJson(bytes)
  if ('fault' in read) return nothing([read.fault])
  const fixture = fixtureShape.safeParse(read.json)
  if (!fixture.success) return nothing(shapeFaults(0, fixture.error))
  const rows: ImportedRow<InstrumentDraft>[] = []
  const faults: ImportFault[] = []
  const notes: ImportNote[] = []
  const names = new Set<string>()
  for (const [index, { model, fields }] of fixture.data.entries()) {
    if (model.toLowerCase() !== 'nemo.tool') continue
    const row = index + 1
    const tool = toolShape.safeParse(plainNames(fields))
    if (!tool.success) faults.push(...shapeFaults(row, tool.error))
    else if (names.has(tool.data.name))
      faults.push(fault({ row, column: 'name', code: 'row-twice', value: tool.data.name }))
    else {
      names.add(tool.data.name)
      const { draft, notMapped } = instrumentOf(tool.data, host)
      rows.push({ row, value: draft })
      for (const column of notMapped) {
        notes.push({ row, column, code: 'not-mapped', value: String(tool.data[column]) })
      }
    }
  }
  return { rows, faults, notes }
}

function instrumentOf(tool: NemoTool, { institution, zone }: NemoHost) {
  const { policy, notMapped } = nemoPolicy(tool)
  const contact = [tool.phone_number, tool.notification_email_address].filter(filled).join(' ')
  const draft: InstrumentDraft = {
    institution,
    zone,
    assetNumber: tool.name,
    name: tool.name,
    nameEn: tool.name,
    resourceClass: slugOf(tool.category ?? ''),
    exclusive: true,
    capacity: 1,
    purpose: 'general',
    operatingState: tool.visible ? 'operation' : 'retired',
    ...(filled(tool.description) && { serviceText: tool.description }),
    ...(filled(tool.serial) && { serial: tool.serial }),
    ...(filled(tool.category) && { technique: tool.category }),
    ...(filled(tool.location) && { location: tool.location }),
    ...(contact !== '' && { contact }),
    policy,
    details: { operational: tool.operational },
  }
  return { draft, notMapped }
}

/** NEMO keeps most fields under a leading underscore and shows them without. */
function plainNames(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace(/^_/u, ''), value]))
}

const filled = (value: string | null): value is string => value !== null && value.trim() !== ''

import type { InstrumentDraft } from '../../domain/imports.ts'
import type { InstrumentsEntry } from './allianceShape.ts'

interface AllianceFacts {
  readonly slug: string
  readonly zone: string
}

/**
 * Spells out `count` like instruments one by one. Papers give them no numbers, so that each gets one from
 * its alliance, kind and place in the list; the order of the file must stay for it to be known again.
 */
export function allianceInstruments(
  entries: readonly InstrumentsEntry[],
  { slug, zone }: AllianceFacts,
): InstrumentDraft[] {
  const countByKind = new Map<string, number>()
  return entries.flatMap(entry => {
    const first = countByKind.get(entry.kind) ?? 0
    countByKind.set(entry.kind, first + entry.count)
    return Array.from({ length: entry.count }, (_, index) => {
      const place = { slug, zone, number: first + index + 1, ofFacility: index + 1 }
      return instrumentOf(entry, place)
    })
  })
}

interface Place extends AllianceFacts {
  /** Among those of its kind in the alliance. */
  readonly number: number
  /** Among those of its entry. */
  readonly ofFacility: number
}

function instrumentOf(entry: InstrumentsEntry, { slug, zone, number, ofFacility }: Place): InstrumentDraft {
  const { host, facility, kind, count, capacity, unit, operatingState } = entry
  return {
    institution: { kind: 'named', text: host },
    assetNumber: `${slug}-${kind}-${number}`,
    name: count === 1 ? facility : `${facility} ${ofFacility}`,
    resourceClass: kind,
    exclusive: capacity === undefined,
    capacity: capacity ?? 1,
    ...(count > 1 && { pool: `${facility} · ${kind}` }),
    purpose: 'general',
    location: facility,
    zone,
    operatingState: operatingState === 'running' ? 'operation' : operatingState,
    details: { unit },
  }
}

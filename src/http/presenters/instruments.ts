import { instantText } from '../../contract/common.ts'
import type { InstrumentReply, PidinstReply } from '../../contract/instruments.ts'
import { pidinstRecord } from '../../domain/pidinst.ts'
import { isStaffOf, type StaffPlaces } from '../../domain/staffPlaces.ts'
import { techniqueCode } from '../../domain/technique.ts'
import type { Instant } from '../../domain/units.ts'
import { localDay } from '../../domain/zone.ts'
import type { Institution } from '../../store/institutions.ts'
import type { Facet } from '../../store/instrumentFacets.ts'
import type { Instrument } from '../../store/instruments.ts'
import { madeAndRetiredAt } from './stamps.ts'

/** How much of an instrument its viewer sees, and what stands beside the row. */
export interface InstrumentView {
  readonly staff: StaffPlaces
  /** When the photos of some instruments were taken over, by instrument. */
  readonly photos: ReadonlyMap<string, Instant>
}

/** An instrument on the wire; whom its host invited is for staff of the host alone. */
export function presentInstrument(
  instrument: Instrument,
  { staff, photos }: InstrumentView,
): InstrumentReply {
  const { searchKey: _, invitedProjectIds, externalId, ...told } = instrument
  const photoUpdatedAt = photos.get(instrument.id)
  return {
    ...told,
    purpose: told.purpose as InstrumentReply['purpose'],
    publication: told.publication as InstrumentReply['publication'],
    details: told.details as InstrumentReply['details'],
    photoUpdatedAt: photoUpdatedAt === undefined ? null : instantText(photoUpdatedAt),
    ...madeAndRetiredAt(told),
    ...(isStaffOf(staff, instrument) ? { invitedProjectIds: [...invitedProjectIds], externalId } : {}),
  }
}

/** An instrument in the terms of PIDINST. */
export const presentPidinst = (
  instrument: Instrument,
  owner: Institution,
  landingPage: string,
): PidinstReply => {
  const { retiredAt, zone } = instrument
  const retiredOn = retiredAt === null ? null : localDay(zone, retiredAt)
  return pidinstRecord({ ...instrument, retiredOn, owner }, landingPage) as PidinstReply
}

/** Techniques however they are written, each well-known one once under its code. */
export function presentTechniques(written: readonly Facet[]): Facet[] {
  const counts = new Map<string, number>()
  for (const { value, count } of written) {
    const key = techniqueCode(value) ?? value
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count)
}

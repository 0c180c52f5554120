import type { InstrumentChanges, InstrumentDraft } from '../../../api/queries/instrumentEdits.ts'
import type { Instrument } from '../../../api/queries/instruments.ts'

/** What is typed into the form: texts are empty while nothing is entered, numbers NaN. */
export interface Facts {
  readonly institutionId: string | null
  readonly name: string
  readonly nameEn: string
  readonly resourceClass: string
  readonly zone: string
  readonly location: string
  readonly technique: string
  readonly assetNumber: string
  readonly classCode: string
  readonly maker: string
  readonly model: string
  readonly serial: string
  readonly origin: string
  readonly commissionedOn: string | null
  /** In whole units of the currency. */
  readonly originalValue: number
  readonly serviceText: string
  readonly contact: string
  readonly operatingState: Instrument['operatingState']
  readonly exclusive: boolean
  readonly capacity: number
  readonly turnaroundMinutes: number
  readonly poolId: string | null
}

const secondsPerMinute = 60
const minorPerUnit = 100

export const noFacts = (institutionId: string | null, zone: string): Facts => ({
  institutionId,
  name: '',
  nameEn: '',
  resourceClass: '',
  zone,
  location: '',
  technique: '',
  assetNumber: '',
  classCode: '',
  maker: '',
  model: '',
  serial: '',
  origin: '',
  commissionedOn: null,
  originalValue: Number.NaN,
  serviceText: '',
  contact: '',
  operatingState: 'operation',
  exclusive: true,
  capacity: 1,
  turnaroundMinutes: 0,
  poolId: null,
})

export const factsOf = (instrument: Instrument): Facts => ({
  institutionId: instrument.institutionId,
  name: instrument.name,
  nameEn: instrument.nameEn ?? '',
  resourceClass: instrument.resourceClass,
  zone: instrument.zone,
  location: instrument.location ?? '',
  technique: instrument.technique ?? '',
  assetNumber: instrument.assetNumber ?? '',
  classCode: instrument.classCode ?? '',
  maker: instrument.maker ?? '',
  model: instrument.model ?? '',
  serial: instrument.serial ?? '',
  origin: instrument.origin ?? '',
  commissionedOn: instrument.commissionedOn,
  originalValue:
    instrument.originalValueMinor === null ? Number.NaN : instrument.originalValueMinor / minorPerUnit,
  serviceText: instrument.serviceText ?? '',
  contact: instrument.contact ?? '',
  operatingState: instrument.operatingState,
  exclusive: instrument.exclusive,
  capacity: instrument.capacity,
  turnaroundMinutes: instrument.turnaroundSeconds / secondsPerMinute,
  poolId: instrument.poolId,
})

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** The form as the service reads it; everything is sent, so that emptied fields are emptied. */
export function writtenFacts(facts: Facts): Omit<InstrumentDraft, 'institutionId'> & InstrumentChanges {
  const { originalValue, turnaroundMinutes, exclusive } = facts
  return {
    name: facts.name.trim(),
    nameEn: orNull(facts.nameEn),
    resourceClass: facts.resourceClass.trim(),
    zone: facts.zone.trim(),
    location: orNull(facts.location),
    technique: orNull(facts.technique),
    assetNumber: orNull(facts.assetNumber),
    classCode: orNull(facts.classCode),
    maker: orNull(facts.maker),
    model: orNull(facts.model),
    serial: orNull(facts.serial),
    origin: orNull(facts.origin),
    commissionedOn: facts.commissionedOn,
    originalValueMinor: Number.isNaN(originalValue) ? null : Math.round(originalValue * minorPerUnit),
    serviceText: orNull(facts.serviceText),
    contact: orNull(facts.contact),
    operatingState: facts.operatingState,
    exclusive,
    capacity: exclusive ? 1 : facts.capacity,
    turnaroundSeconds: Math.round((turnaroundMinutes || 0) * secondsPerMinute),
    poolId: facts.poolId,
  }
}

/** The parts of `now` that differ from `before`: what somebody else changed meanwhile is left alone. */
export function changedFacts(before: Facts, now: Facts): InstrumentChanges {
  const old = Object.entries(writtenFacts(before))
  const kept = new Map<string, unknown>(old)
  const changed = Object.entries(writtenFacts(now)).filter(([name, value]) => kept.get(name) !== value)
  return Object.fromEntries(changed)
}

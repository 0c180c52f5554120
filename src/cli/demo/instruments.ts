import type { Context } from '../../context.ts'
import type { OperatingState } from '../../domain/instrument.ts'
import type { DatedException, PolicyRules } from '../../domain/policy.ts'
import { type Seconds, secondsPerHour } from '../../domain/units.ts'
import { addInstrument, publishInstrument } from '../../operations/instruments.ts'
import { SYSTEM } from '../../operations/perform.ts'
import { addPolicy } from '../../operations/policies.ts'
import { addPool } from '../../operations/pools.ts'
import { addSharingTerm } from '../../operations/sharingTerms.ts'
import type { AllianceFact, InstrumentFact } from './allianceFact.ts'
import { type Kind, KINDS } from './kinds.ts'

export interface DemoInstrument {
  readonly id: string
  readonly poolId: string | null
  readonly kind: Kind
  readonly resourceClass: string
  readonly capacity: number
  readonly state: OperatingState
}

const turnaroundSeconds = 900 as Seconds

/** Of a large pool every fifth is the best one: its manager is asked first, and people check in. */
const largePool = 10
const bestEvery = 5
const askedFirst: Partial<PolicyRules> = {
  approval: 'staff',
  approvalHoldSeconds: (72 * secondsPerHour) as Seconds,
  attendance: 'check-in',
}

/**
 * Enters and publishes the instruments of an alliance under its fictional host, several of a kind as a pool.
 */
export async function furnishInstruments(
  context: Context,
  of: FurnishedAt & { readonly fact: AllianceFact },
): Promise<DemoInstrument[]> {
  const made: DemoInstrument[] = []
  for (const fact of of.fact.instruments) {
    const kind = KINDS[fact.kind]
    if (kind === undefined) throw new Error(`the demonstration has no rules for ${fact.kind}`)
    const poolId = fact.count > 1 ? await poolOf(context, of.hostId, fact, kind) : null
    for (let number = 1; number <= fact.count; number++) {
      made.push(
        await furnishOne(context, { ...of, slug: of.fact.slug, fact, kind, poolId, number: made.length + 1 }),
      )
    }
  }
  return made
}

async function poolOf(context: Context, hostId: string, fact: InstrumentFact, kind: Kind) {
  const name = `${fact.facility}·${kind.name}`
  const pool = await addPool(context, SYSTEM, { institutionId: hostId, name, nameEn: `${kind.nameEn} pool` })
  return pool.id
}

/** Where instruments come to stand, and the days on which those that keep hours are closed. */
interface FurnishedAt {
  readonly allianceId: string
  readonly hostId: string
  readonly closed: readonly DatedException[]
}

interface Plan extends FurnishedAt {
  readonly slug: string
  readonly fact: InstrumentFact
  readonly kind: Kind
  readonly poolId: string | null
  readonly number: number
}

async function furnishOne(context: Context, plan: Plan): Promise<DemoInstrument> {
  const { fact, kind, poolId, number, allianceId } = plan
  const shared = fact.capacity > 1
  const label = String(number).padStart(2, '0')
  const instrument = await addInstrument(context, SYSTEM, {
    institutionId: plan.hostId,
    poolId,
    assetNumber: `DEMO-${plan.slug}-${fact.kind}-${label}`,
    name: `示例${kind.name} ${label}`,
    nameEn: `Sample ${inSentence(kind.nameEn)} ${label}`,
    resourceClass: fact.kind,
    zone: 'Asia/Shanghai',
    location: fact.facility,
    technique: kind.technique,
    exclusive: !shared,
    capacity: fact.capacity,
    turnaroundSeconds: shared ? (0 as Seconds) : turnaroundSeconds,
    operatingState: fact.state,
  })
  const { id: instrumentId } = instrument
  const isBest = fact.count >= largePool && number % bestEvery === 0
  const { opening } = kind.rules
  const rules = {
    ...kind.rules,
    ...(isBest ? askedFirst : {}),
    ...(opening === undefined ? {} : { opening: { ...opening, exceptions: plan.closed } }),
  }
  await addPolicy(context, SYSTEM, { instrumentId, rules })
  await addSharingTerm(context, SYSTEM, { instrumentId, audience: 'alliance', allianceId, quota: kind.quota })
  await publishInstrument(context, SYSTEM, { id: instrumentId, version: instrument.version })
  const { capacity, state } = fact
  return { id: instrumentId, poolId, kind, resourceClass: fact.kind, capacity, state }
}

/** With a small letter, unless the word is written otherwise: qPCR stays. */
const inSentence = (name: string) =>
  /^[A-Z][a-z]/u.test(name) ? `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` : name

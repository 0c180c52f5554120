import type { Context } from '../../context.ts'
import {
  type Instant,
  instant,
  millisecondsPerSecond,
  plusSeconds,
  secondsPerDay,
} from '../../domain/units.ts'
import { addOutage } from '../../operations/outages.ts'
import { SYSTEM } from '../../operations/perform.ts'
import { type DemoAccount, furnishAccounts } from './accounts.ts'
import { Chance } from './chance.ts'
import { ALLIANCE_FACTS } from './facts.ts'
import { liveThroughMonth, type MovableClock } from './month.ts'
import { type DemoAlliance, furnishAlliance } from './world.ts'

const daysPast = 22
const hourMilliseconds = 3_600 * millisecondsPerSecond

export interface Demonstration {
  readonly accounts: readonly DemoAccount[]
  readonly bookings: number
}

/**
 * Fills an empty database with the demonstration, as it looks at `until`; the same for the same seed and
 * hour.
 */
export async function furnishDemonstration(
  context: Context & { readonly clock: MovableClock },
  of: { readonly seed: number; readonly until: Instant },
): Promise<Demonstration> {
  // Plans are made from the full hour, so that two runs within it are alike.
  const until = instant(of.until - (of.until % hourMilliseconds))
  context.clock.moveTo(plusSeconds(until, -daysPast * secondsPerDay))
  const known = new Map<string, string>()
  const alliances: DemoAlliance[] = []
  for (const fact of ALLIANCE_FACTS) alliances.push(await furnishAlliance(context, fact, known))
  const [first, ...others] = alliances as [DemoAlliance, ...DemoAlliance[]]
  const { accounts, researcherId } = await furnishAccounts(context, first)
  await furnishOutages(context, alliances, until)
  const lively = [withBooker(first, researcherId), ...others]
  const chance = new Chance(of.seed)
  const bookings = await liveThroughMonth(context, { alliances: lively, chance, until })
  return { accounts, bookings }
}

/** The researcher with a login books like two of the others, so that there is something of theirs to see. */
function withBooker(alliance: DemoAlliance, personId: string): DemoAlliance {
  const [home, ...others] = alliance.members
  if (home === undefined) return alliance
  const researcherIds = [...home.researcherIds, personId, personId]
  return { ...alliance, members: [{ ...home, researcherIds }, ...others] }
}

/** In every alliance one instrument broke down last week, and one will be serviced next week. */
async function furnishOutages(context: Context, alliances: readonly DemoAlliance[], until: Instant) {
  for (const { instruments } of alliances) {
    const [first, second = first] = instruments.filter(each => each.isOpen)
    if (first === undefined || second === undefined) continue
    const broke = plusSeconds(until, -8 * secondsPerDay)
    const service = plusSeconds(until, 6 * secondsPerDay)
    await addOutage(context, SYSTEM, {
      instrumentId: first.id,
      start: broke,
      end: plusSeconds(broke, 7 * 3600),
      kind: 'unplanned',
      reason: '示例故障（虚构）',
    })
    await addOutage(context, SYSTEM, {
      instrumentId: second.id,
      start: service,
      end: plusSeconds(service, 8 * 3600),
      kind: 'planned',
      reason: '示例例行维护（虚构）',
    })
  }
}

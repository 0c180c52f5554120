import type { Context } from '../../context.ts'
import {
  type Instant,
  instant,
  millisecondsPerSecond,
  plusSeconds,
  secondsPerDay,
} from '../../domain/units.ts'
import { sealLedgers } from '../../operations/ledger/seal.ts'
import { addOutage } from '../../operations/outages.ts'
import { SYSTEM } from '../../operations/perform.ts'
import { type DemoAccount, furnishAccounts } from './accounts.ts'
import { Agenda, type MovableClock } from './agenda.ts'
import { Chance } from './chance.ts'
import { Diary } from './diary.ts'
import { ALLIANCE_FACTS } from './facts.ts'
import { grantQuarter } from './quota.ts'
import { type DemoStep, furnishScenarios } from './scenarios.ts'
import { demoTimes, type DemoTimes } from './times.ts'
import { type DemoAlliance, furnishAlliance } from './world.ts'

const hourMilliseconds = 3_600 * millisecondsPerSecond
/** A quarter is granted so long before it begins, for people book ahead. */
const grantedAheadSeconds = 14 * secondsPerDay

export interface Demonstration {
  readonly accounts: readonly DemoAccount[]
  readonly scenarios: readonly DemoStep[]
  readonly bookings: number
}

/**
 * Fills an empty database with the demonstration, as it looks at `until`: four whole months and the days
 * since, lived through the operations, every booking, check-in, approval and cancellation at its own moment,
 * refusals included. The same for the same seed and hour.
 */
export async function furnishDemonstration(
  context: Context & { readonly clock: MovableClock },
  of: { readonly seed: number; readonly until: Instant },
): Promise<Demonstration> {
  // Plans are made from the full hour, so that two runs within it are alike.
  const times = demoTimes(instant(of.until - (of.until % hourMilliseconds)))
  context.clock.moveTo(times.start)
  const known = new Map<string, string>()
  const alliances: DemoAlliance[] = []
  for (const fact of ALLIANCE_FACTS) alliances.push(await furnishAlliance(context, fact, { known, times }))
  const [first, ...others] = alliances as [DemoAlliance, ...DemoAlliance[]]
  const { accounts, researcherId } = await furnishAccounts(context, first, times.startsOn)
  await furnishOutages(context, alliances, times.until)
  const agenda = new Agenda(times.start)
  await planQuota(context, alliances, { agenda, times })
  const diary = new Diary(context, new Chance(of.seed), agenda, times)
  for (const alliance of [withBooker(first, researcherId), ...others]) {
    const open = alliance.instruments.filter(each => each.state === 'operation')
    for (const instrument of open) diary.plan(alliance, instrument)
  }
  await agenda.live(context, times.until)
  const scenarios = await furnishScenarios(context, { alliances, accounts, times })
  await sealLedgers(context, 'everything')
  return { accounts, scenarios, bookings: diary.made }
}

/** The earlier quarter is granted at once, the current one before it begins. */
async function planQuota(
  context: Context,
  alliances: readonly DemoAlliance[],
  of: { readonly agenda: Agenda; readonly times: DemoTimes },
) {
  const { earlier, current } = of.times
  for (const ledger of alliances.flatMap(each => each.ledgers)) {
    await grantQuarter(context, ledger, earlier)
    const at = plusSeconds(current.start, -grantedAheadSeconds)
    of.agenda.add({ at, run: () => grantQuarter(context, ledger, current) })
  }
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
    const [first, second = first] = instruments.filter(each => each.state === 'operation')
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

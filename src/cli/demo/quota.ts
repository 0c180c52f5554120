import type { Context } from '../../context.ts'
import type { GrantLine } from '../../domain/ledger/granting.ts'
import { type Amount, secondsPerHour } from '../../domain/units.ts'
import { grant } from '../../operations/ledger/grant.ts'
import { createLedger, openPeriod } from '../../operations/ledger/ledgers.ts'
import { SYSTEM } from '../../operations/perform.ts'
import type { AllianceFact } from './allianceFact.ts'
import type { DemoInstrument } from './instruments.ts'
import type { DemoMember } from './members.ts'
import type { Quarter } from './times.ts'

const hoursEach = 560
const reserveHours = 400
/** What a member passes on to its project; the rest stays with the institution. */
const projectHours = 420

const hours = (count: number) => (count * secondsPerHour) as Amount

/** The books of one class of resource whose quota is enforced. */
export interface DemoLedger {
  readonly id: string
  readonly allianceId: string
  readonly members: readonly DemoMember[]
  readonly pooledHours: number | null
}

/** Opens a ledger for each enforced class of resource of an alliance. */
export async function openLedgers(
  context: Context,
  of: {
    readonly allianceId: string
    readonly fact: AllianceFact
    readonly instruments: readonly DemoInstrument[]
    readonly members: readonly DemoMember[]
  },
): Promise<DemoLedger[]> {
  const { allianceId, members, fact } = of
  const pooledHours = fact.pooledHours ?? null
  const enforced = of.instruments.filter(each => each.kind.quota === 'enforced')
  const ledgers: DemoLedger[] = []
  for (const resourceClass of new Set(enforced.map(each => each.resourceClass))) {
    const books = { allianceId, resourceClass, unit: 'second', pooled: pooledHours !== null } as const
    const { id } = await createLedger(context, SYSTEM, books)
    ledgers.push({ id, allianceId, members, pooledHours })
  }
  return ledgers
}

/**
 * Grants a quarter: all members together where they draw on one pool, otherwise each its share, of which its
 * project gets a part, with a reserve kept.
 */
export async function grantQuarter(context: Context, ledger: DemoLedger, quarter: Quarter) {
  const { id: ledgerId, members, pooledHours } = ledger
  const { name, startsOn, endsOn } = quarter
  const period = await openPeriod(context, SYSTEM, { ledgerId, name, startsOn, endsOn })
  const reserve = { kind: 'reserve', id: ledger.allianceId } as const
  const supplied = pooledHours ?? hoursEach * members.length + reserveHours
  const grantLines = (number: number, lines: readonly GrantLine[]) =>
    grant(context, SYSTEM, {
      ledgerId,
      periodId: period.id,
      documentNumber: `示例〔${quarter.year}〕${number}号`,
      reason: `${name}分配（虚构）`,
      lines,
    })
  const first = Number(startsOn.slice(5, 7)) * 2 - 1
  const supply: GrantLine = { from: null, to: reserve, amount: hours(supplied) }
  if (pooledHours !== null) {
    await grantLines(first, [supply])
    return
  }
  const shares = members.map(({ institutionId }): GrantLine => ({
    from: reserve,
    to: { kind: 'institution', id: institutionId },
    amount: hours(hoursEach),
  }))
  await grantLines(first, [supply, ...shares])
  const passedOn = members.map(({ institutionId, projectId }): GrantLine => ({
    from: { kind: 'institution', id: institutionId },
    to: { kind: 'project', id: projectId },
    amount: hours(projectHours),
  }))
  await grantLines(first + 1, passedOn)
}

import type { Context } from '../../context.ts'
import type { GrantLine } from '../../domain/ledger/granting.ts'
import { type Amount, type Day, plusSeconds, secondsPerDay, secondsPerHour } from '../../domain/units.ts'
import { localDay } from '../../domain/zone.ts'
import { grant } from '../../operations/ledger/grant.ts'
import { createLedger, openPeriod } from '../../operations/ledger/ledgers.ts'
import { SYSTEM } from '../../operations/perform.ts'
import type { DemoInstrument } from './instruments.ts'
import type { DemoMember } from './members.ts'

const zone = 'Asia/Shanghai'
const hoursEach = 320
const reserveHours = 400
/** What a member passes on to its project; the rest stays with the institution. */
const projectHours = 220
const daysBack = 60
const daysAhead = 120

const hours = (count: number) => (count * secondsPerHour) as Amount

/** Opens a ledger for each enforced class of resource, grants every member its share, of which its
 * project gets a part, and keeps a reserve. */
export async function furnishQuota(
  context: Context,
  of: {
    readonly allianceId: string
    readonly instruments: readonly DemoInstrument[]
    readonly members: readonly DemoMember[]
  },
) {
  const enforced = of.instruments.filter(each => each.kind.quota === 'enforced')
  const day = (days: number): Day => localDay(zone, plusSeconds(context.clock.now(), days * secondsPerDay))
  for (const resourceClass of new Set(enforced.map(each => each.resourceClass))) {
    const books = { allianceId: of.allianceId, resourceClass, unit: 'second', pooled: false } as const
    const { id: ledgerId } = await createLedger(context, SYSTEM, books)
    const [startsOn, endsOn] = [day(-daysBack), day(daysAhead)]
    const period = await openPeriod(context, SYSTEM, { ledgerId, name: '示例周期', startsOn, endsOn })
    const lines = of.members.map((member): GrantLine => ({
      from: { kind: 'reserve', id: of.allianceId },
      to: { kind: 'institution', id: member.institutionId },
      amount: hours(hoursEach),
    }))
    const supply: GrantLine = {
      from: null,
      to: { kind: 'reserve', id: of.allianceId },
      amount: hours(hoursEach * of.members.length + reserveHours),
    }
    const batch = {
      ledgerId,
      periodId: period.id,
      documentNumber: '示例〔2026〕1号',
      reason: '示例年度分配（虚构）',
    }
    await grant(context, SYSTEM, { ...batch, lines: [supply, ...lines] })
    const passedOn = of.members.map((member): GrantLine => ({
      from: { kind: 'institution', id: member.institutionId },
      to: { kind: 'project', id: member.projectId },
      amount: hours(projectHours),
    }))
    await grant(context, SYSTEM, { ...batch, documentNumber: '示例〔2026〕2号', lines: passedOn })
  }
}

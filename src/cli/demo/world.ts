import type { Context } from '../../context.ts'
import type { InstitutionKind } from '../../domain/imports.ts'
import type { Day } from '../../domain/units.ts'
import { addAgreement } from '../../operations/agreements.ts'
import { addAlliance } from '../../operations/alliances.ts'
import { addInstitution } from '../../operations/institutions.ts'
import { addMembership } from '../../operations/memberships.ts'
import { SYSTEM } from '../../operations/perform.ts'
import type { AllianceFact, MemberFact } from './allianceFact.ts'
import { type DemoInstrument, furnishInstruments } from './instruments.ts'
import { type DemoMember, furnishMember } from './members.ts'
import { type DemoLedger, openLedgers } from './quota.ts'
import { daysOf, type DemoTimes } from './times.ts'
import { closedOnHolidays } from './holidays.ts'
import { demoZone } from './zone.ts'

/** One alliance with everything in it that the demonstration moves. */
export interface DemoAlliance {
  readonly id: string
  readonly fact: AllianceFact
  readonly host: DemoMember
  /** Plainly fictional members, who book. */
  readonly members: readonly DemoMember[]
  readonly instruments: readonly DemoInstrument[]
  readonly ledgers: readonly DemoLedger[]
}

/** Institutions by name: one may sit in several alliances. */
export type Known = Map<string, string>

/** Holidays are known so far ahead. */
const holidaysAheadDays = 90

/**
 * Enters an alliance: named members as public facts, the others fictional, one of them with the instruments.
 */
export async function furnishAlliance(
  context: Context,
  fact: AllianceFact,
  of: { readonly known: Known; readonly times: DemoTimes },
): Promise<DemoAlliance> {
  const { startsOn } = of.times
  const { slug, name, type, leadLabel, foundedOn } = fact
  const alliance = await addAlliance(context, SYSTEM, {
    slug,
    name,
    nameEn: null,
    type,
    leadLabel,
    zone: demoZone,
    currency: 'CNY',
    parentId: null,
    foundedOn,
    endsOn: null,
  })
  const join = (institutionId: string, kind: InstitutionKind, roles: readonly string[]) =>
    addMembership(context, SYSTEM, {
      allianceId: alliance.id,
      institutionId,
      startsOn,
      endsOn: null,
      right: kind === 'government' ? 'observer' : 'full',
      roles: roles.map(role => ({ role, label: null, startsOn, endsOn: null })),
    })
  const named: string[] = []
  for (const member of fact.members) {
    const institutionId = await institutionOf(context, member, of.known)
    named.push(institutionId)
    await join(institutionId, member[2], member[3].split(' '))
  }
  const members: DemoMember[] = []
  // Every alliance has two fictional members at the least, for someone must host and someone book.
  const missing = Math.max(2, fact.memberCount - fact.members.length)
  for (let number = 1; number <= missing; number++) {
    const member = await furnishMember(context, { alliance: fact, number, host: number === 1, startsOn })
    await join(member.institutionId, 'research', [number === 1 ? 'platform-host' : 'member'])
    members.push(member)
  }
  const [host, ...others] = members as [DemoMember, ...DemoMember[]]
  const instruments = await furnishInstruments(context, {
    fact,
    allianceId: alliance.id,
    hostId: host.institutionId,
    closed: closedOnHolidays(daysOf(of.times, holidaysAheadDays)),
  })
  const allianceId = alliance.id
  await furnishAgreements(context, { allianceId, fact, named, startsOn })
  const ledgers = await openLedgers(context, { allianceId, fact, instruments, members: others })
  return { id: allianceId, fact, host, members: others, instruments, ledgers }
}

async function institutionOf(context: Context, member: MemberFact, known: Known): Promise<string> {
  const [name, jurisdiction, kind] = member
  const there = known.get(name)
  if (there !== undefined) return there
  const codes = { uscc: null, ror: null, ownId: null }
  const { id } = await addInstitution(context, SYSTEM, { name, nameEn: null, kind, jurisdiction, ...codes })
  known.set(name, id)
  return id
}

async function furnishAgreements(
  context: Context,
  of: {
    readonly allianceId: string
    readonly fact: AllianceFact
    readonly named: readonly string[]
    readonly startsOn: Day
  },
) {
  const { startsOn } = of
  for (const [index, agreement] of of.fact.agreements.entries()) {
    const formed =
      agreement.forms === null
        ? null
        : await addAlliance(context, SYSTEM, {
            slug: `${of.fact.slug}-${index + 1}`,
            name: agreement.forms,
            nameEn: null,
            type: 'consortium',
            leadLabel: null,
            zone: demoZone,
            currency: 'CNY',
            parentId: of.allianceId,
            foundedOn: null,
            endsOn: null,
          })
    const partyIds = agreement.parties.map(place => of.named[place] ?? '')
    await addAgreement(context, SYSTEM, {
      allianceId: of.allianceId,
      subject: agreement.subject,
      partyIds,
      formsAllianceId: formed?.id ?? null,
      startsOn,
      endsOn: null,
    })
  }
}

import type { Context } from '../../context.ts'
import { type BookingRequest, type DecisionKind, occupiedUntil } from '../../domain/booking.ts'
import type {
  AgreementFacts,
  BookingFacts,
  CapUse,
  Holder,
  ProjectFacts,
  SharingTermFacts,
} from '../../domain/bookingFacts.ts'
import { capPeriods } from '../../domain/caps.ts'
import type { PolicyRules } from '../../domain/policy.ts'
import { ruleSecondsMax } from '../../domain/policyFaults.ts'
import { refuse } from '../../domain/refusal.ts'
import { roleFor } from '../../domain/roles.ts'
import { chooseProject } from '../../domain/chooseProject.ts'
import { chooseTerm } from '../../domain/chooseTerm.ts'
import { lengthOf, span } from '../../domain/span.ts'
import type { Day, Instant } from '../../domain/units.ts'
import { localDay } from '../../domain/zone.ts'
import { appointmentsOf } from '../../store/actors.ts'
import { agreementWithParty } from '../../store/agreements.ts'
import {
  membershipsOfInstitution,
  partnershipsAmong,
  projectForBooking,
  termsForBooking,
} from '../../store/bookingFacts.ts'
import { bookingsUnderCap } from '../../store/bookings/caps.ts'
import { bookingsNear } from '../../store/bookings/rows.ts'
import type { Reader } from '../../store/database.ts'
import type { InstrumentForBooking } from '../../store/instruments.ts'
import { outagesWithin } from '../../store/outages.ts'
import { affiliationsOn } from '../../store/people.ts'
import { policyAt, rulesOf } from '../../store/policies.ts'
import { eligibleProjects } from '../../store/projects.ts'
import { type Actor, SYSTEM, todayOf } from '../perform.ts'

/** The facts of a decision but for quota, with what the booking row copies from them. */
export interface GatheredFacts extends BookingFacts {
  readonly policyId: string
}

export interface FactsQuestion {
  readonly request: BookingRequest
  readonly instrument: InstrumentForBooking
  readonly kind: DecisionKind
  /** The booking being changed, which neither is its own neighbour nor counts twice under a cap. */
  readonly exceptId?: string
  /** What is frozen on a booking that only grows or shrinks: its policy, and the term it was made under. */
  readonly frozen?: {
    readonly policyId: string
    readonly rules: PolicyRules
    readonly term: SharingTermFacts
  }
  /**
   * Who pays for a booking that is there already: settled when it was made, whatever the person joined since.
   */
  readonly payer?: Holder
  /** The policy in force, where it was read together with the instrument. */
  readonly policyId?: string
}

/**
 * Reads, after the instrument's lock, everything that the rules ask about, but for quota.
 *
 * @throws Refused `too-long` beyond what any policy may allow: no staff sets that aside, and no calendar is
 *   worked out so far.
 */
export async function gatherFacts(
  context: Context,
  reader: Reader,
  actor: Actor,
  question: FactsQuestion,
): Promise<GatheredFacts> {
  const { request, instrument, kind, exceptId } = question
  const requestedSeconds = lengthOf(request)
  if (requestedSeconds > ruleSecondsMax) {
    refuse({ code: 'too-long', longestSeconds: ruleSecondsMax, requestedSeconds })
  }
  const startDay = localDay(instrument.zone, request.start)
  const policy = question.frozen ?? (await policyInForce(reader, question))
  const who = await whoFor(reader, question, startDay)
  const { holder } = who
  const frozenTerm = question.frozen?.term ?? null
  const sharing = await sharingFor(reader, { request, instrument, holder, startDay, frozenTerm })
  const keeps = span(request.start, occupiedUntil(request.end, instrument.turnaroundSeconds))
  return {
    kind,
    instrument,
    rules: policy.rules,
    policyId: policy.policyId,
    staff: await isStaff(context, reader, actor, instrument),
    startDay,
    ...who,
    bookerShares: await sharesWithBooker(reader, { request, who, day: startDay }),
    ...sharing,
    outages: await outagesWithin(reader, {
      instrumentId: instrument.id,
      start: request.start,
      end: request.end,
    }),
    neighbours: await bookingsNear(reader, {
      instrumentId: instrument.id,
      span: keeps,
      exceptId: exceptId ?? '',
    }),
    caps: await capUses(reader, {
      request,
      rules: policy.rules,
      holder,
      zone: instrument.zone,
      exceptId,
      now: context.clock.now(),
    }),
    quota: null,
  }
}

/** Whether the actor may act as the instrument's staff. */
export async function isStaff(
  context: Context,
  reader: Reader,
  actor: Actor,
  instrument: Pick<InstrumentForBooking, 'id' | 'institutionId'>,
): Promise<boolean> {
  if (actor.personId === SYSTEM.personId) return true
  const held = await appointmentsOf(reader, actor.personId, todayOf(context))
  const place = { institutionId: instrument.institutionId, instrumentId: instrument.id }
  return roleFor(held, 'booking.staff', place) !== undefined
}

async function policyInForce(reader: Reader, { request, instrument, policyId }: FactsQuestion) {
  if (policyId !== undefined) return { policyId, rules: await rulesOf(reader, policyId) }
  const policy = await policyAt(reader, { instrumentId: instrument.id, at: request.start })
  if (policy === undefined) refuse({ code: 'not-found', noun: 'policy', id: instrument.id })
  return { policyId: policy.id, rules: policy.rules }
}

interface WhoFor {
  readonly project: ProjectFacts | null
  readonly personOnProject: boolean
  readonly unclearProjectIds: readonly string[]
  readonly holder: Holder
}

/** The project that pays: the one named, the person's only one, or their group's default. */
async function whoFor(reader: Reader, question: FactsQuestion, day: Day): Promise<WhoFor> {
  const { personId, projectId } = question.request
  if (projectId === null && question.payer !== undefined) {
    return { project: null, personOnProject: false, unclearProjectIds: [], holder: question.payer }
  }
  if (projectId === null) return whoForUnnamed(reader, { personId, day })
  const named = await projectForBooking(reader, { id: projectId, personId, day })
  if (named === undefined) refuse({ code: 'not-found', noun: 'project', id: projectId })
  const { institutionId, groupId } = named.project
  return { ...named, unclearProjectIds: [], holder: { institutionId, groupId } }
}

async function whoForUnnamed(
  reader: Reader,
  of: { readonly personId: string; readonly day: Day },
): Promise<WhoFor> {
  const eligible = await eligibleProjects(reader, of)
  const only = chooseProject(eligible, of.day)
  if (only !== undefined) {
    const { institutionId, groupId } = only
    return {
      project: only,
      personOnProject: true,
      unclearProjectIds: [],
      holder: { institutionId, groupId },
    }
  }
  const affiliation = (await affiliationsOn(reader, of))[0]
  return {
    project: null,
    personOnProject: false,
    unclearProjectIds: eligible.map(each => each.id),
    holder: {
      institutionId: affiliation?.institutionId ?? null,
      groupId: affiliation?.groupId ?? null,
    },
  }
}

/**
 * Whether who books for someone else belongs where the time is paid: on the same project or, without one, to
 * the same institution. Nobody spends a stranger's quota.
 */
async function sharesWithBooker(
  reader: Reader,
  of: { readonly request: BookingRequest; readonly who: WhoFor; readonly day: Day },
): Promise<boolean> {
  const { request, who, day } = of
  if (request.personId === request.bookedById) return true
  const booker = { personId: request.bookedById, day }
  if (who.project !== null) {
    return (await projectForBooking(reader, { ...booker, id: who.project.id }))?.personOnProject === true
  }
  const affiliations = await affiliationsOn(reader, booker)
  return affiliations.some(each => each.institutionId === who.holder.institutionId)
}

interface SharingFacts {
  readonly request: BookingRequest
  readonly instrument: InstrumentForBooking
  readonly holder: Holder
  readonly startDay: Day
  readonly frozenTerm: SharingTermFacts | null
}

async function sharingFor(reader: Reader, of: SharingFacts) {
  const { request, instrument, holder, startDay } = of
  const { institutionId } = holder
  const agreement = request.agreementId === null ? null : await agreementNamed(reader, request.agreementId)
  const allianceId = agreement?.allianceId ?? request.allianceId
  const found = await termsForBooking(reader, {
    instrumentId: instrument.id,
    at: request.start,
    institutionId: institutionId ?? '',
    day: startDay,
  })
  const { terms } = found
  const allianceIds = terms
    .filter(term => term.audience === 'partners')
    .map(term => term.allianceId)
    .filter(id => id !== null)
  const partnerOf =
    institutionId === null
      ? []
      : await partnershipsAmong(reader, { institutionId, allianceIds, day: startDay })
  const hostInstitutionId = instrument.institutionId
  // A membership in an alliance that no term names matters only where the request names that alliance.
  const known = terms.some(term => term.allianceId === allianceId)
  const memberships =
    allianceId === null || known || institutionId === null
      ? found.memberships
      : await membershipsOfInstitution(reader, institutionId, startDay)
  const term =
    of.frozenTerm ??
    chooseTerm({ terms, hostInstitutionId, institutionId, memberships, partnerOf, allianceId })
  const through = allianceId ?? (term?.audience === 'alliance' ? term.allianceId : null)
  return { agreement, term, membership: memberships.find(held => held.allianceId === through) ?? null }
}

async function agreementNamed(reader: Reader, agreementId: string): Promise<AgreementFacts> {
  const agreement = await agreementWithParty(reader, { agreementId })
  return agreement ?? refuse({ code: 'not-found', noun: 'agreement', id: agreementId })
}

interface CapQuestion {
  readonly request: BookingRequest
  readonly rules: PolicyRules
  readonly holder: Holder
  readonly zone: string
  readonly exceptId: string | undefined
  readonly now: Instant
}

async function capUses(reader: Reader, of: CapQuestion): Promise<CapUse[]> {
  const { request, rules, holder, zone, exceptId = '', now } = of
  const holders = { person: request.personId, group: holder.groupId, institution: holder.institutionId }
  const uses: CapUse[] = []
  for (const cap of rules.caps) {
    const holderId = holders[cap.per]
    if (holderId === null) continue
    const periods = capPeriods(cap.period, zone, request, now)
    const from = Math.min(...periods.map(period => period.start)) as Instant
    const to = Math.max(...periods.map(period => period.end)) as Instant
    const range = { holderId, instrumentId: request.instrumentId, from, to, exceptId }
    uses.push({ cap, bookings: await bookingsUnderCap(reader, cap.per, range) })
  }
  return uses
}

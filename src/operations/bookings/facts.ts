import type { Context } from '../../context.ts'
import { type BookingRequest, type DecisionKind, occupiedUntil } from '../../domain/booking.ts'
import type { AgreementFacts, BookingFacts, CapUse, Holder, ProjectFacts } from '../../domain/bookingFacts.ts'
import { capPeriods } from '../../domain/caps.ts'
import type { PolicyRules } from '../../domain/policy.ts'
import { refuse } from '../../domain/refusal.ts'
import { roleFor } from '../../domain/roles.ts'
import { chooseTerm } from '../../domain/chooseTerm.ts'
import { span } from '../../domain/span.ts'
import type { Day, Instant } from '../../domain/units.ts'
import { localDay } from '../../domain/zone.ts'
import { appointmentsOf } from '../../store/actors.ts'
import { agreementWithParty } from '../../store/agreements.ts'
import { membershipsOfInstitution, partnershipsAmong, projectForBooking } from '../../store/bookingFacts.ts'
import { bookingsUnderCap } from '../../store/bookings/caps.ts'
import { bookingsNear } from '../../store/bookings/rows.ts'
import type { Reader } from '../../store/database.ts'
import type { InstrumentForBooking } from '../../store/instruments.ts'
import { outagesWithin } from '../../store/outages.ts'
import { affiliationsOn } from '../../store/people.ts'
import { policyAt } from '../../store/policies.ts'
import { eligibleProjects } from '../../store/projects.ts'
import { type SharingTermRow, sharingTermsAt } from '../../store/sharingTerms.ts'
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
  /** The policy frozen on a booking that only grows or shrinks. */
  readonly frozen?: { readonly policyId: string; readonly rules: PolicyRules }
}

/** Reads, after the instrument's lock, everything that the rules ask about, but for quota. */
export async function gatherFacts(
  context: Context,
  reader: Reader,
  actor: Actor,
  question: FactsQuestion,
): Promise<GatheredFacts> {
  const { request, instrument, kind, exceptId } = question
  const startDay = localDay(instrument.zone, request.start)
  const policy = question.frozen ?? (await policyInForce(reader, instrument.id, request.start))
  const { project, personOnProject, unclearProjectIds, holder } = await whoFor(reader, request, startDay)
  const sharing = await sharingFor(reader, { request, instrument, holder, startDay })
  const keeps = span(request.start, occupiedUntil(request.end, instrument.turnaroundSeconds))
  return {
    kind,
    instrument,
    rules: policy.rules,
    policyId: policy.policyId,
    staff: await isStaff(context, reader, actor, instrument),
    startDay,
    holder,
    project,
    unclearProjectIds,
    personOnProject,
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

async function policyInForce(reader: Reader, instrumentId: string, at: Instant) {
  const policy = await policyAt(reader, { instrumentId, at })
  if (policy === undefined) refuse({ code: 'not-found', noun: 'policy', id: instrumentId })
  return { policyId: policy.id, rules: policy.rules }
}

interface WhoFor {
  readonly project: ProjectFacts | null
  readonly personOnProject: boolean
  readonly unclearProjectIds: readonly string[]
  readonly holder: Holder
}

/** The project that pays: the one named, the person's only one, or their group's default. */
async function whoFor(reader: Reader, request: BookingRequest, day: Day): Promise<WhoFor> {
  const eligible = await eligibleProjects(reader, { personId: request.personId, day })
  const named = request.projectId === null ? undefined : await projectForBooking(reader, request.projectId)
  if (request.projectId !== null && named === undefined) {
    refuse({ code: 'not-found', noun: 'project', id: request.projectId })
  }
  const only = eligible.length === 1 ? eligible[0] : eligible.find(each => each.id === each.defaultProjectId)
  const project = named ?? only ?? null
  const affiliation =
    project === null ? (await affiliationsOn(reader, { personId: request.personId, day }))[0] : undefined
  return {
    project,
    personOnProject: project !== null && eligible.some(each => each.id === project.id),
    unclearProjectIds: project === null ? eligible.map(each => each.id) : [],
    holder: {
      institutionId: project?.institutionId ?? affiliation?.institutionId ?? null,
      groupId: project?.groupId ?? affiliation?.groupId ?? null,
    },
  }
}

interface SharingFacts {
  readonly request: BookingRequest
  readonly instrument: InstrumentForBooking
  readonly holder: Holder
  readonly startDay: Day
}

async function sharingFor(reader: Reader, of: SharingFacts) {
  const { request, instrument, holder, startDay } = of
  const { institutionId } = holder
  const agreement = request.agreementId === null ? null : await agreementNamed(reader, request.agreementId)
  const allianceId = agreement?.allianceId ?? request.allianceId
  const terms = (await sharingTermsAt(reader, { instrumentId: instrument.id, at: request.start })).map(
    termFacts,
  )
  const memberships =
    institutionId === null ? [] : await membershipsOfInstitution(reader, institutionId, startDay)
  const partners = terms.flatMap(term => (term.audience === 'partners' ? (term.allianceId ?? []) : []))
  const partnerOf =
    institutionId === null
      ? []
      : await partnershipsAmong(reader, { institutionId, allianceIds: partners, day: startDay })
  const hostInstitutionId = instrument.institutionId
  const term = chooseTerm({ terms, hostInstitutionId, institutionId, memberships, partnerOf, allianceId })
  const through = allianceId ?? (term?.audience === 'alliance' ? term.allianceId : null)
  return { agreement, term, membership: memberships.find(held => held.allianceId === through) ?? null }
}

async function agreementNamed(reader: Reader, agreementId: string): Promise<AgreementFacts> {
  const agreement = await agreementWithParty(reader, { agreementId })
  return agreement ?? refuse({ code: 'not-found', noun: 'agreement', id: agreementId })
}

const termFacts = (row: SharingTermRow) => ({
  id: row.id,
  audience: row.audience as 'own' | 'alliance' | 'partners' | 'registered',
  allianceId: row.allianceId,
  priceCategory: row.priceCategory,
  quota: row.quota as 'none' | 'tracked' | 'enforced',
})

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

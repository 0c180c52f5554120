import type { Cap, PolicyRules, WeeklyStretch } from '../../src/domain/policy.ts'
import { type ClockFace, faceAt, ticksIn, tickMilliseconds, tickSeconds } from './clockFace.ts'
import { isLive, isStaff, type Model, type Payer, type Wish } from './model.ts'
import { quotaRefusal } from './modelQuota.ts'

/** What staff of the instrument may set aside. */
const POLICY_CODES = [
  'in-the-past',
  'instrument-not-open',
  'off-grid',
  'too-short',
  'too-long',
  'notice-too-short',
  'beyond-horizon',
  'cap-exceeded',
]

/** The project named, or a person's only one; without any, where the person works. */
export function payerOf(wish: Pick<Wish, 'project' | 'person'>): Payer {
  const { person } = wish
  const project = wish.project ?? (person.projects.length === 1 ? (person.projects[0] ?? null) : null)
  if (project === null) return { project, groupId: person.groupId, institutionId: person.institutionId }
  return { project, groupId: project.groupId, institutionId: project.institutionId }
}

/** Under which term: as owner, through the alliance, or not at all. */
export function termOf(model: Model, wish: Wish): 'own' | 'alliance' | 'none' {
  const { institutionId } = payerOf(wish)
  if (wish.throughAlliance) return 'alliance'
  if (institutionId === model.hostId) return 'own'
  return institutionId !== null && model.memberIds.includes(institutionId) ? 'alliance' : 'none'
}

/** Every rule that the wish breaks, by code. */
export function rulesBroken(model: Model, wish: Wish, override: boolean): string[] {
  const broken = [
    ...whoMay(model, wish),
    ...whenMay(model, wish),
    ...placeTaken(model, wish),
    ...(wish.rules.caps.some(cap => isOver(model, wish, cap)) ? ['cap-exceeded'] : []),
    ...quotaRefusal(model, wish, termOf(model, wish), payerOf(wish)),
  ]
  return [...new Set(broken)].filter(code => !(override && POLICY_CODES.includes(code)))
}

function whoMay(model: Model, wish: Wish): string[] {
  const broken: string[] = []
  const { instrument, person, bookedBy } = wish
  const { project, institutionId } = payerOf(wish)
  const staff = isStaff(wish.actor, instrument, model)
  const term = termOf(model, wish)
  if (instrument.trial && !staff && project?.id !== model.invitedProjectId) broken.push('operating-state')
  const isMember = institutionId !== null && model.memberIds.includes(institutionId)
  if (wish.throughAlliance && !isMember) broken.push('not-a-member')
  if (term === 'alliance' && institutionId === model.observerId) broken.push('no-booking-right')
  if (term === 'none') broken.push('not-shared')
  if (project === null && person.projects.length > 0) broken.push('project-unclear')
  if (project !== null && !person.projects.includes(project)) broken.push('person-not-on-project')
  const shares =
    project === null
      ? bookedBy.institutionId !== null && bookedBy.institutionId === institutionId
      : bookedBy.projects.includes(project)
  const mayFor = wish.rules.onBehalf === 'allowed' && shares
  if (person !== bookedBy && !staff && !mayFor) broken.push('on-behalf-not-allowed')
  if (instrument.supervised && institutionId !== model.hostId && !wish.customsNotice)
    broken.push('customs-notice-missing')
  return broken
}

function whenMay(model: Model, wish: Wish): string[] {
  const broken: string[] = []
  const { rules, start, end, instrument } = wish
  const { now } = model
  const { zone } = model.shape
  const startIsNew = wish.kind === 'new' || wish.kind === 'move'
  const length = (end - start) / 1000
  if ((startIsNew ? start : end) < now) broken.push('in-the-past')
  const fits = (at: number) => {
    const { minutes } = faceAt(zone, at)
    return rules.bookingUnit === 'day' ? minutes === 0 : (minutes * 60) % rules.gridSeconds === 0
  }
  if (!fits(end) || (startIsNew && !fits(start))) broken.push('off-grid')
  if (length < rules.shortestSeconds) broken.push('too-short')
  if (length > rules.longestSeconds) broken.push('too-long')
  if (startIsNew && start >= now && start < now + rules.noticeSeconds * 1000) broken.push('notice-too-short')
  if (end > now + rules.horizonSeconds * 1000) broken.push('beyond-horizon')
  if (ticksIn(start, end).some(at => !isOpen(rules, zone, at))) broken.push('instrument-not-open')
  const down = model.outages.filter(each => each.instrument === instrument)
  if (down.some(each => each.start < end && start < each.end)) broken.push('outage')
  return broken
}

/** Looks at the clock: is this moment in a stretch of its date, or of the evening before? */
function isOpen(rules: PolicyRules, zone: string, at: number): boolean {
  const face = faceAt(zone, at)
  const before = dateBefore(zone, at)
  return (
    hoursOf(rules, face).some(each => minutesIn(each, face.minutes) === 'today') ||
    hoursOf(rules, before).some(each => minutesIn(each, face.minutes) === 'since-yesterday')
  )
}

function hoursOf(rules: PolicyRules, face: ClockFace) {
  const exception = rules.opening.exceptions.find(each => String(each.date) === face.date)
  return exception?.open ?? rules.opening.weekly.filter(each => each.weekday === face.weekday)
}

function minutesIn(each: { readonly from: string; readonly to: string }, minutes: number) {
  const from = Number(each.from.slice(0, 2)) * 60 + Number(each.from.slice(3))
  const to = Number(each.to.slice(0, 2)) * 60 + Number(each.to.slice(3))
  if (to > from) return minutes >= from && minutes < to ? 'today' : 'no'
  if (minutes >= from) return 'today'
  return minutes < to ? 'since-yesterday' : 'no'
}

function dateBefore(zone: string, at: number): ClockFace {
  const { date } = faceAt(zone, at)
  let earlier = at
  while (faceAt(zone, earlier).date === date) earlier -= tickMilliseconds
  return faceAt(zone, earlier)
}

function placeTaken(model: Model, wish: Wish): string[] {
  const { instrument, start, end, places } = wish
  const keptUntil = end + instrument.turnaround
  const others = model.bookings.filter(
    each => isLive(each) && each !== wish.changed && each.instrument === instrument,
  )
  if (instrument.exclusive) {
    const taken = others.some(each => each.start < keptUntil && start < each.until)
    return [...(taken ? ['slot-taken'] : []), ...(places > 1 ? ['capacity-exceeded'] : [])]
  }
  // A booking that was ended before it began keeps a thousandth of a second, so that whole steps see it.
  const inUse = (at: number) =>
    others.filter(each => each.start <= at && at < each.until).reduce((sum, each) => sum + each.places, 0)
  const crowded = ticksIn(start, keptUntil).some(at => inUse(at) + places > instrument.capacity)
  return crowded || places > instrument.capacity ? ['capacity-exceeded'] : []
}

/** A cap counts what its holder has on this instrument, the wish included, period by period. */
function isOver(model: Model, wish: Wish, cap: Cap): boolean {
  const exempt = (start: number, madeAt: number) =>
    cap.exemptWithinSeconds !== undefined && start - madeAt <= cap.exemptWithinSeconds * 1000
  if (exempt(wish.start, model.now)) return false
  const payer = payerOf(wish)
  const holderId = { person: wish.person.id, group: payer.groupId, institution: payer.institutionId }[cap.per]
  if (holderId === null) return false
  const counted = model.bookings.filter(each => {
    const { person, project } = each
    const holders = { person: person.id, group: project.groupId, institution: project.institutionId }
    const over = cap.period === 'upcoming' && each.state === 'completed'
    const own = holders[cap.per] === holderId && each.instrument === wish.instrument && each !== wish.changed
    return own && isLive(each) && !over && !exempt(each.start, each.createdAt)
  })
  const asked = tally(model, cap, wish)
  const had = counted.map(each => tally(model, cap, each))
  for (const [period, requested] of asked) {
    const used = had.reduce((sum, each) => sum + (each.get(period) ?? 0), 0)
    if (used + requested > cap.limit) return true
  }
  return false
}

/** What counts of a span in each period: one, or its seconds, where any of it lies in the cap's window. */
function tally(model: Model, cap: Cap, of: { readonly start: number; readonly end: number }) {
  const { zone } = model.shape
  const counts = new Map<string, number>()
  for (const at of ticksIn(of.start, of.end)) {
    const face = faceAt(zone, at)
    if (cap.window !== undefined && !isInWindow(cap.window, zone, at)) continue
    if (cap.period === 'upcoming' && at < model.now) continue
    const period = { day: face.date, week: face.week, month: face.month, upcoming: 'upcoming' }[cap.period]
    counts.set(period, cap.measure === 'count' ? 1 : (counts.get(period) ?? 0) + tickSeconds)
  }
  return counts
}

function isInWindow(window: readonly WeeklyStretch[], zone: string, at: number): boolean {
  const face = faceAt(zone, at)
  const yesterday = dateBefore(zone, at).weekday
  return window.some(each => {
    const where = minutesIn(each, face.minutes)
    return where === 'today'
      ? each.weekday === face.weekday
      : where === 'since-yesterday' && each.weekday === yesterday
  })
}

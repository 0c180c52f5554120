import type { Seconds } from '../../domain/units.ts'
import { terms } from './terms/en.ts'
import { fieldFor, termsFor, thingFor } from './terms/terms.ts'
import { known, lengthIn, quantityIn, type Words } from './words.ts'

const length = (total: Seconds) => lengthIn({ day: 'd', hour: 'h', minute: 'min', second: 's' }, total)
const units = { day: 'd', sample: 'samples' }
const quantity = (unit: string | null, amount: number | string) => quantityIn(units, length, unit, amount)
const measured = (measure: 'count' | 'seconds', value: number) =>
  measure === 'seconds' ? length(value as Seconds) : value === 1 ? '1 booking' : `${value} bookings`
const per = { day: 'a day', week: 'a week', month: 'a month', upcoming: 'in all that is still to come' }
const listed = (words: Readonly<Record<string, string>>, codes: readonly string[]) =>
  termsFor(words, codes).join(', ')

export const en: Words = {
  refusals: {
    'in-the-past': ['In the past', (r, clock) => `The start ${clock.moment(r.start)} has already passed.`],
    'instrument-not-open': [
      'Instrument not open',
      (r, clock) => `The instrument is closed during ${r.closed.map(clock.stretch).join(', ')}.`,
    ],
    outage: ['Instrument is down', (r, clock) => `The instrument is down ${clock.stretch(r.span)}.`],
    'operating-state': [
      'Not open to you in this state',
      r =>
        `The instrument is in the state "${listed(terms.states, [r.state])}"; ` +
        `${r.mayBook === 'invited' ? 'only invited projects' : 'for now nobody'} may book it.`,
    ],
    'off-grid': [
      'Off the grid',
      r =>
        `The ${r.edge} does not lie on the grid of ${length(r.gridSeconds)} that counts from local midnight.`,
    ],
    'too-short': [
      'Too short',
      r =>
        `${length(r.requestedSeconds)} were asked for; the shortest booking is ${length(r.shortestSeconds)}.`,
    ],
    'too-long': [
      'Too long',
      r =>
        `${length(r.requestedSeconds)} were asked for; the longest booking is ${length(r.longestSeconds)}.`,
    ],
    'notice-too-short': [
      'Notice too short',
      r =>
        `Bookings are made ${length(r.requiredSeconds)} ahead; this one starts in ${length(r.givenSeconds)}.`,
    ],
    'beyond-horizon': [
      'Beyond the horizon',
      r =>
        `Bookings reach ${length(r.horizonSeconds)} ahead; this one ends in ${length(r.requestedSeconds)}.`,
    ],
    'not-shared': ['Not shared with you', () => 'The instrument is not shared with your institution.'],
    'not-a-member': ['Not a member', r => `Your institution is not a member of the alliance on ${r.on}.`],
    'no-booking-right': [
      'No right to book',
      () => 'Your institution sees this alliance but does not book in it.',
    ],
    'not-a-party': ['Not a party', () => 'Your institution is not a party to this agreement.'],
    'project-not-active': ['Project not active', r => `The project does not run on ${r.on}.`],
    'project-unclear': [
      'Which project?',
      r => `A booking names a project; ${r.eligibleProjectIds.length} of yours could be meant.`,
    ],
    'person-not-on-project': ['Not on the project', () => 'The person is not a member of this project.'],
    'on-behalf-not-allowed': [
      'Not for others',
      () => 'Here only staff may book on behalf of another person.',
    ],
    'cap-exceeded': [
      'Limit reached',
      r =>
        `Each ${r.per} may book at most ${measured(r.measure, r.limit)} ${per[r.period]}; ` +
        `booked so far: ${measured(r.measure, r.used)}, asked for: ${measured(r.measure, r.requested)}.`,
    ],
    'customs-notice-missing': [
      'Customs notice missing',
      r => `The instrument is under customs supervision until ${r.supervisedUntil}; a notice is needed.`,
    ],
    'slot-taken': [
      'Time already taken',
      (r, clock) =>
        r.span === null
          ? 'The time is already taken.'
          : `The time ${clock.stretch(r.span)} is already taken.`,
    ],
    'capacity-exceeded': [
      'Not enough places',
      r =>
        `Not enough places are free${known(r.requested, n => `; asked for: ${n}`)}` +
        `${known(r.free, n => `; free: ${n}`)}${known(r.capacity, n => ` of ${n}`)}.`,
    ],
    'pool-full': ['No unit is free', r => `None of the ${r.units} units can take the booking.`],
    'change-window-passed': [
      'Too late to change',
      r => `Changes end ${length(r.windowSeconds)} before the start; ${length(r.givenSeconds)} are left.`,
    ],
    'cancel-window-passed': [
      'Too late to cancel',
      r => `Cancelling ends ${length(r.windowSeconds)} before the start; ${length(r.givenSeconds)} are left.`,
    ],
    'check-in-too-early': [
      'Too early to check in',
      (r, clock) => `Check-in opens at ${clock.moment(r.opensAt)}.`,
    ],
    'quota-exhausted': [
      'Quota exhausted',
      r =>
        `The quota does not suffice${known(r.needed, n => `; needed: ${quantity(r.unit, n)}`)}` +
        `${known(r.available, n => `; available: ${quantity(r.unit, n)}`)}.`,
    ],
    'period-closed': ['Period closed', () => 'The period is closed; corrections go into the current one.'],
    'no-period': ['No period', (r, clock) => `The ledger has no period for ${clock.moment(r.at)}.`],
    'ledger-mismatch': ['Different ledgers', () => 'The accounts belong to different ledgers.'],
    'reversal-exceeds-original': [
      'More than was posted',
      r =>
        'A reversal cannot exceed what is left of its original' +
        known(r.original, n => `; posted: ${quantity(r.unit, n)}`) +
        `${known(r.reversed, n => `; reversed before: ${quantity(r.unit, n)}`)}.`,
    ],
    'reversal-of-reversal': [
      'Reversal of a reversal',
      () => 'A reversal cannot be reversed; post anew instead.',
    ],
    'hold-already-resolved': ['Hold already resolved', () => 'The hold has been settled or released before.'],
    'settle-exceeds-hold': [
      'More than was held',
      r =>
        'A settlement cannot exceed what was held' +
        known(r.held, n => `; held: ${quantity(r.unit, n)}`) +
        `${known(r.asked, n => `; asked for: ${quantity(r.unit, n)}`)}.`,
    ],
    'not-found': ['Not found', r => `There is no such ${thingFor(terms, r.noun)}, or you may not see it.`],
    'not-allowed': [
      'Not allowed',
      r =>
        `You may not do this${r.mayDo.length > 0 ? `; it is done by: ${listed(terms.roles, r.mayDo)}` : ''}.`,
    ],
    'wrong-state': [
      'Wrong state',
      r =>
        `The state is "${listed(terms.states, [r.state])}"; ` +
        `this can be done in: ${listed(terms.states, r.allowed)}.`,
    ],
    'version-stale': [
      'Changed in the meantime',
      r => `You have seen version ${r.given}; the current one is ${r.current}. Load it again.`,
    ],
    'already-exists': [
      'Already exists',
      r => `The same ${thingFor(terms, r.noun)} exists already; choose another value.`,
    ],
    'reason-required': ['Reason required', () => 'Give a reason for this.'],
    'idempotency-mismatch': [
      'Key used for another request',
      () => 'This Idempotency-Key came before with another request.',
    ],
    'invalid-value': [
      'Invalid value',
      r => `The value of "${fieldFor(terms, r.field)}" is not valid: ${listed(terms.faults, [r.fault])}.`,
    ],
    'in-use': ['In use', r => `It is still used by this: ${thingFor(terms, r.noun)}.`],
    'credentials-wrong': ['Log-in failed', () => 'The login or the password is wrong.'],
    'session-ended': ['Session ended', () => 'The session has ended; log in again.'],
  },
  problems: {
    'bad-request': ['Bad request', 'The request cannot be read as it is; each fault is named with its path.'],
    unauthenticated: ['Log-in needed', 'This needs a valid access token: Authorization: Bearer ….'],
    'no-such-route': ['No such address', 'Nothing answers this method at this address.'],
    'not-acceptable': ['Not acceptable', 'This address answers only in a media type that was not asked for.'],
    'body-too-large': ['Body too large', 'The body is larger than this address takes.'],
    'unsupported-media-type': ['Unsupported media type', 'This address does not read bodies of this type.'],
    'too-many-requests': ['Too many requests', 'Wait a little and try again; Retry-After says how long.'],
    unavailable: ['Temporarily unavailable', 'Nothing was kept; the same request may be sent again.'],
    internal: ['Internal error', 'The fault is ours and has been logged under the request id.'],
  },
  faults: {
    'not-well-formed': 'Must be well-formed Unicode without U+0000.',
    'day-out-of-range': 'The date is out of range.',
    'instant-out-of-range': 'The moment is out of range.',
    'not-a-time-of-day': 'Must be a time of day between 00:00 and 24:00.',
    'unknown-zone': 'This time zone is not known.',
    'not-a-uscc': 'Must be a Unified Social Credit Code of 18 characters with the right check character.',
    'not-a-ror': 'Must be a ROR id, https://ror.org/…, with the right check digits.',
    'one-of-instrument-or-pool': 'Give either an instrument or a pool.',
    'one-of-instrument-or-alliance': 'Give either an instrument or an alliance.',
    'ends-before-start': 'The end must be after the start.',
    'window-too-long': 'The span of time is too long.',
  },
}

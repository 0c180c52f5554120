import type { BookingState } from '../../domain/booking.ts'
import type { PolicyRules } from '../../domain/policy.ts'
import type { Identified, Kit } from '../kit.ts'
import type { instrumentTables } from './instruments.ts'
import type { institutionTables } from './institutions.ts'
import type { peopleTables } from './people.ts'

type Refs = ReturnType<typeof institutionTables> &
  ReturnType<typeof peopleTables> &
  ReturnType<typeof instrumentTables>

/** Which rules staff set aside, and why. */
interface Override {
  readonly byId: string
  readonly reason: string
  readonly codes: readonly string[]
}

/** Bookings, with the policy and price frozen on them, and the runs that tell what really happened. */
export const bookingTables = (kit: Kit, refs: Refs) => {
  const bookings = bookingsTable(kit, refs)
  const runs = runsTable(kit, bookings, refs)
  return { bookings, runs }
}

const bookingsTable = (kit: Kit, refs: Refs) =>
  kit.table('bookings', bookingColumns(kit, refs), t => [
    kit.foreignKey({
      name: 'bookings_instrument',
      columns: [t.instrumentId, t.exclusive],
      foreignColumns: [refs.instruments.id, refs.instruments.exclusive],
    }),
    kit.index('bookings_occupied').on(t.instrumentId, t.live, t.occupiedUntil),
    kit.index('bookings_end').on(t.instrumentId, t.end),
    kit.index('bookings_person').on(t.personId, t.end),
    kit.index('bookings_booked_by').on(t.bookedById, t.end),
    kit.index('bookings_group').on(t.groupId, t.end),
    kit.index('bookings_institution').on(t.institutionId, t.end),
    kit.index('bookings_project').on(t.projectId, t.end),
    kit.index('bookings_due').on(t.state, t.start),
    kit.index('bookings_reuse_due').on(t.reuseDueAt),
    kit.uniqueIndex('bookings_external_id').on(t.source, t.externalId),
    kit.check('bookings_span', 'starts_at < ends_at and starts_at < occupied_until'),
    kit.check('bookings_places', 'places >= 1 and (places = 1 or not exclusive)'),
    kit.check(
      'bookings_live',
      "live = (state not in ('cancelled', 'rejected', 'expired', 'no_show', 'displaced'))",
    ),
  ])

const bookingColumns = (kit: Kit, refs: Refs) => ({
  id: kit.text('id').primaryKey(),
  instrumentId: kit.text('instrument_id').notNull(),
  /** A copy of the instrument's, held true by a composite foreign key: so the overlap guard needs no join. */
  exclusive: kit.flag('exclusive').notNull(),
  places: kit.count('places').notNull(),
  start: kit.instant('starts_at').notNull(),
  end: kit.instant('ends_at').notNull(),
  /** End plus turnaround; finishing early moves this, never `end`. */
  occupiedUntil: kit.instant('occupied_until').notNull(),
  state: kit.text('state').$type<BookingState>().notNull(),
  /** Whether it still claims its place; a copy of the state's meaning, held true by a check. */
  live: kit.flag('live').notNull(),
  /** use | maintenance | downtime | special */
  kind: kit.text('kind').notNull(),
  personId: kit.refersTo('person_id', refs.people),
  bookedById: kit.refersTo('booked_by_id', refs.people),
  institutionId: kit.refersTo('institution_id', refs.institutions),
  groupId: kit.text('group_id').references(() => refs.groups.id),
  projectId: kit.text('project_id').references(() => refs.projects.id),
  allianceId: kit.text('alliance_id'),
  agreementId: kit.text('agreement_id'),
  sharingTermId: kit.text('sharing_term_id'),
  /** none | tracked | enforced, as at booking time. */
  quota: kit.text('quota').notNull(),
  priceCategory: kit.text('price_category').notNull(),
  policyId: kit.text('policy_id').notNull(),
  /** Policy and price are frozen on the booking. */
  policy: kit.json<PolicyRules>('policy').notNull(),
  title: kit.text('title'),
  details: kit.json<Readonly<Record<string, unknown>>>('details').notNull(),
  override: kit.json<Override>('override'),
  expiresAt: kit.instant('expires_at'),
  checkedInAt: kit.instant('checked_in_at'),
  checkedOutAt: kit.instant('checked_out_at'),
  endedAt: kit.instant('ended_at'),
  /**
   * When what others re-used of time that was forfeited can be counted: at its end. Null: nothing is left to
   * count.
   */
  reuseDueAt: kit.instant('reuse_due_at'),
  cancelledLate: kit.flag('cancelled_late').notNull(),
  decisionById: kit.text('decision_by_id'),
  decisionReason: kit.text('decision_reason'),
  source: kit.text('source'),
  externalId: kit.text('external_id'),
  version: kit.count('version').notNull(),
  createdAt: kit.instant('created_at').notNull(),
})

const runsTable = (kit: Kit, bookings: Identified, refs: Refs) =>
  kit.table(
    'runs',
    {
      id: kit.text('id').primaryKey(),
      bookingId: kit.text('booking_id').references(() => bookings.id),
      instrumentId: kit.refersTo('instrument_id', refs.instruments),
      institutionId: kit.refersTo('institution_id', refs.institutions),
      allianceId: kit.text('alliance_id'),
      personId: kit.text('person_id').references(() => refs.people.id),
      projectId: kit.text('project_id').references(() => refs.projects.id),
      places: kit.count('places').notNull(),
      start: kit.instant('starts_at').notNull(),
      end: kit.instant('ends_at').notNull(),
      /** self-operated | guided | commissioned | remote */
      mode: kit.text('mode').notNull(),
      quantity: kit.count('quantity').notNull(),
      samples: kit.count('samples'),
      prepSeconds: kit.seconds('prep_seconds').notNull(),
      runSeconds: kit.seconds('run_seconds').notNull(),
      postSeconds: kit.seconds('post_seconds').notNull(),
      idleSeconds: kit.seconds('idle_seconds').notNull(),
      /** metered | check-in | as-booked | manual | imported */
      evidence: kit.text('evidence').notNull(),
      bookedSeconds: kit.seconds('booked_seconds').notNull(),
      usedSeconds: kit.seconds('used_seconds').notNull(),
      chargedUnits: kit.amount('charged_units').notNull(),
      rating: kit.count('rating'),
      ratingText: kit.text('rating_text'),
      agreementSigned: kit.flag('agreement_signed').notNull(),
      version: kit.count('version').notNull(),
      createdAt: kit.instant('created_at').notNull(),
    },
    t => [
      kit.uniqueIndex('runs_booking').on(t.bookingId),
      kit.index('runs_end').on(t.instrumentId, t.end),
      kit.index('runs_person').on(t.personId, t.end),
      kit.check('runs_span', 'starts_at <= ends_at'),
    ],
  )

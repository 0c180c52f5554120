import type { Kit } from '../kit.ts'

/**
 * Utilization by instrument and local day, made from the raw rows and worth nothing without them. Figures are
 * columns, so that the database adds up a year without anybody reading its days.
 */
export const rollupTables = (kit: Kit) => ({
  dirtyDays: dirtyDaysTable(kit),
  rollupHeads: rollupHeadsTable(kit),
  dayRollups: dayRollupsTable(kit),
  userDayRollups: userDayRollupsTable(kit),
  monthRollups: monthRollupsTable(kit),
  userMonthRollups: userMonthRollupsTable(kit),
})

/**
 * Local days of instruments whose rollups must be made anew; written by the transaction that changed them.
 */
const dirtyDaysTable = (kit: Kit) =>
  kit.table(
    'dirty_days',
    {
      instrumentId: kit.text('instrument_id').notNull(),
      day: kit.day('day').notNull(),
      /** Rises with each mark, so that a recomputation clears only what it has seen. */
      mark: kit.count('mark').notNull(),
    },
    t => [kit.primaryKey({ columns: [t.instrumentId, t.day] })],
  )

/** How far an instrument is rolled up: every day from the first one up to, but without, the next one. */
const rollupHeadsTable = (kit: Kit) =>
  kit.table(
    'rollup_heads',
    {
      instrumentId: kit.text('instrument_id').primaryKey(),
      /** The version of the formulas; under others all days are made anew. */
      definitions: kit.text('definitions').notNull(),
      firstDay: kit.day('first_day').notNull(),
      nextDay: kit.day('next_day').notNull(),
      /** When the next day is over. */
      dueAt: kit.instant('due_at').notNull(),
    },
    t => [kit.index('rollup_heads_due').on(t.dueAt)],
  )

/** What became of one local day of one instrument. */
const dayRollupsTable = (kit: Kit) =>
  kit.table('day_rollups', { ...dayKey(kit), ...ownColumns(kit), ...userColumns(kit) }, t => [
    kit.primaryKey({ columns: [t.instrumentId, t.day] }),
  ])

/** The part of such a day that one institution had under one alliance. */
const userDayRollupsTable = (kit: Kit) =>
  kit.table('user_day_rollups', { ...dayKey(kit), ...userKey(kit), ...userColumns(kit) }, t => [
    kit.primaryKey({ columns: [t.instrumentId, t.day, t.institutionId, t.allianceId] }),
  ])

/** The sum of the days of a calendar month, once all of them are rolled up; so are the users'. */
const monthRollupsTable = (kit: Kit) =>
  kit.table('month_rollups', { ...monthKey(kit), ...ownColumns(kit), ...userColumns(kit) }, t => [
    kit.primaryKey({ columns: [t.instrumentId, t.month] }),
  ])

const userMonthRollupsTable = (kit: Kit) =>
  kit.table('user_month_rollups', { ...monthKey(kit), ...userKey(kit), ...userColumns(kit) }, t => [
    kit.primaryKey({ columns: [t.instrumentId, t.month, t.institutionId, t.allianceId] }),
  ])

const dayKey = (kit: Kit) => ({
  instrumentId: kit.text('instrument_id').notNull(),
  day: kit.day('day').notNull(),
})

const monthKey = (kit: Kit) => ({
  instrumentId: kit.text('instrument_id').notNull(),
  /** `2026-03`. */
  month: kit.text('month').notNull(),
})

const userKey = (kit: Kit) => ({
  institutionId: kit.text('institution_id').notNull(),
  /** Empty for time that no alliance stands for: a key holds no nulls. */
  allianceId: kit.text('alliance_id').notNull(),
})

/** Place-seconds of the instrument alone. */
const ownColumns = (kit: Kit) => ({
  calendarSeconds: kit.seconds('calendar_seconds').notNull(),
  openSeconds: kit.seconds('open_seconds').notNull(),
  plannedDownSeconds: kit.seconds('planned_down_seconds').notNull(),
  unplannedDownSeconds: kit.seconds('unplanned_down_seconds').notNull(),
  availableSeconds: kit.seconds('available_seconds').notNull(),
  idleSeconds: kit.seconds('idle_seconds').notNull(),
  failures: kit.count('failures').notNull(),
  repairSeconds: kit.seconds('repair_seconds').notNull(),
})

/** Place-seconds of one user, or of all users together. */
const userColumns = (kit: Kit) => ({
  reservedSeconds: kit.seconds('reserved_seconds').notNull(),
  usedSeconds: kit.seconds('used_seconds').notNull(),
  usedInReservationSeconds: kit.seconds('used_in_reservation_seconds').notNull(),
  usedByMembersSeconds: kit.seconds('used_by_members_seconds').notNull(),
  usedByOutsidersSeconds: kit.seconds('used_by_outsiders_seconds').notNull(),
  noShowSeconds: kit.seconds('no_show_seconds').notNull(),
  lateCancelSeconds: kit.seconds('late_cancel_seconds').notNull(),
  earlyFinishSeconds: kit.seconds('early_finish_seconds').notNull(),
  offHoursSeconds: kit.seconds('off_hours_seconds').notNull(),
  runs: kit.count('runs').notNull(),
  bookings: kit.count('bookings').notNull(),
  noShows: kit.count('no_shows').notNull(),
  lateCancels: kit.count('late_cancels').notNull(),
})

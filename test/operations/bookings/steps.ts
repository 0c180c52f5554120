import { type BookingState, isLive } from '../../../src/domain/booking.ts'
import type { PolicyRules } from '../../../src/domain/policy.ts'
import { DEFAULT_POLICY } from '../../../src/domain/policyDefaults.ts'
import { seconds } from '../../../src/domain/units.ts'
import { approve, reject } from '../../../src/operations/bookings/approval.ts'
import { checkIn, checkOut, markNoShow } from '../../../src/operations/bookings/attendance.ts'
import { cancel } from '../../../src/operations/bookings/cancel.ts'
import { changePlaces, extend, reschedule } from '../../../src/operations/bookings/change.ts'
import { sweepBookings } from '../../../src/operations/bookings/sweep.ts'
import { sealLedgers } from '../../../src/operations/ledger/seal.ts'
import type { Actor } from '../../../src/operations/perform.ts'
import { type BookingRow, changeBooking, findBooking } from '../../../src/store/bookings/rows.ts'
import { verifyAll } from '../../../src/store/verify/all.ts'
import type { Fault } from '../../../src/store/verify/check.ts'
import type { Lab } from '../../support/lab.ts'
import { type InstrumentOfLab, labRows } from '../../support/labRows.ts'

interface Move {
  readonly start: BookingRow['start']
  readonly end: BookingRow['end']
  readonly instrumentId?: string
  readonly overrideReason?: string
}

/** Short words for what happens to a booking; by its researcher, or by staff where only they may. */
export function stepsOn(lab: Lab) {
  const { context, labManager, member } = lab
  const user = member.researcher
  const edited = (booking: BookingRow) => ({ bookingId: booking.id, version: booking.version })
  return {
    approve: (booking: BookingRow, by: Actor = labManager) =>
      approve(context, by, { ...edited(booking), reason: null }),
    reject: (booking: BookingRow, reason: string | null = '样品不明', by: Actor = labManager) =>
      reject(context, by, { ...edited(booking), reason }),
    cancel: (booking: BookingRow, by: Actor = user) =>
      cancel(context, by, { ...edited(booking), reason: null }),
    move: (booking: BookingRow, to: Move, by: Actor = user) =>
      reschedule(context, by, { instrumentId: null, overrideReason: null, ...to, ...edited(booking) }),
    extend: (booking: BookingRow, end: BookingRow['end'], by: Actor = user) =>
      extend(context, by, { ...edited(booking), end, overrideReason: null }),
    places: (booking: BookingRow, places: number, by: Actor = user) =>
      changePlaces(context, by, { ...edited(booking), places, overrideReason: null }),
    checkIn: (booking: BookingRow, by: Actor = user) => checkIn(context, by, edited(booking)),
    checkOut: (booking: BookingRow, by: Actor = user) =>
      checkOut(context, by, { ...edited(booking), samples: 3 }),
    markNoShow: (booking: BookingRow, by: Actor = labManager) => markNoShow(context, by, edited(booking)),
    sweep: () => sweepBookings(context),
  }
}

/** A booking as it stands now. */
export async function nowOf(lab: Lab, booking: BookingRow): Promise<BookingRow> {
  const row = await findBooking(lab.context.db.read, booking.id)
  if (row === undefined) throw new Error('the booking is gone')
  return row
}

/** Puts a booking into a state by hand, to ask what is refused there. */
export const putInto = (lab: Lab, booking: BookingRow, state: BookingState): Promise<BookingRow> =>
  lab.context.db.transact(async tx => {
    const changed = await changeBooking(tx, booking, { state, live: isLive(state) })
    if (changed === undefined) throw new Error('someone else changed it')
    return changed
  })

/** The transfers of a booking in order, without what differs from run to run. */
export async function movesOf(lab: Lab, booking: BookingRow) {
  const { q, t } = lab.context.db.read
  const rows = await q.select().from(t.transfers)
  return rows
    .filter(row => row.bookingId === booking.id)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(row => `${row.op}/${row.kind} ${row.amount}`)
}

/** The run of a booking; undefined when nothing has been written yet. */
export async function runOf(lab: Lab, booking: BookingRow) {
  const { q, t } = lab.context.db.read
  return (await q.select().from(t.runs)).find(row => row.bookingId === booking.id)
}

/** The audit lines of a booking, oldest first: who acted as what. */
export async function deedsOf(lab: Lab, booking: BookingRow) {
  const { q, t } = lab.context.db.read
  const rows = await q.select().from(t.audit)
  return rows
    .filter(row => row.nounId === booking.id)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(row => `${row.verb} as ${row.actedAs}`)
}

/** What `jishi verify` finds wrong. */
export async function faultsIn({ context }: Lab): Promise<Fault[]> {
  await sealLedgers(context, 'everything')
  return context.db.snapshot(reader => {
    const question = { now: context.clock.now(), progress: () => undefined }
    return Array.fromAsync(verifyAll(reader, question))
  })
}

/** Another instrument, by default the host's, on the lab's usual terms; gives its id. */
export const anotherInstrument = (
  lab: Lab,
  given: Partial<InstrumentOfLab> & { readonly rules?: Partial<PolicyRules>; readonly shared?: boolean } = {},
): Promise<string> =>
  lab.context.db.transact(async tx => {
    const { rules, shared = true, ...shape } = given
    const rows = labRows(tx, lab.context.newId)
    const plain = {
      name: '另一台',
      poolId: null,
      exclusive: true,
      capacity: 1,
      turnaroundSeconds: seconds(0),
    }
    const place = { institutionId: lab.hostId, resourceClass: 'mass-spectrometer' }
    const id = await rows.instrument({ ...plain, ...place, ...shape })
    await rows.policy(id, { ...DEFAULT_POLICY, ...rules })
    if (shared) await rows.sharingTerm(id, lab.allianceId, 'enforced')
    return id
  })

import { z } from 'zod'
import { id, instantIn, instantOut, listQuery, page, reasonText } from './common.ts'

const kind = z.enum(['planned', 'unplanned']).meta({ description: 'The two are counted apart in reports.' })
const reason = reasonText.nullable()

/** Takes an instrument down for a time. Its bookings stay until staff decide about each. */
export const newOutage = z
  .strictObject({ instrumentId: id, start: instantIn, end: instantIn, kind, reason: reason.default(null) })
  .meta({ id: 'NewOutage' })

export const outageChanges = z
  .strictObject({ start: instantIn, end: instantIn, kind, reason })
  .partial()
  .meta({ id: 'OutageChanges' })

export const outageQuery = listQuery({
  instrumentId: id,
  start: instantIn.optional().meta({ description: 'Only those that end after this moment.' }),
  end: instantIn.optional().meta({ description: 'Only those that start before this moment.' }),
})

export const outage = z
  .object({
    id,
    instrumentId: id,
    start: instantOut,
    end: instantOut,
    kind,
    reason,
    version: z.int(),
    createdAt: instantOut,
    retiredAt: instantOut.nullable(),
  })
  .meta({ id: 'Outage' })

const affectedBooking = z
  .object({
    id,
    start: instantOut,
    end: instantOut,
    state: z.string(),
    places: z.int(),
    person: z.object({ id, name: z.string().nullable() }),
    projectId: id.nullable(),
    institutionId: id,
  })
  .meta({ id: 'AffectedBooking' })

/** For staff of the host: the outage, and the bookings that lose time to it. */
export const outageWithAffected = z
  .object({ outage, affected: z.array(affectedBooking) })
  .meta({ id: 'OutageWithAffected' })

export const outagePage = page('OutagePage', outage)

export type OutageReply = z.input<typeof outage>
export type OutageWithAffectedReply = z.input<typeof outageWithAffected>

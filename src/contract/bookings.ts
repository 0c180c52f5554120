import { z } from 'zod'
import { samplesMax } from '../domain/runSamples.ts'
import { fault, flagText, id, instantIn, instantOut, listQuery, page, reasonText, text } from './common.ts'

const placesMax = 100_000
const titleCharactersMax = 200
const detailNameCharactersMax = 60
const detailTextCharactersMax = 500

const BOOKING_STATES = [
  'requested',
  'confirmed',
  'in_use',
  'completed',
  'cancelled',
  'rejected',
  'expired',
  'no_show',
  'displaced',
] as const

const places = z.int().min(1).max(placesMax)
const title = text(titleCharactersMax)

const details = z
  .record(text(detailNameCharactersMax), z.union([text(detailTextCharactersMax), z.number(), z.boolean()]))
  .meta({
    description:
      '`customsNotice` is asked for on instruments under customs supervision; `samples`, a whole number, ' +
      'goes into the run where the check-out tells no other.',
  })

/** A booking asked for: one instrument, or any one of a pool. */
export const bookingDraft = z
  .strictObject({
    instrumentId: id.optional(),
    poolId: id.optional(),
    projectId: id.optional(),
    allianceId: id.optional(),
    agreementId: id.optional(),
    forPersonId: id.optional(),
    start: instantIn,
    end: instantIn,
    places: places.default(1),
    kind: z.enum(['use', 'maintenance', 'downtime', 'special']).default('use'),
    title: title.optional(),
    details: details.default({}),
    overrideReason: reasonText.optional(),
  })
  .refine(draft => (draft.instrumentId === undefined) !== (draft.poolId === undefined), {
    ...fault('one-of-instrument-or-pool'),
    path: ['instrumentId'],
  })
  .refine(draft => draft.start < draft.end, { ...fault('ends-before-start'), path: ['end'] })
  .meta({ id: 'BookingDraft' })

export const rescheduling = z
  .strictObject({
    start: instantIn,
    end: instantIn,
    instrumentId: id.optional(),
    overrideReason: reasonText.optional(),
  })
  .refine(draft => draft.start < draft.end, { ...fault('ends-before-start'), path: ['end'] })
  .meta({ id: 'Rescheduling' })

export const extension = z
  .strictObject({ end: instantIn, overrideReason: reasonText.optional() })
  .meta({ id: 'Extension' })

export const placesChange = z
  .strictObject({ places, overrideReason: reasonText.optional() })
  .meta({ id: 'PlacesChange' })

export const decisionReason = z.strictObject({ reason: reasonText.optional() }).meta({ id: 'DecisionReason' })

export const checkOutDraft = z
  .strictObject({ samples: z.int().min(0).max(samplesMax).optional() })
  .meta({ id: 'CheckOutDraft' })

const money = z.object({ minor: z.int(), currency: z.string() }).meta({ id: 'Money' })

/** A booking as its own people see it; staff of the host see the person's contact besides. */
export const booking = z
  .object({
    id,
    instrumentId: id,
    places: z.int(),
    start: instantOut,
    end: instantOut,
    occupiedUntil: instantOut,
    state: z.enum(BOOKING_STATES),
    kind: z.string(),
    person: z.object({
      id,
      name: z.string().nullable(),
      email: z.string().nullable().optional(),
      phone: z.string().nullable().optional(),
    }),
    bookedById: id,
    institutionId: id,
    groupId: id.nullable(),
    projectId: id.nullable(),
    projectCode: z.string().nullable(),
    allianceId: id.nullable(),
    agreementId: id.nullable(),
    quota: z.enum(['none', 'tracked', 'enforced']),
    priceCategory: z.string(),
    estimatedCost: money.nullable(),
    title: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    overrideReason: z.string().nullable(),
    expiresAt: instantOut.nullable(),
    checkedInAt: instantOut.nullable(),
    checkedOutAt: instantOut.nullable(),
    endedAt: instantOut.nullable(),
    cancelledLate: z.boolean(),
    decisionReason: z.string().nullable(),
    version: z.int(),
    createdAt: instantOut,
  })
  .meta({ id: 'Booking' })

export type BookingReply = z.output<typeof booking>

export const bookingPage = page('BookingPage', booking)

export const bookingQuery = listQuery({
  instrumentId: id.optional(),
  state: z.enum(BOOKING_STATES).optional(),
  from: instantIn.optional(),
  to: instantIn.optional(),
  mine: flagText.optional(),
})

/** The version that an edit is based on, where the caller wants to be sure of it. */
export const optionalEditHeaders = z.looseObject({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/u)
    .transform(tag => Number(tag.slice(1, -1)))
    .optional()
    .meta({ description: 'The ETag of the version that is edited, `"3"`.' }),
})

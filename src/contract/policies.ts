import { z } from 'zod'
import { isDay, isTimeOfDay } from '../domain/calendar/day.ts'
import { exceptionsMax, exceptionStretchesMax, weeklyStretchesMax } from '../domain/openingFaults.ts'
import { capLimitMax, capsMax, priceMinorMax, ruleSecondsMax } from '../domain/policyFaults.ts'
import type { Amount, BasisPoints, Day, Seconds, TimeOfDay } from '../domain/units.ts'
import { basisPointsWhole } from '../domain/units.ts'
import { counted } from './counted.ts'
import { id, instantIn, instantOut, listQuery, page, text } from './common.ts'

const noteCharactersMax = 200
const categoryCharactersMax = 50

// The rules read and write alike, so that a policy that was got can be sent back: their parts carry the
// units of the domain as types alone and change nothing on the way.
const length = counted<Seconds>(0, ruleSecondsMax)
const step = counted<Seconds>(1, ruleSecondsMax)
const share = counted<BasisPoints>(0, basisPointsWhole)
const price = counted<Amount>(0, priceMinorMax)
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, { abort: true })
  .refine(isDay, { error: 'day-out-of-range' })
  .meta({ format: 'date' }) as z.ZodType as z.ZodType<Day, Day>
const clock = z
  .string()
  .regex(/^\d{2}:\d{2}$/u, { abort: true })
  .refine(isTimeOfDay, { error: 'not-a-time-of-day' }) as z.ZodType as z.ZodType<TimeOfDay, TimeOfDay>

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]).meta({ description: '1 is Monday, 7 is Sunday.' })

const dayStretch = z.strictObject({ from: clock, to: clock })

const weeklyStretches = z
  .array(z.strictObject({ weekday, from: clock, to: clock }))
  .max(weeklyStretchesMax)
  .meta({
    description: '`to` at or before `from` runs into the next day; 00:00–24:00 is the whole local day.',
  })

const openingHours = z.strictObject({
  weekly: weeklyStretches,
  exceptions: z
    .array(
      z.strictObject({
        date,
        open: z.array(dayStretch).max(exceptionStretchesMax).meta({ description: 'Empty: closed.' }),
        note: text(noteCharactersMax).optional(),
      }),
    )
    .max(exceptionsMax),
})

const cap = z.strictObject({
  per: z.enum(['person', 'group', 'institution']),
  measure: z.enum(['count', 'seconds']),
  limit: z.int().min(0).max(capLimitMax),
  period: z.enum(['day', 'week', 'month', 'upcoming']),
  window: weeklyStretches.optional().meta({ description: 'Only time inside these stretches counts.' }),
  exemptWithinSeconds: length.optional().meta({ description: 'Booked this near to its start it is exempt.' }),
})

/** Booking rules; lengths in seconds, shares in hundredths of a percent, prices in minor units. */
export const policyRules = z
  .strictObject({
    bookingUnit: z.enum(['time', 'day']),
    opening: openingHours,
    gridSeconds: step,
    shortestSeconds: step,
    longestSeconds: step,
    noticeSeconds: length,
    horizonSeconds: step,
    changeWindowSeconds: length,
    cancelWindowSeconds: length,
    lateCancel: z.enum(['refused', 'forfeit']),
    lateCancelForfeit: share,
    noShowForfeit: share,
    caps: z.array(cap).max(capsMax),
    approval: z.enum(['none', 'staff']),
    approvalHoldSeconds: step,
    onBehalf: z.enum(['allowed', 'staff-only']),
    attendance: z.enum(['as-booked', 'check-in', 'metered']),
    checkInEarlySeconds: length,
    noShowAfterSeconds: length,
    chargeFor: z.enum(['used', 'booked', 'greater']),
    chargeFrom: z.enum(['start', 'check-in']),
    chargeStepSeconds: step,
    prepSeconds: length,
    postSeconds: length,
    runMode: z.enum(['self-operated', 'guided', 'commissioned', 'remote']),
    price: z
      .strictObject({
        currency: z.string().regex(/^[A-Z]{3}$/u),
        perUnitMinor: z.record(text(categoryCharactersMax), price),
      })
      .optional(),
  })
  .meta({ id: 'PolicyRules' })

export const newPolicy = z
  .strictObject({
    instrumentId: id,
    effectiveFrom: instantIn.optional().meta({ description: 'Left out: now, or since ever for the first.' }),
    rules: policyRules.partial().meta({ description: 'What is left out is as usual, not as before.' }),
  })
  .meta({ id: 'NewPolicy' })

export const policyQuery = listQuery({ instrumentId: id })

/** When a policy is asked for; left out: now. */
export const policyAtQuery = z.strictObject({ at: instantIn.optional() })

export const policy = z
  .object({
    id,
    instrumentId: id,
    revision: z.int(),
    effectiveFrom: instantOut,
    rules: policyRules,
    createdAt: instantOut,
  })
  .meta({ id: 'Policy' })

export const policyPage = page('PolicyPage', policy)

const judgedBooking = z
  .object({
    id,
    start: instantOut,
    end: instantOut,
    state: z.string(),
    person: z.object({ id, name: z.string().nullable() }),
  })
  .meta({ id: 'JudgedBooking' })

const wholeNumber = z.int().min(0)

/** What rules about time would have done to bookings that stand or stood. */
export const policyPreview = z
  .object({
    past: z
      .object({
        from: instantOut,
        to: instantOut,
        examined: wholeNumber,
        refused: wholeNumber,
        byCode: z.array(z.object({ code: z.string(), count: wholeNumber, examples: z.array(judgedBooking) })),
      })
      .meta({ description: 'Judged as of the moment at which each was asked for.' }),
    future: z
      .object({
        from: instantOut,
        examined: wholeNumber,
        broken: z.array(judgedBooking.extend({ codes: z.array(z.string()) })),
      })
      .meta({ description: 'They keep the rules under which they were made.' }),
  })
  .meta({ id: 'PolicyPreview' })

export type PolicyPreviewReply = z.input<typeof policyPreview>

export type PolicyReply = z.input<typeof policy>

import { z } from 'zod'
import { fault, id, instantIn, instantOut } from './common.ts'

const placesMax = 100_000
const instrumentsMax = 200
const idsCharactersMax = 13_000
const windowDaysMax = 92
const millisecondsPerDay = 86_400_000

export const availabilityQuery = z
  .strictObject({
    instrumentId: z
      .string()
      .max(idsCharactersMax)
      .transform(written => written.split(','))
      .pipe(z.array(id).max(instrumentsMax))
      .optional()
      .meta({ description: 'One, or up to 200 separated by commas.' }),
    poolId: id.optional(),
    from: instantIn,
    to: instantIn,
    places: z.coerce.number<string>().int().min(1).max(placesMax).default(1),
  })
  .refine(query => (query.instrumentId === undefined) !== (query.poolId === undefined), {
    ...fault('one-of-instrument-or-pool'),
    path: ['instrumentId'],
  })
  .refine(query => query.from < query.to, { ...fault('ends-before-start'), path: ['to'] })
  .refine(query => query.to - query.from <= windowDaysMax * millisecondsPerDay, {
    ...fault('window-too-long'),
    path: ['to'],
  })

const spanOut = z.object({ start: instantOut, end: instantOut })

export const availability = z
  .object({
    items: z.array(
      z.object({
        instrumentId: id,
        zone: z.string(),
        open: z.array(spanOut),
        outages: z.array(
          z.object({
            id,
            start: instantOut,
            end: instantOut,
            kind: z.string(),
            reason: z.string().nullable(),
          }),
        ),
        /** Time that is taken, by whom nobody is told. */
        busy: z.array(z.object({ start: instantOut, end: instantOut, places: z.int() })),
        free: z.array(spanOut),
      }),
    ),
  })
  .meta({ id: 'Availability' })

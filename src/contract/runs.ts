import { z } from 'zod'
import { samplesMax } from '../domain/runSamples.ts'
import { id, instantIn, instantOut, listQuery, page, secondsIn, text } from './common.ts'

const ratingTextCharactersMax = 1_000
const RUN_MODES = ['self-operated', 'guided', 'commissioned', 'remote'] as const

export const run = z
  .object({
    id,
    bookingId: id.nullable(),
    instrumentId: id,
    institutionId: id,
    allianceId: id.nullable(),
    personId: id.nullable(),
    projectId: id.nullable(),
    places: z.int(),
    start: instantOut,
    end: instantOut,
    mode: z.enum(RUN_MODES),
    samples: z.int().nullable(),
    prepSeconds: z.int(),
    runSeconds: z.int(),
    postSeconds: z.int(),
    idleSeconds: z.int(),
    effectiveSeconds: z.int(),
    evidence: z.string(),
    bookedSeconds: z.int(),
    usedSeconds: z.int(),
    chargedUnits: z.int(),
    rating: z.int().nullable(),
    ratingText: z.string().nullable(),
    agreementSigned: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Run' })

export type RunReply = z.output<typeof run>

export const runPage = page('RunPage', run)

export const runQuery = listQuery({
  instrumentId: id.optional(),
  bookingId: id.optional(),
  from: instantIn.optional(),
  to: instantIn.optional(),
})

/** How the time of a run divides; the four add up to what was used. */
const phases = z
  .strictObject({
    prepSeconds: secondsIn,
    runSeconds: secondsIn,
    postSeconds: secondsIn,
    idleSeconds: secondsIn,
  })
  .meta({ id: 'RunPhases' })

export const runChanges = z
  .strictObject({
    mode: z.enum(RUN_MODES).optional(),
    samples: z.int().min(0).max(samplesMax).nullable().optional(),
    phases: phases.optional(),
    agreementSigned: z.boolean().optional(),
  })
  .meta({ id: 'RunChanges' })

export const runRating = z
  .strictObject({
    rating: z.int().min(1).max(5).meta({ description: '5 very satisfied … 1 very poor (非常满意 … 极差).' }),
    text: text(ratingTextCharactersMax).optional(),
  })
  .meta({ id: 'RunRating' })

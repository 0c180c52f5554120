import { z } from 'zod'
import { isDay } from '../../domain/calendar/day.ts'
import { isKnownZone } from '../../domain/calendar/almanac.ts'
import { INSTITUTION_KINDS } from '../../domain/imports.ts'
import { isRorId, isUscc } from '../../domain/identifiers.ts'
import { OPERATING_STATES } from '../../domain/instrument.ts'

const text = z
  .string()
  .min(1)
  .max(500)
  .refine(value => value.isWellFormed() && !value.includes('\u0000'), 'text-not-allowed')
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .max(100)
const day = z.string().refine(isDay, 'not-a-day')

const memberShape = z.object({
  name: text,
  nameEn: text.optional(),
  jurisdiction: z.string().regex(/^[A-Z]{2}$/u),
  kind: z.enum(INSTITUTION_KINDS),
  /** Machine words; `labels` gives the alliance's own wording of some of them. */
  roles: z.array(slug).min(1).max(8),
  labels: z.record(slug, text).optional(),
  uscc: z.string().refine(isUscc, 'not-a-uscc').optional(),
  ror: z.string().refine(isRorId, 'not-a-ror').optional(),
  ownId: text.optional(),
  /** Observers see but do not book. Left out: what is usual for its kind. */
  right: z.enum(['full', 'observer']).optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
})

const agreementShape = z.object({
  subject: text,
  parties: z.array(text).min(2).max(500),
  formsAlliance: text.optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
})

/** `count` like instruments of one facility; `capacity` places make each a shared one. */
const instrumentsShape = z.object({
  host: text,
  facility: text,
  kind: slug,
  count: z.int().min(1).max(1000),
  capacity: z.int().min(1).max(1_000_000).optional(),
  unit: z.enum(['instrument-hour', 'cage-day', 'core-hour', 'sample']),
  operatingState: z.enum([...OPERATING_STATES, 'running']).default('operation'),
})
export type InstrumentsEntry = z.infer<typeof instrumentsShape>

/** An alliance in the file; what it holds beside these fields is noted and left. */
export const allianceShape = z.object({
  slug,
  name: text,
  nameEn: text.optional(),
  type: slug,
  leadLabel: text.optional(),
  founded: z
    .string()
    .regex(/^\d{4}(?:-\d{2}){0,2}$/u)
    .optional(),
  timeZone: z.string().refine(isKnownZone, 'not-a-zone'),
  currency: z.string().regex(/^[A-Z]{3}$/u),
  parent: slug.optional(),
  memberCount: z.int().min(1).optional(),
  members: z.array(memberShape).max(5000),
  agreements: z.array(agreementShape).max(1000).default([]),
  instruments: z.array(instrumentsShape).max(1000).default([]),
})
export type AllianceEntry = z.infer<typeof allianceShape>

export const allianceFileShape = z.object({ alliances: z.array(z.record(z.string(), z.unknown())).max(1000) })

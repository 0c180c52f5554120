import { z } from 'zod'
import { GROUP_KEYS } from '../domain/report/grouping.ts'
import type { ReportWindow } from '../domain/report/periods.ts'
import { millisecondsPerSecond } from '../domain/units.ts'
import { day, fault, flagText, id, instantIn, instantOut, listQuery } from './common.ts'
import { LANGUAGES } from './messages/languages.ts'

const windowDaysMax = 5 * 366
/** Thirteen months: a year and the month to compare it with. */
const loadDaysMax = 13 * 31
const millisecondsPerDay = 86_400_000
const groupByCharactersMax = 60

/** Reports count whole seconds; a part of one is cut off. */
const secondIn = instantIn.transform(at => (at - (at % millisecondsPerSecond)) as typeof at)

/** A moment, or a day: then the midnight that begins it, in the zone of each host. */
const edge = z.union([day, secondIn])

const inUtc = (at: ReportWindow['start']) => (typeof at === 'number' ? at : Date.parse(at))

const edges = { start: edge, end: edge }
const isForward = ({ start, end }: ReportWindow) => inUtc(start) < inUtc(end)
const isWithinDays = (days: number) => (window: ReportWindow) =>
  inUtc(window.end) - inUtc(window.start) <= days * millisecondsPerDay
const isInReach = isWithinDays(windowDaysMax)
const endsBeforeStart = { ...fault('ends-before-start'), path: ['end'] }
const tooLong = { ...fault('window-too-long'), path: ['end'] }

const REPORT_FORMATS = ['json', 'csv', 'xlsx'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** `instrument,month`: each key once, in any order. */
const groupBy = z
  .string()
  .max(groupByCharactersMax)
  .transform(written => [...new Set(written.split(','))])
  .pipe(z.array(z.enum(GROUP_KEYS)))

const filters = {
  allianceId: id.optional(),
  institutionId: id.optional(),
  instrumentId: id.optional(),
  /** Asks again what was asked at that moment. */
  asOf: secondIn.optional(),
}

/** What a utilization report is asked for with. `institutionId` is the host's. */
export const utilizationQuery = z
  .strictObject({
    ...edges,
    ...filters,
    groupBy: groupBy
      .default(['instrument'])
      .meta({ description: 'instrument, institution, alliance, month' }),
    format: z.enum(REPORT_FORMATS).optional(),
    lang: z.enum([...LANGUAGES, 'stable']).optional(),
    /** A mark with which spreadsheets take CSV for UTF-8. */
    byteOrderMark: flagText.optional(),
  })
  .refine(isForward, endsBeforeStart)
  .refine(isInReach, tooLong)

const seconds = z.record(z.string(), z.int())
const ratios = z.record(z.string(), z.number().nullable())
const maybeId = id.nullable()

/** Seconds are place-seconds; a ratio is null where there is nothing to divide by. */
export const utilization = z
  .object({
    header: z.object({
      start: z.string(),
      end: z.string(),
      zones: z.array(z.string()),
      groupBy: z.array(z.enum(GROUP_KEYS)),
      allianceId: maybeId,
      institutionId: maybeId,
      instrumentId: maybeId,
      asOf: instantOut,
      generatedAt: instantOut,
      definitionsVersion: z.string(),
      instruments: z.int(),
      ledgers: z.array(
        z.object({
          ledgerId: id,
          resourceClass: z.string(),
          unit: z.string(),
          seq: z.int(),
          hash: z.string(),
        }),
      ),
    }),
    total: z.object({ time: seconds, metrics: ratios }),
    rows: z.array(
      z.object({
        period: z.object({ start: instantOut, end: instantOut }),
        zone: z.string(),
        allianceId: maybeId,
        hostInstitutionId: maybeId,
        instrumentId: maybeId,
        resourceClass: z.string().nullable(),
        unit: z.string().nullable(),
        userInstitutionId: maybeId,
        userCategory: z.enum(['own', 'member', 'outside']).nullable(),
        projectId: maybeId,
        time: seconds,
        charges: z.object({ charged: z.int(), forfeited: z.int(), overrun: z.int() }).nullable(),
        asOfSeq: z.int().nullable(),
        metrics: ratios.nullable(),
      }),
    ),
    names: z.record(z.string(), z.object({ name: z.string(), nameEn: z.string().nullable() })),
  })
  .meta({ id: 'UtilizationReport' })

export const loadQuery = z
  .strictObject({ ...edges, ...filters })
  .refine(isForward, endsBeforeStart)
  .refine(isWithinDays(loadDaysMax), tooLong)

/** Used place-seconds of each hour of the week, by the clocks of the instruments; nobody is named. */
export const load = z
  .object({
    header: z.object({
      start: z.string(),
      end: z.string(),
      zones: z.array(z.string()),
      allianceId: maybeId,
      institutionId: maybeId,
      instrumentId: maybeId,
      asOf: instantOut,
      definitionsVersion: z.string(),
      instruments: z.int(),
    }),
    cells: z
      .array(
        z.object({
          weekday: z.int().min(1).max(7).meta({ description: '1 is Monday.' }),
          hour: z.int().min(0).max(23),
          usedSeconds: z.int(),
        }),
      )
      .meta({ description: '168 cells; they add up to `usedSeconds` of the utilization report.' }),
  })
  .meta({ id: 'LoadReport' })

/** Which figure of a report is opened: its row's period, instrument and user. */
export const figureQuery = listQuery({
  start: secondIn,
  end: secondIn,
  allianceId: id.optional(),
  institutionId: id.optional(),
  instrumentId: id.optional(),
  userInstitutionId: id.optional(),
  userAllianceId: id.optional(),
})
  .refine(isForward, endsBeforeStart)
  .refine(isInReach, tooLong)

/** The bookings behind a figure that the reader may see; the others are a count and sums, or not told. */
export const figure = z
  .object({
    items: z.array(
      z.object({
        id,
        instrumentId: id,
        start: instantOut,
        end: instantOut,
        state: z.string(),
        places: z.int(),
        institutionId: id,
        allianceId: maybeId,
        projectId: maybeId,
        bookedSeconds: z.int(),
        usedSeconds: z.int(),
      }),
    ),
    nextCursor: maybeId,
    rest: z.object({ bookings: z.int(), bookedSeconds: z.int(), usedSeconds: z.int() }).nullable(),
  })
  .meta({ id: 'BookingsBehindFigure' })

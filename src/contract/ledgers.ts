import { z } from 'zod'
import { LEDGER_UNITS } from '../domain/ledger/granting.ts'
import { day, id, instantOut, listQuery, page, text } from './common.ts'

const classCharactersMax = 100
const nameCharactersMax = 100

export const newLedger = z
  .strictObject({
    allianceId: id,
    resourceClass: text(classCharactersMax),
    unit: z.enum(LEDGER_UNITS).default('second'),
    pooled: z.boolean().default(false),
  })
  .meta({ id: 'NewLedger' })

/** The books of an alliance for one class of resource in one unit. */
export const ledger = z
  .object({
    id,
    allianceId: id,
    resourceClass: z.string(),
    unit: z.string(),
    zone: z.string(),
    pooled: z.boolean(),
    createdAt: instantOut,
  })
  .meta({ id: 'Ledger' })

export const newPeriod = z
  .strictObject({ name: text(nameCharactersMax), startsOn: day, endsOn: day })
  .meta({ id: 'NewPeriod' })

/** A stretch of time that quota is granted for; it pays the bookings that lie in it. */
export const period = z
  .object({
    id,
    ledgerId: id,
    name: z.string(),
    start: instantOut,
    end: instantOut,
    state: z.string(),
  })
  .meta({ id: 'Period' })

/** Periods that come with their ledger; there is a list of them all. */
export const periodsShownMax = 100

export const ledgerWithPeriods = ledger
  .extend({
    periods: z
      .array(period)
      .max(periodsShownMax)
      .meta({ description: 'The newest, the newest first; `/ledgers/{id}/periods` lists them all.' }),
  })
  .meta({ id: 'LedgerWithPeriods' })

export const periodQuery = listQuery({})
export const periodPage = page('PeriodPage', period)
export const ledgerQuery = listQuery({ allianceId: id.optional() })
export const ledgerPage = page('LedgerPage', ledger)

/** A point of a ledger's hash chain. */
export const head = z
  .object({ seq: z.int(), hash: z.string() })
  .meta({ id: 'LedgerHead', description: 'After so many rows the hash of the chain is this.' })

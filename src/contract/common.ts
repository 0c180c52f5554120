import { z } from 'zod'
import { isKnownZone } from '../domain/calendar/almanac.ts'
import { instantEarliest, instantLatest, isDay } from '../domain/calendar/day.ts'
import { type Amount, instant, type Instant, type Seconds } from '../domain/units.ts'
import { formatInstant } from '../domain/zone.ts'
import type { FaultCode } from './messages/words.ts'

/** Rows of one page, when the caller does not say and at most. */
const pageDefault = 50
const pageMax = 200

const idCharactersMax = 64
const secondsMax = 4_000_000_000
const instantCharactersMax = 40
const nameCharactersMax = 200
const reasonCharactersMax = 500

/** A fault of our own, beside those that zod knows: a word from the closed list, said in each language. */
export const fault = (code: FaultCode) => ({ error: code })

const isStorable = (written: string) => written.isWellFormed() && !written.includes('\u0000')

/** Text that both engines keep to the letter: well-formed Unicode without U+0000, not empty. */
export const text = (charactersMax: number) =>
  z.string().min(1).max(charactersMax).refine(isStorable, fault('not-well-formed'))

/** What a person, a place or a thing is called, in one language. */
export const nameText = text(nameCharactersMax)

/** Why somebody did something, in their words. */
export const reasonText = text(reasonCharactersMax)

/** An opaque id. Whether it names anything is for the reader of the store to say. */
export const id = z
  .string()
  .min(1)
  .max(idCharactersMax)
  .regex(/^[0-9A-Za-z_-]+$/u)

/** Path parameters of a route on one thing. */
export const idParams = z.object({ id })

/** A calendar date, `2026-03-01`. */
export const day = z.iso.date().refine(isDay, fault('day-out-of-range'))

/** An IANA time zone, `Asia/Shanghai`. */
export const zone = text(idCharactersMax).refine(isKnownZone, fault('unknown-zone'))

const isInReach = (written: string) => {
  const at = Date.parse(written)
  return at >= instantEarliest && at < instantLatest
}

/** RFC 3339 with an offset, read as an instant; what is finer than a millisecond is cut off. */
export const instantIn = z.iso
  .datetime({ offset: true })
  .max(instantCharactersMax)
  .refine(isInReach, fault('instant-out-of-range'))
  .transform(written => instant(Date.parse(written)))

/** An instant in a reply; made by `instantText`. */
export const instantOut = z.iso.datetime({ offset: true })

/** RFC 3339 with the offset of `zone` at that moment; without a zone in UTC. */
export const instantText = (at: Instant, zone = 'UTC') => formatInstant(zone, at)

/** Whole seconds, zero or more. */
export const secondsIn = z
  .int()
  .min(0)
  .max(secondsMax)
  .transform(count => count as Seconds)

/** A whole amount of a ledger's smallest unit, or of money's. */
export const amountIn = z.int().transform(count => count as Amount)

/** A flag in a query, where everything is text. */
export const flagText = z.enum(['true', 'false']).transform(word => word === 'true')

/**
 * Query of a list: one page after `cursor`, narrowed by `filters`. Unknown parameters are faults, not
 * ignored.
 */
export const listQuery = <Filters extends z.core.$ZodLooseShape>(filters: Filters) =>
  z.strictObject({
    limit: z.coerce.number<string>().int().min(1).max(pageMax).default(pageDefault),
    cursor: id.optional(),
    ...filters,
  })

/** One page of a list: `nextCursor` is null on the last one. */
export const page = <Item extends z.ZodType>(name: string, item: Item) =>
  z.object({ items: z.array(item), nextCursor: id.nullable() }).meta({ id: name })

/** Query of every request that writes: `dryRun=true` decides everything and keeps nothing. */
export const writeQuery = z.strictObject({ dryRun: flagText.optional() })

/** Headers of an edit: the version that the caller has seen, as the `ETag` gave it. */
export const editHeaders = z.looseObject({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/u)
    .transform(tag => Number(tag.slice(1, -1)))
    .meta({ description: 'The ETag of the version that is edited, `"3"`.' }),
})

/** The strong ETag of a version. */
export const etagOf = (version: number) => `"${version}"`

/** A reply without a body (204). */
export const nothing = z.undefined().meta({ description: 'Done; there is nothing to say.' })

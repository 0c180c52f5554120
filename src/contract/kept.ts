import { z } from 'zod'
import { day, id, instantOut, text } from './common.ts'

const searchCharactersMax = 100

/** What every thing that is edited by version shows. */
export const keptOut = { version: z.int(), createdAt: instantOut }

/** The same for what is retired and never deleted. */
export const retirableOut = { ...keptOut, retiredAt: instantOut.nullable() }

const firstDay = day.meta({ description: 'The first day that counts.' })
const lastDay = day.nullable().meta({ description: 'The last day that counts; null while there is none.' })

/** From the first day to the last, both counted. */
export const datesIn = { startsOn: firstDay, endsOn: lastDay.default(null) }

/** A last day to be set; null lifts it. */
export const endsOnIn = lastDay

export const datesOut = { startsOn: z.string(), endsOn: z.string().nullable() }

/** What brings something to its end on a day. */
export const end = z.strictObject({ endsOn: day }).meta({ id: 'End' })

/** Text to look for in a name; width and case do not matter. */
export const searchText = text(searchCharactersMax)

/** One part of a thing, `/projects/:id/members/:partId`. */
export const partParams = z.object({ id, partId: id })

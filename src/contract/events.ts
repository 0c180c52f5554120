import type { Readable } from 'node:stream'
import { z } from 'zod'
import { id } from './common.ts'

const instrumentsMax = 300
const idsCharactersMax = 20_000

export const eventQuery = z.strictObject({
  instrumentId: z
    .string()
    .max(idsCharactersMax)
    .transform(written => written.split(','))
    .pipe(z.array(id).max(instrumentsMax))
    .optional()
    .meta({ description: 'The instruments that are watched, up to 300, separated by commas.' }),
})

/** What is no id of ours is not a fault: the stream then begins with `reset`. */
export const eventHeaders = z.looseObject({
  'last-event-id': z
    .string()
    .optional()
    .meta({ description: 'The id of the last event seen: what came after it is told again.' }),
})

export const eventStream = z.custom<Readable>().meta({
  contentType: 'text/event-stream',
  description:
    '`changed` with `{noun, instrumentId}`: something about a watched instrument, or an own booking, is ' +
    'different; `instrumentId` is null where a booking was moved away. `reset`: too much was missed, read ' +
    'everything anew. A comment every 15 s. Ends with the token.',
})

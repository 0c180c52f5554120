import { z } from 'zod'
import { id, instantOut } from './common.ts'

/** One broken rule on the wire: its code, its numbers beside it, a sentence, and who may lift it. */
export const refusalBody = z
  .looseObject({
    code: z.string(),
    message: z.string(),
    mayLift: z.array(z.string()).optional(),
  })
  .meta({ id: 'Refusal' })

/**
 * Where in the request something is wrong: a JSON pointer (RFC 6901) into its body, query, path or headers.
 */
const faultBody = z
  .object({
    in: z.enum(['body', 'query', 'path', 'headers']),
    path: z.string(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'Fault' })

/** A free span that could be booked instead. */
const alternative = z
  .object({ instrumentId: id, start: instantOut, end: instantOut })
  .meta({ id: 'Alternative' })

/**
 * `application/problem+json` (RFC 9457). `type` ends in the code of the first refusal, or of the problem
 * itself.
 */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string(),
    refusals: z.array(refusalBody),
    faults: z.array(faultBody).optional(),
    alternatives: z.array(alternative).optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.output<typeof problem>
export type RefusalBody = z.output<typeof refusalBody>
export type Fault = z.output<typeof faultBody>
export type Alternative = z.output<typeof alternative>

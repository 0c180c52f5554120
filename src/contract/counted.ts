import { z } from 'zod'

/**
 * A whole number within limits that carries its unit as a type alone: nothing is changed on the way, so
 * that the same shape reads requests and writes replies.
 */
export const counted = <Unit extends number>(least: number, most: number) =>
  z.int().min(least).max(most) as z.ZodType as z.ZodType<Unit, Unit>

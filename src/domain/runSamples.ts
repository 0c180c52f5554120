/** As many as anybody runs on one instrument at once. */
export const samplesMax = 1_000_000

/**
 * How many samples a booking's details tell of: known before the use ends, from a paper log book or from who
 * booked. Null where they tell nothing that can be counted.
 */
export function samplesTold(details: Readonly<Record<string, unknown>>): number | null {
  const { samples } = details
  const isCount = typeof samples === 'number' && Number.isInteger(samples)
  return isCount && samples >= 0 && samples <= samplesMax ? samples : null
}

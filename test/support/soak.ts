/**
 * How much of the counts that the issues ask for a run performs: a tenth in `npm test`, all of them in
 * `npm run test:soak`. Multiply and round up, so that a tenth of few is still one.
 */
export const soakFactor: number = process.env['JISHI_SOAK'] === '1' ? 1 : 0.1

/** Where random tests begin; a run that failed says its seed, and `JISHI_SEED` repeats it. */
export const soakSeed = Number(process.env['JISHI_SEED'] ?? 20260302)

const millisecondsPerDay = 86_400_000

/**
 * What is too much for a normal run takes turns by this number: another one every day, and the same again
 * with the `JISHI_SEED` that the run has said.
 */
export const turn = Number(
  process.env['JISHI_SEED'] ?? Math.floor(performance.timeOrigin / millisecondsPerDay),
)

/** How long a file that walks over many pages may take: small machines under load are slow. */
export const manyPagesMilliseconds = soakFactor === 1 ? 7_200_000 : 600_000

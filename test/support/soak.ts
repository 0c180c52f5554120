/**
 * How much of the counts that the issues ask for a run performs: a tenth in `npm test`, all of them in
 * `npm run test:soak`. Multiply and round up, so that a tenth of few is still one.
 */
export const soakFactor: number = process.env['JISHI_SOAK'] === '1' ? 1 : 0.1

/** Where random tests begin; a run that failed says its seed, and `JISHI_SEED` repeats it. */
export const soakSeed = Number(process.env['JISHI_SEED'] ?? 20260302)

import type { Instrument } from '../../api/queries/instruments.ts'

/** Tells whether an instrument's name, model, place or asset number has what was typed. */
export function matching(words: string): (instrument: Instrument) => boolean {
  const wanted = words.trim().toLowerCase()
  return ({ name, nameEn, maker, model, location, assetNumber }) =>
    [name, nameEn, maker, model, location, assetNumber].join(' ').toLowerCase().includes(wanted)
}

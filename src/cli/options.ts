import { Misused } from './command.ts'

/**
 * The word given for an option, undefined where none was. @throws Misused for a word that is none of `words`.
 */
export function oneOf<Word extends string>(
  option: string,
  words: readonly Word[],
  given: string | undefined,
): Word | undefined {
  if (given === undefined) return undefined
  const found = words.find(word => word === given)
  if (found === undefined) throw new Misused(`${option} ${given} is none of ${words.join(', ')}`)
  return found
}

/** The value of an option that must be given. @throws Misused where it was not. */
export function needed(option: string, given: string | undefined): string {
  if (given === undefined || given === '') throw new Misused(`${option} is needed`)
  return given
}

import { Refused } from '../../src/domain/refusal.ts'

/**
 * How something ended, in one string to compare: `done`, the codes of a refusal (`slot-taken`), or the words
 * of an error and of its causes.
 */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    return error instanceof Refused ? error.message : wordsOf(error)
  }
}

function wordsOf(error: unknown): string {
  const words: string[] = []
  for (let each = error; each instanceof Error; each = each.cause) words.push(`${each.name}: ${each.message}`)
  return words.join(' < ')
}

/** Words of one search that are looked at; more only narrow what is already narrow. */
const searchWordsMax = 8

/**
 * Text as it is searched: compatibility forms made one (full width, ligatures), case folded, white space single. Both
 * engines then compare plain characters and cannot differ.
 */
export const foldText = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/** The key under which a thing is found by any of its names; lines keep a search from running across two of them. */
export const searchKeyOf = (names: readonly (string | null | undefined)[]) =>
  names
    .map(name => foldText(name ?? ''))
    .filter(name => name !== '')
    .join('\n')

/** The folded words of what was typed; all of them must be found. */
export const searchWords = (typed: string) =>
  foldText(typed)
    .split(' ')
    .filter(word => word !== '')
    .slice(0, searchWordsMax)

/** The form in which texts meet in a search: width and case do not matter, blanks at the ends neither. */
export const foldForSearch = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** What a thing is found by: its folded names, one after another. */
export const searchKey = (names: { readonly name: string; readonly nameEn: string | null }) =>
  [names.name, names.nameEn ?? ''].map(foldForSearch).join(' ').trim()

/** More words than these only narrow what is narrow already. */
const searchWordsMax = 8

/** The folded words of what was typed into a search; each must be found. */
export const searchWords = (typed: string) =>
  foldForSearch(typed)
    .split(/\s+/u)
    .filter(word => word !== '')
    .slice(0, searchWordsMax)

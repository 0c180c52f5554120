/** The form in which texts meet in a search: width and case do not matter, blanks at the ends neither. */
export const foldForSearch = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** What a thing is found by: its folded names, one after another. */
export const searchKey = (names: { readonly name: string; readonly nameEn: string | null }) =>
  [names.name, names.nameEn ?? ''].map(foldForSearch).join(' ').trim()

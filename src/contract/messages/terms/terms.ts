/** What a language calls the codes that refusals name: things, roles, states, fields and their faults. */
export interface Terms {
  readonly things: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
  readonly states: Readonly<Record<string, string>>
  /** By the names on the path of a field, without its places in lists: `lines.to`. */
  readonly fields: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
}

/** A word for each code; a code that has none stands for itself. */
export const termsFor = (words: Readonly<Record<string, string>>, codes: readonly string[]) =>
  codes.map(code => words[code] ?? code)

/** What a thing is called by its noun or by its table, whose guard knows no other name: `sharing_terms`. */
export function thingFor({ things }: Terms, noun: string): string {
  const singular = noun === 'people' ? 'person' : noun.replaceAll('_', '-').replace(/s$/u, '')
  return things[noun] ?? things[singular] ?? things[singular.replace(/ie$/u, 'y')] ?? noun
}

/**
 * What a field is called by its path: the word for as much of it as has one, then its places in lists,
 * counted from one, and what is left of it. `lines/2/to` is `receiver in row 3`, `details.colour` is
 * `details colour`; a field that has no word stands for itself.
 */
export function fieldFor({ fields }: Terms, path: string): string {
  const parts = path.split(/[./]/u)
  const names = parts.filter(part => !isPlace(part))
  const known = names
    .map((_, index) => names.slice(0, index + 1))
    .findLast(prefix => Object.hasOwn(fields, prefix.join('.')))
  if (known === undefined) return path
  const places = parts.filter(isPlace).map(place => Number(place) + 1)
  return [fields[known.join('.')], ...places, ...names.slice(known.length)].join(' ')
}

const isPlace = (part: string) => /^\d+$/u.test(part)

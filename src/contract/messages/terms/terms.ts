/** What a language calls the codes that refusals name: things, roles, states and faults of a value. */
export interface Terms {
  readonly things: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
  readonly states: Readonly<Record<string, string>>
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

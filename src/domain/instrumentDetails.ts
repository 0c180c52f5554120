/** What a class of resource is asked about beside the fields of every instrument. */
export type Details = Readonly<Record<string, unknown>>

export const detailsMax = 40
export const detailNameLengthMax = 60
export const detailTextLengthMax = 1000
export const detailListMax = 50

type DetailKind = 'count' | 'flag' | 'text' | 'texts'

/**
 * The names whose meaning the service knows, by resource class; rules and searches may rely on their kinds.
 */
const KNOWN_DETAILS: ReadonlyMap<string, ReadonlyMap<string, DetailKind>> = new Map([
  ['compute', kindsByName({ cores: 'count', gpus: 'count', memoryGib: 'count' })],
  ['animal-room', kindsByName({ species: 'texts', ethicsRequired: 'flag', licence: 'text' })],
])

export interface DetailFault {
  readonly code:
    'too-many' | 'name-too-long' | 'not-a-count' | 'not-a-flag' | 'not-a-text' | 'not-a-list' | 'not-a-value'
  readonly path: readonly string[]
}

/**
 * Finds what is wrong with the details of an instrument. Names known to its class have one kind of value
 * each; other names are the lab's own and hold a bounded text, number, flag or list of texts.
 */
export function detailFaults(resourceClass: string, details: Details): DetailFault[] {
  const names = Object.keys(details)
  if (names.length > detailsMax) return [{ code: 'too-many', path: [] }]
  const known = KNOWN_DETAILS.get(resourceClass)
  return names.flatMap((name): DetailFault[] => {
    const code =
      name.length > detailNameLengthMax ? 'name-too-long' : faultOf(details[name], known?.get(name))
    return code === undefined ? [] : [{ code, path: [name] }]
  })
}

/** A map, for a lab may call a detail `constructor`, which every object has. */
function kindsByName(kinds: Readonly<Record<string, DetailKind>>): ReadonlyMap<string, DetailKind> {
  return new Map(Object.entries(kinds))
}

function faultOf(value: unknown, kind: DetailKind | undefined): DetailFault['code'] | undefined {
  switch (kind) {
    case 'count':
      return isCount(value) ? undefined : 'not-a-count'
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'not-a-flag'
    case 'text':
      return isText(value) ? undefined : 'not-a-text'
    case 'texts':
      return isTexts(value) ? undefined : 'not-a-list'
    case undefined:
      return isFree(value) ? undefined : 'not-a-value'
    default:
      return kind satisfies never
  }
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isText = (value: unknown) => typeof value === 'string' && value.length <= detailTextLengthMax
const isTexts = (value: unknown) =>
  Array.isArray(value) && value.length <= detailListMax && value.every(isText)
const isFree = (value: unknown) =>
  isText(value) || isTexts(value) || typeof value === 'boolean' || Number.isFinite(value)

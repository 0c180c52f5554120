import { whoMayLift } from '../domain/lifting.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Instant } from '../domain/units.ts'
import { instantText } from './common.ts'
import { type Language, refusalWords } from './messages/languages.ts'
import type { RefusalBody } from './problems.ts'

/** Fields of refusals that are instants; on the wire they are RFC 3339 like all others. */
const INSTANT_FIELDS: ReadonlySet<string> = new Set(['start', 'end', 'now', 'at', 'opensAt'])

/** A refusal as a problem document shows it: code and numbers as data, a sentence, and who may lift it. */
export function refusalOnWire(refusal: Refusal, language: Language, zone = 'UTC'): RefusalBody {
  const mayLift = whoMayLift(refusal.code)
  return {
    ...(withInstantsAsText(refusal, zone) as Refusal),
    message: refusalWords(language, refusal, zone).detail,
    ...(mayLift.length > 0 ? { mayLift: [...mayLift] } : {}),
  }
}

function withInstantsAsText(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map(each => withInstantsAsText(each, zone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      INSTANT_FIELDS.has(name) && typeof field === 'number'
        ? instantText(field as Instant, zone)
        : withInstantsAsText(field, zone),
    ]),
  )
}

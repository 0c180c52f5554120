import { z } from 'zod'
import type { Refusal } from '../../domain/refusal.ts'
import { en } from './en.ts'
import { type Clock, clockOf, type FaultCode, type ProblemCode, type Words } from './words.ts'
import { zhCN } from './zh-CN.ts'
import { zhHant } from './zh-Hant.ts'

export const LANGUAGES = ['zh-CN', 'zh-Hant', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const WORDS: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, 'zh-Hant': zhHant, en }

/** What zod itself finds wrong has words there. */
const SHAPE_WORDS = {
  'zh-CN': z.locales.zhCN().localeError,
  'zh-Hant': z.locales.zhTW().localeError,
  en: z.locales.en().localeError,
}

const acceptedRangesMax = 20

/**
 * The language that an `Accept-Language` header likes best among ours; English when it names none of them.
 */
export function languageFor(accept: string | undefined): Language {
  const ranges = (accept ?? '').split(',', acceptedRangesMax).map(range => {
    const [tag = '', quality = 'q=1'] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/u)
    return { language: languageOf(tag), quality: Number(quality.replace(/^q=/u, '')) }
  })
  const liked = ranges.filter(range => range.language !== undefined && range.quality > 0)
  return liked.toSorted((a, b) => b.quality - a.quality)[0]?.language ?? 'en'
}

function languageOf(tag: string): Language | undefined {
  if (/^zh-(?:hant|tw|hk|mo)\b/u.test(tag)) return 'zh-Hant'
  if (/^zh\b/u.test(tag)) return 'zh-CN'
  return /^en\b/u.test(tag) ? 'en' : undefined
}

/** The title of a refusal's code and the sentence with limit and wish, its times on the clock of `zone`. */
export function refusalWords(
  language: Language,
  refusal: Refusal,
  zone = 'UTC',
): { title: string; detail: string } {
  // The pair belongs to this very code: the table is keyed by it.
  const wording = WORDS[language].refusals[refusal.code]
  const [title, say] = wording as readonly [string, (refusal: Refusal, clock: Clock) => string]
  return { title, detail: say(refusal, clockOf(zone)) }
}

export function problemWords(language: Language, code: ProblemCode): { title: string; detail: string } {
  const [title, detail] = WORDS[language].problems[code]
  return { title, detail }
}

/** The sentence about one fault of input. */
export function faultWords(language: Language, issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return WORDS[language].faults[issue.message as FaultCode] ?? issue.message
  const said = SHAPE_WORDS[language](issue as z.core.$ZodRawIssue)
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}

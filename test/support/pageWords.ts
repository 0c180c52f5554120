import { words as en } from '../../src/web/words/en/all.ts'
import type { Words } from '../../src/web/words/shape.ts'
import { words as zhCn } from '../../src/web/words/zhCn/all.ts'
import { words as zhHant } from '../../src/web/words/zhHant/all.ts'
import type { Language } from './browser.ts'

/** What the page says in each language: tests look for its own words. */
export const WORDS: Readonly<Record<Language, Words>> = { 'zh-CN': zhCn, 'zh-Hant': zhHant, en }

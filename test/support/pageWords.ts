import { words as en } from '../../src/web/words/en/all.ts'
import { staffWords as enOfStaff } from '../../src/web/words/en/staff.ts'
import type { StaffWords } from '../../src/web/words/shape.ts'
import { words as zhCn } from '../../src/web/words/zhCn/all.ts'
import { staffWords as zhCnOfStaff } from '../../src/web/words/zhCn/staff.ts'
import { words as zhHant } from '../../src/web/words/zhHant/all.ts'
import { staffWords as zhHantOfStaff } from '../../src/web/words/zhHant/staff.ts'
import type { Language } from './browser.ts'

/** All that the page says in each language: tests look for its own words. */
export const WORDS: Readonly<Record<Language, StaffWords>> = {
  'zh-CN': { ...zhCn, ...zhCnOfStaff },
  'zh-Hant': { ...zhHant, ...zhHantOfStaff },
  en: { ...en, ...enOfStaff },
}

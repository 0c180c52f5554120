import type { words } from './zhCn/all.ts'
import type { staffWords } from './zhCn/staff.ts'

/** The same texts in another language: strings stay strings, functions keep their parameters. */
export type Texts<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string
    ? string
    : Original[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Texts<Original[Key]>
}

/** What everybody may come to read, by area. Simplified Chinese is written first; others have every key. */
export type Words = Texts<typeof words>

/** Those texts and the ones of the pages for those who run something, which only they load. */
export type StaffWords = Words & Texts<typeof staffWords>

import type { words } from './zhCn/all.ts'

/** The same texts in another language: strings stay strings, functions keep their parameters. */
export type Texts<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string
    ? string
    : Original[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Texts<Original[Key]>
}

/** All texts of the page, by area. Simplified Chinese is written first; the others must have every key. */
export type Words = Texts<typeof words>

import { LANGUAGES, type Language, type Screen } from './browser.ts'
import { soakFactor } from './soak.ts'

/** Phone, tablet and desk. */
const WIDTHS = [390, 820, 1440] as const

/** With these each language and each width has its turn, and both lights. */
const EVERYDAY_WIDTHS: Readonly<Record<Language, number>> = { 'zh-CN': 820, 'zh-Hant': 1440, en: 390 }

interface NamedScreen extends Screen {
  readonly name: string
  readonly language: Language
  readonly width: (typeof WIDTHS)[number]
}

/** Every language on every width; a phone is touched. The lights alternate. */
export const EVERY_SCREEN: readonly NamedScreen[] = LANGUAGES.flatMap((language, row) =>
  WIDTHS.map((width, column) => ({
    name: `${language}, ${width} px`,
    language,
    width,
    touch: width === 390,
    theme: (row + column) % 2 === 0 ? 'light' : 'dark',
  })),
)

/** Where a journey is walked: all of them in a soak, else three that have each language and width once. */
export const SCREENS: readonly NamedScreen[] =
  soakFactor === 1
    ? EVERY_SCREEN
    : EVERY_SCREEN.filter(({ language, width }) => width === EVERYDAY_WIDTHS[language])

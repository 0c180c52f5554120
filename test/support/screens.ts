import { LANGUAGES, type Language, type Screen } from './browser.ts'
import { soakFactor, turn } from './soak.ts'

/** Phone, tablet and desk. */
const WIDTHS = [390, 820, 1440] as const

/** With these each language and each width has its turn. */
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

const everyday = EVERY_SCREEN.filter(({ language, width }) => width === EVERYDAY_WIDTHS[language])
const wider = everyday.filter(({ touch }) => touch !== true)

/**
 * Where a journey is walked: all of them in a soak, else a phone and a wider one. Which wider one, and with
 * it which language, takes turns by the day; `JISHI_SEED` repeats it.
 */
export const SCREENS: readonly NamedScreen[] =
  soakFactor === 1
    ? EVERY_SCREEN
    : everyday.filter(each => each.touch === true || each === wider[turn % wider.length])

import { LANGUAGES, type Language, type Screen } from './browser.ts'

/** Phone, tablet and desk. */
const WIDTHS = [390, 820, 1440] as const

interface NamedScreen extends Screen {
  readonly name: string
  readonly language: Language
  readonly width: (typeof WIDTHS)[number]
}

/** Every language on every width; a phone is touched. The lights alternate. */
export const SCREENS: readonly NamedScreen[] = LANGUAGES.flatMap((language, row) =>
  WIDTHS.map((width, column) => ({
    name: `${language}, ${width} px`,
    language,
    width,
    touch: width === 390,
    theme: (row + column) % 2 === 0 ? 'light' : 'dark',
  })),
)

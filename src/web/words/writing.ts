import { useCallback, useMemo } from 'react'
import { techniqueCode } from '../../domain/technique.ts'
import { hoursText } from '../time.ts'
import { LOCALES } from './language.ts'
import { useSpeech, useWords } from './words.tsx'

interface Named {
  readonly name: string | null
  readonly nameEn: string | null
}

interface Money {
  readonly minor: number
  readonly currency: string
}

const secondsPerDay = 86_400
const secondsPerHour = 3600
const basisPointsWhole = 10_000

/** The locale by which dates and numbers are written. */
export const useLocale = () => LOCALES[useSpeech().language]

/** What things are called: in English where they have an English name and English is read. */
export function useNameOf(): (thing: Named | undefined) => string {
  const { language } = useSpeech()
  return useCallback(thing => (language === 'en' ? thing?.nameEn : null) ?? thing?.name ?? '', [language])
}

/** What a technique is called, however its lab wrote it; one that is not well known as it was written. */
export function useTechniqueName(): (technique: string) => string {
  const { techniques } = useWords()
  return technique => {
    const code = techniqueCode(technique)
    return code === null ? technique : techniques[code]
  }
}

/** What a country or region is called, by its code of two letters. */
export function useRegionName(): (code: string) => string {
  const locale = useLocale()
  return code => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** Money in its own currency, `¥1,200.00`. */
export function useMoney(): (money: Money) => string {
  const locale = useLocale()
  return useMemo(() => {
    return ({ minor, currency }) => {
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
      })
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2
      return format.format(minor / 10 ** digits)
    }
  }, [locale])
}

/** A length as people say it: whole days, else hours, else minutes. */
export function useLength(): (seconds: number) => string {
  const locale = useLocale()
  const { common } = useWords()
  return seconds => {
    if (seconds >= 2 * secondsPerDay && seconds % secondsPerDay === 0) {
      return common.days(String(seconds / secondsPerDay))
    }
    if (seconds !== 0 && seconds < secondsPerHour) return common.minutes(String(Math.round(seconds / 60)))
    return common.hours(hoursText(seconds, locale))
  }
}

/** Basis points as a share, `50%`. */
export function useShare(): (basisPoints: number) => string {
  const locale = useLocale()
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  return basisPoints => format.format(basisPoints / basisPointsWhole)
}

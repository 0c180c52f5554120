import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

/**
 * Writes traditional characters, the variants of Hong Kong and Taiwan among them, as simplified ones; words
 * stay (軟體 becomes 软体, not 软件), and what is simplified already stays.
 */
export const simplified = Converter({ from: 'hk', to: 'cn' }) as (text: string) => string

/**
 * The syllables of a run of simplified characters as they are typed: without tones, ü as v, characters of
 * several readings by the words around them (重量 zhongliang, 三重 sanchong).
 */
export const syllablesOf = (characters: string): readonly string[] =>
  pinyin(characters, { toneType: 'none', type: 'array', v: true })

/** The same of a person's name, whose first characters are read as a surname (单 shan, 曾 zeng, 尉迟 yuchi). */
export const syllablesOfName = (characters: string): readonly string[] =>
  pinyin(characters, { toneType: 'none', type: 'array', v: true, surname: 'head' })

import { Converter } from 'opencc-js/cn2t'
import t from 'tap'
import { WORDS } from '../support/pageWords.ts'

const { 'zh-CN': zhCn, 'zh-Hant': zhHant, en } = WORDS
const traditional = Converter({ from: 'cn', to: 't' })

/** Characters that traditional Chinese writes as well, for which the dictionary has another beside them. */
const goodInBoth = new Set('准台秘')

/** Characters that only simplified Chinese writes. */
const leaksIn = (text: string): string[] =>
  [...text].filter(character => traditional(character) !== character && !goodInBoth.has(character))

/** Every text of a language with where it stands; functions are given signs in place of what they want. */
function textsOf(words: object, path = ''): (readonly [path: string, text: string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}${key}`
    if (typeof value === 'string') return [[at, value] as const]
    if (typeof value === 'function') return [[at, saidBy(value as (...given: unknown[]) => unknown)] as const]
    return typeof value === 'object' && value !== null ? textsOf(value, `${at}.`) : []
  })
}

function saidBy(say: (...given: unknown[]) => unknown): string {
  for (const given of ['1', 2, ['1']]) {
    try {
      return String(say(...Array<unknown>(6).fill(given)))
    } catch {
      // It wants something else.
    }
  }
  return say.toString()
}

t.test('no simplified character stands in traditional texts', async t => {
  const leaks = textsOf(zhHant).flatMap(([path, text]) => leaksIn(text).map(each => `${path}: ${each}`))
  t.strictSame(leaks, [])
  t.strictSame(leaksIn('儀器预約'), ['预'], 'a leak is found')
})

t.test('no Chinese stands in English texts', async t => {
  const chinese = textsOf(en).filter(([, text]) => /\p{Script=Han}/u.test(text))
  t.strictSame(
    chinese.map(([path]) => path),
    [],
  )
})

t.test('each language says everything', async t => {
  const paths = textsOf(zhCn).map(([path]) => path)
  t.strictSame(
    textsOf(zhHant)
      .map(([path]) => path)
      .toSorted(),
    paths.toSorted(),
  )
  t.strictSame(
    textsOf(en)
      .map(([path]) => path)
      .toSorted(),
    paths.toSorted(),
  )
  t.strictSame(
    textsOf(zhCn).filter(([, text]) => text.trim() === ''),
    [],
  )
})

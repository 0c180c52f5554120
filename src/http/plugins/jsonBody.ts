import fastifyPlugin from 'fastify-plugin'
import { BadRequest } from './problems.ts'

const levelsMax = 32

/**
 * Reads JSON bodies, but none nested deeper than any shape of ours: what walks such a value would run out of
 * stack. A body may be left out even where the header announces JSON, as browsers and curl do on a bare POST.
 */
export const jsonBody = fastifyPlugin(
  async app => {
    const parse = app.getDefaultJsonParser('error', 'error')
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
      if (text === '') done(null, undefined)
      else if (levelsOf(text) > levelsMax) {
        done(new BadRequest({ in: 'body', path: '', code: 'too-deep' }), undefined)
      } else void parse(request, text, done)
    })
  },
  { name: 'jsonBody', fastify: '5.x' },
)

/** How deep brackets nest, those in strings apart. */
function levelsOf(text: string): number {
  let level = 0
  let deepest = 0
  for (let index = 0; index < text.length; index++) {
    switch (text.charAt(index)) {
      case '"':
        index = endOfString(text, index + 1)
        break
      case '[':
      case '{':
        level += 1
        deepest = Math.max(deepest, level)
        break
      case ']':
      case '}':
        level -= 1
        break
      default:
    }
  }
  return deepest
}

/**
 * Where the string that begins at `from` is closed: at the first quote behind an even number of backslashes.
 */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at < 0 ? text.length : at
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}

/** Markup that is safe to send as it stands; only `html` makes it. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Markup | readonly Markup[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Writes HTML; whatever is put in, other markup apart, is escaped. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = literals.map(
    (literal, index) => `${literal}${index < parts.length ? textOf(parts[index]) : ''}`,
  )
  return new Markup(written.join(''))
}

function textOf(part: Part | undefined): string {
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(each => each.text).join('\n')
  return String(part ?? '').replaceAll(/[&<>"']/gu, sign => escapes[sign] ?? sign)
}

/** A whole page in the plain dress of the server's own pages. */
export const htmlPage = (title: string, body: Markup): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        ${body}
      </body>
    </html> `.text

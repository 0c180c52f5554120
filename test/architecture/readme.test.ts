import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import t from 'tap'
import { root, writtenPaths } from './house.ts'

const read = (path: string) => readFileSync(root + path, 'utf8')
const all = (text: string, form: RegExp) => [...text.matchAll(form)].map(match => match[1] ?? '').toSorted()
const pages = writtenPaths().filter(path => path.endsWith('.md'))

for (const readme of ['README.md', 'README.zh-CN.md']) {
  t.test(`${readme} lists the settings that are read, and no other`, async t => {
    const settings = all(read('src/config.ts'), /^ {2}([A-Z][A-Z_]+): z\b/gm)
    t.strictSame(all(read(readme), /^\| `([A-Z_]+)` \|/gm), settings)
    t.not(settings.length, 0)
  })
}

t.test('the map of the code names every room, and only those', async t => {
  const rooms = readdirSync(`${root}src`).filter(name => name !== 'README.md')
  t.strictSame(all(read('src/README.md'), /^\| `([\w.]+)\/?` \|/gm), rooms.toSorted())
})

t.test('every script that a page names exists', async t => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const unknown = (text: string) => all(text, /\bnpm run ([\w:-]+)/g).filter(name => !(name in scripts))
  t.strictSame(
    pages.flatMap(page => unknown(read(page)).map(name => `${page}: ${name}`)),
    [],
  )
  t.strictSame(unknown('npm run check:types && npm run dance'), ['dance'])
})

t.test('every link of a page leads to a file', async t => {
  const linked = (page: string) =>
    all(read(page), /\]\((?!\w+:)([^)#]+)/g).map(to => posix.join(page, '..', to))
  t.strictSame(
    pages.flatMap(linked).filter(path => !existsSync(root + path)),
    [],
  )
})

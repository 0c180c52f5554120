import t from 'tap'
import ts from 'typescript'
import { houseOf, placeOf, readHouse, visit, type House, type SourceFile } from './house.ts'

const sourceLinesMax = 300
const testLinesMax = 450
const functionLinesMax = 70
const lineCharactersMax = 110

const house = readHouse()

t.test('files stay small', async t => {
  t.strictSame(longFiles(house), [])
  const crooked = houseOf({
    'src/domain/long.ts': 'f()\n'.repeat(sourceLinesMax + 1),
    'src/domain/full.ts': 'f()\n'.repeat(sourceLinesMax),
    'test/domain/long.test.ts': 'f()\n'.repeat(testLinesMax + 1),
  })
  t.strictSame(longFiles(crooked), ['src/domain/long.ts: 301 lines', 'test/domain/long.test.ts: 451 lines'])
})

t.test('functions stay small', async t => {
  t.strictSame(longFunctions(house), [])
  const body = 'g()\n'.repeat(functionLinesMax - 1)
  const crooked = houseOf({
    'src/domain/long.ts': `\nconst f = () => {\n${body}}\n`,
    'src/domain/full.ts': `function f() {${body}}\n`,
  })
  t.strictSame(longFunctions(crooked), ['src/domain/long.ts:2: a function of 71 lines'])
})

t.test('lines fit a split window', async t => {
  t.strictSame(longLines(house), [])
  const crooked = houseOf({ 'test/x.ts': `f()\n// ${'机时'.repeat(60)}\n` })
  t.strictSame(longLines(crooked), ['test/x.ts:2: 123 characters'])
})

function longFiles(of: House): string[] {
  return [...of.values()].flatMap(file => {
    const count = linesOf(file).length
    const max = file.path.startsWith('test/') ? testLinesMax : sourceLinesMax
    return count > max ? [`${file.path}: ${count} lines`] : []
  })
}

function longFunctions(of: House): string[] {
  const found: string[] = []
  for (const file of of.values()) {
    if (file.path.startsWith('test/')) continue
    visit(file.tree, node => {
      const count = ts.isFunctionLike(node) ? lineCountOf(file, node) : 0
      if (count > functionLinesMax) found.push(`${placeOf(file, node)}: a function of ${count} lines`)
    })
  }
  return found
}

function longLines(of: House): string[] {
  return [...of.values()].flatMap(file =>
    linesOf(file).flatMap((line, index) => {
      const characters = Array.from(line).length
      return characters > lineCharactersMax ? [`${file.path}:${index + 1}: ${characters} characters`] : []
    }),
  )
}

function linesOf(file: SourceFile): string[] {
  return file.text.replace(/\n$/, '').split('\n')
}

function lineCountOf(file: SourceFile, node: ts.Node): number {
  const lineAt = (position: number): number => file.tree.getLineAndCharacterOfPosition(position).line
  return lineAt(node.end) - lineAt(node.getStart(file.tree)) + 1
}

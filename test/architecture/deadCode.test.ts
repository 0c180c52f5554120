import t from 'tap'
import ts from 'typescript'
import { houseOf, readHouse, visit, type House, type SourceFile } from './house.ts'

/** Where the world comes in: the program, the page, and what drizzle-kit and people start by hand. */
const entries = /^(?:src\/jishi\.js|src\/web\/main\.tsx?|drizzle\/[^/]+\.ts|drizzle\.config\.ts)$/

/**
 * Where tests begin, and types of packages that ship none; what tests need beside lies under `test/support`
 * or next to them.
 */
const testEntries =
  /^test\/(?:.*\.(?:test|d)\.ts|run\.ts|bench\/main\.ts|support\/(?:mutate|screenshots)\.ts)$/

/** Exports that a tool reads by name. */
const readByTools = /^(?:drizzle\/schema\.\w+\.ts|[^/]+\.config\.ts)$/

const house = readHouse()

t.test('every source file is part of the program', async t => {
  t.strictSame(deadFiles(house, 'src/', entries), [])
  const crooked = houseOf({
    'src/jishi.js': "await import('./main.ts')",
    'src/main.ts':
      "new Worker(new URL('./reports.ts', import.meta.url))\nspawn(new URL('late.ts', import.meta.url))",
    'src/reports.ts': '',
    'src/late.ts': '',
    'src/forgotten.ts': "import './main.ts'",
    'test/forgotten.test.ts': "import '../src/forgotten.ts'",
  })
  t.strictSame(deadFiles(crooked, 'src/', entries), ['src/forgotten.ts'])
})

t.test('every file beside the tests is used by one', async t => {
  t.strictSame(deadFiles(house, 'test/', testEntries), [])
  const crooked = houseOf({
    'test/a.test.ts': "import { lab } from './support/lab.ts'",
    'test/support/lab.ts': 'export const lab = 1',
    'test/support/old-lab.ts': 'export const lab = 1',
  })
  t.strictSame(deadFiles(crooked, 'test/', testEntries), ['test/support/old-lab.ts'])
})

t.test(
  'every exported name is imported somewhere; a type may also stand in a signature beside it',
  async t => {
    t.strictSame(deadExports(house), [])
    const crooked = houseOf({
      'src/domain/a.ts':
        'export const used = 1, unused = 2\nexport interface Shape { size: Size }\n' +
        'export function f() { return unused }\nexport type Size = 1\nexport type Colour = 1',
      'src/domain/b.ts': "import { used, f as g } from './a.ts'\nexport type { Shape } from './a.ts'",
      'src/domain/c.ts': "import * as all from './d.ts'",
      'src/domain/d.ts': 'export const [one, { two }] = many\nexport default class {}',
    })
    t.strictSame(deadExports(crooked), [
      'src/domain/a.ts: unused',
      'src/domain/a.ts: Colour',
      'src/domain/b.ts: Shape',
    ])
  },
)

function deadFiles(of: House, within: string, roots: RegExp): string[] {
  const reached = new Set<string>()
  const reach = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { target } of of.get(path)?.imports ?? []) if (target !== undefined) reach(target)
  }
  for (const path of of.keys()) if (roots.test(path)) reach(path)
  return [...of.keys()].filter(path => path.startsWith(within) && !reached.has(path))
}

function deadExports(of: House): string[] {
  const used = new Set<string>()
  for (const { target, names } of [...of.values()].flatMap(file => file.imports)) {
    for (const name of names === 'all' ? ['*'] : names) used.add(`${target}: ${name}`)
  }
  return [...of.values()]
    .filter(file => !readByTools.test(file.path) && !used.has(`${file.path}: *`))
    .flatMap(file => exportedNames(file).map(name => `${file.path}: ${name}`))
    .filter(each => !used.has(each))
}

function exportedNames(file: SourceFile): string[] {
  return file.tree.statements.flatMap(statement => {
    if (ts.isExportAssignment(statement)) return ['default']
    if (ts.isExportDeclaration(statement)) return reexportedNames(statement)
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    if (!modifiers.some(each => each.kind === ts.SyntaxKind.ExportKeyword)) return []
    if (modifiers.some(each => each.kind === ts.SyntaxKind.DefaultKeyword)) return ['default']
    return declaredNames(statement)
  })
}

function reexportedNames(statement: ts.ExportDeclaration): string[] {
  const clause = statement.exportClause
  return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(each => each.name.text) : []
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(each => boundNames(each.name))
  }
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return isMentionedBeside(statement) ? [] : [statement.name.text]
  }
  const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  return named && statement.name !== undefined ? [statement.name.text] : []
}

function isMentionedBeside(type: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean {
  let mentioned = false
  visit(type.getSourceFile(), node => {
    mentioned ||= ts.isIdentifier(node) && node !== type.name && node.text === type.name.text
  })
  return mentioned
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap(each => (ts.isBindingElement(each) ? boundNames(each.name) : []))
}

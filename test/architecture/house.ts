import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The project's root as a path that ends in a separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What `.gitignore` names: made by tools, never part of the house. */
export const madeByTools: ReadonlySet<string> = new Set([
  'node_modules',
  'data',
  'dist',
  'coverage',
  '.git',
  '.tap',
])

/** One import, re-export, `import()`, `import('…').Type` or `new URL('…', import.meta.url)`. */
export interface Import {
  readonly specifier: string
  /** Path of the imported file when it belongs to the project. */
  readonly target: string | undefined
  /** `all` where the names cannot be told: a namespace, a dynamic import, a worker's file. */
  readonly names: readonly string[] | 'all'
}

/** One source file; `path` is relative to the root and has forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

/** The source files of the project by path. */
export type House = ReadonlyMap<string, SourceFile>

/** Reads every source file under `src`, `drizzle` and `test`, and those of the top level. */
export function readHouse(): House {
  return houseOf(Object.fromEntries(sourcePaths().map(path => [path, readFileSync(root + path, 'utf8')])))
}

/** A house made up in a test, to show that a rule finds a planted fault. */
export function houseOf(texts: Readonly<Record<string, string>>): House {
  return new Map(Object.entries(texts).map(([path, text]) => [path, parse(path, text)]))
}

/** Calls `see` for `node` and everything below it, parents first. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, child => visit(child, see))
}

/** `path:line` of a node, as editors understand it. */
export function placeOf(file: SourceFile, node: ts.Node): string {
  const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree))
  return `${file.path}:${line + 1}`
}

/** Every file of the tree that people wrote, relative to the root, sorted. */
export function writtenPaths(): string[] {
  const paths: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(root + folder, { withFileTypes: true })) {
      if (folder === '' && madeByTools.has(entry.name)) continue
      if (entry.isDirectory()) walk(`${folder}${entry.name}/`)
      else paths.push(folder + entry.name)
    }
  }
  walk('')
  return paths.toSorted()
}

function sourcePaths(): string[] {
  return writtenPaths().filter(path => /^(?:(?:src|drizzle|test)\/.*|[^/]+)\.(?:ts|tsx|js)$/.test(path))
}

function parse(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  visit(tree, node => {
    const found = importOf(node)
    if (found !== undefined) imports.push({ ...found, target: targetOf(path, found.specifier) })
  })
  return { path, text, tree, imports }
}

function importOf(node: ts.Node): Pick<Import, 'specifier' | 'names'> | undefined {
  if (ts.isImportDeclaration(node)) return { specifier: textOf(node.moduleSpecifier), names: namesOf(node) }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: textOf(node.moduleSpecifier), names: reexportedNamesOf(node) }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), names: 'all' }
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: textOf(node.arguments[0]), names: 'all' }
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.length === 2) {
    // Unlike an import's, a URL's path is relative with and without a dot in front.
    return { specifier: textOf(node.arguments[0]).replace(/^(?=\w[^:]*$)/, './'), names: 'all' }
  }
  return undefined
}

function textOf(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : ''
}

function namesOf(node: ts.ImportDeclaration): Import['names'] {
  const clause = node.importClause
  const bound = clause?.namedBindings
  if (bound !== undefined && ts.isNamespaceImport(bound)) return 'all'
  const named = bound?.elements.map(each => (each.propertyName ?? each.name).text) ?? []
  return clause?.name === undefined ? named : ['default', ...named]
}

function reexportedNamesOf(node: ts.ExportDeclaration): Import['names'] {
  if (node.exportClause === undefined || !ts.isNamedExports(node.exportClause)) return 'all'
  return node.exportClause.elements.map(each => (each.propertyName ?? each.name).text)
}

function targetOf(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined
}
